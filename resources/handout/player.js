// The page: steps, plays and scrubs, asks the predictions, switches language and colours.

const data = JSON.parse(document.getElementById('film').textContent);
const find = (id) => document.getElementById(id);
const root = document.documentElement;
const languages = ['en', 'zh-CN'];
const tweenMs = 300;
const pictures = readPictures(data); // by language, then step
const last = data.seconds.length - 1;
const state = { step: 0, language: data.language, theme: 0, timer: 0, frame: 0, furthest: 0, answered: new Set() };

const cueElements = Array.from(document.querySelectorAll('#cues > li'));
const cues = data.cues.map((step, i) => ({
  step, item: cueElements[i], content: cueElements[i].querySelector('.content'),
  prediction: cueElements[i].querySelector('.prediction'),
}));
const canvas = new Canvas(find('picture'), data, 'hatch');

const words = () => data.words[state.language];
const withNumbers = (text, ...values) => values.reduce((t, value, i) => t.replace(`%${i + 1}`, value), text);

// --- Pictures

// With this theme's colours; remembered, so that what stays the same stays the same object.
const painted = new Map();
const paintedItem = (item, theme) => {
  if (!painted.has(theme)) painted.set(theme, new Map());
  const known = painted.get(theme);
  if (!known.has(item)) {
    const color = (index) => (index < 0 ? null : data.palette[index][theme]);
    const [fill, texture, under, stroke, width, dashed, opacity] = item.paint;
    const paint = { fill: color(fill), texture, under: color(under), stroke: color(stroke), width, dashed, opacity };
    known.set(item, Object.assign({}, item, { paint }));
  }
  return known.get(item);
};
const picture = (step, theme) =>
  pictures[state.language][step].map(([id, item]) => [id, paintedItem(item, theme)]);
const background = (theme) => data.palette[data.background][theme];

const show = (shown) => canvas.show(shown, background(state.theme));
const isStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

const moveTo = (from, to) => {
  cancelAnimationFrame(state.frame);
  if (isStill() || Math.abs(from - to) !== 1) return show(picture(to, state.theme));
  const begin = performance.now(), a = picture(from, state.theme), b = picture(to, state.theme);
  const frame = (now) => {
    const p = Math.min(1, Math.max(0, (now - begin) / tweenMs));
    show(tween(a, b, easeInOut(p)));
    if (p < 1) state.frame = requestAnimationFrame(frame);
  };
  state.frame = requestAnimationFrame(frame);
  return undefined;
};

// --- Words

const captionOf = (step) => {
  const entry = pictures[state.language][step].find(([id]) => data.ids[id] === 'caption');
  return entry ? entry[1].says : '';
};
// What the picture says to somebody who doesn't see it.
const pictureSays = (step) =>
  pictures[state.language][step].map(([, item]) => item.says).filter((says) => says).join('. ');

const currentCue = () => {
  let current = -1;
  cues.forEach((cue, i) => { if (cue.step <= state.step) current = i; });
  return current;
};

// The last cue reached lies under the picture, the others in their list.
const placeCues = () => {
  const current = currentCue();
  cues.forEach((cue, i) => {
    const home = i === current ? find('now') : cue.item;
    if (cue.content.parentNode !== home) home.appendChild(cue.content);
    cue.item.classList.toggle('current', i === current);
    cue.item.classList.toggle('ahead', cue.step > state.furthest);
    if (i === current) cue.item.firstElementChild.setAttribute('aria-current', 'step');
    else cue.item.firstElementChild.removeAttribute('aria-current');
  });
};

const isAsking = (cue) => cue && cue.prediction && !state.answered.has(cue);

const describe = () => {
  const place = withNumbers(words().place, state.step + 1, last + 1);
  find('caption').textContent = captionOf(state.step);
  find('place').textContent = `${state.step + 1} / ${last + 1}`;
  find('scrubber').value = state.step;
  find('scrubber').setAttribute('aria-valuetext', place);
  find('picture').setAttribute('aria-label', `${place}. ${pictureSays(state.step)}`);
  find('first').disabled = find('back').disabled = state.step === 0;
  find('on').disabled = find('last').disabled = state.step === last;
  placeCues();
};

// --- Going

const isPlaying = () => state.timer !== 0;

const showPlaying = () => {
  const name = isPlaying() ? words().pause : words().play;
  find('play').setAttribute('aria-label', name);
  find('play').title = name;
  find('play').classList.toggle('playing', isPlaying());
};

const pause = () => {
  clearTimeout(state.timer);
  state.timer = 0;
  showPlaying();
};

const goTo = (step) => {
  const to = Math.min(last, Math.max(0, step)), from = state.step;
  state.step = to;
  state.furthest = Math.max(state.furthest, to);
  if (from !== to) moveTo(from, to);
  describe();
};

// Stops at the end and where a prediction waits for an answer.
const tick = () => {
  goTo(state.step + 1);
  const asking = isAsking(cues[currentCue()]) && cues[currentCue()].step === state.step;
  if (state.step === last || asking) pause();
  else state.timer = setTimeout(tick, data.seconds[state.step] * 1000);
};

const play = () => {
  if (isPlaying()) return pause();
  if (state.step === last) goTo(0);
  state.timer = setTimeout(tick, 400);
  return showPlaying();
};

const stepBy = (n) => { pause(); goTo(state.step + n); };
const nextCue = () => {
  const next = cues.find((cue) => cue.step > state.step);
  pause();
  goTo(next ? next.step : last);
};
const previousCue = () => {
  const before = cues.filter((cue) => cue.step < state.step).pop();
  pause();
  goTo(before ? before.step : 0);
};

// --- Predictions

const verdictOf = (options, chosen) => {
  if (chosen.dataset.right === '1') return ['agrees', ''];
  const right = options.find((option) => option.dataset.right === '1');
  return right ? ['says', right] : ['none', ''];
};

const writeVerdict = (cue) => {
  const [kind, right] = cue.verdict;
  const text = right ? right.querySelector(`[lang="${languages[state.language]}"]`).textContent : '';
  cue.prediction.querySelector('.verdict').textContent = withNumbers(words()[kind], text);
};

const answer = (cue, chosen) => {
  const options = Array.from(cue.prediction.querySelectorAll('button'));
  options.forEach((option) => {
    option.disabled = true;
    if (option.dataset.right === '1') option.classList.add('right');
    else if (option === chosen) option.classList.add('wrong');
  });
  chosen.setAttribute('aria-pressed', 'true');
  state.answered.add(cue);
  cue.verdict = verdictOf(options, chosen);
  writeVerdict(cue);
  cue.content.classList.remove('asking');
};

// --- Language and colours

const useLanguage = (language) => {
  state.language = language;
  root.lang = languages[language];
  document.title = data.titles[language];
  document.querySelectorAll('[data-word]').forEach((element) => {
    const word = words()[element.dataset.word];
    element.setAttribute('aria-label', word);
    element.title = word;
  });
  state.answered.forEach(writeVerdict);
  showPlaying();
  cancelAnimationFrame(state.frame);
  show(picture(state.step, state.theme));
  describe();
};

const useTheme = (theme) => {
  state.theme = theme;
  root.dataset.theme = theme;
  cancelAnimationFrame(state.frame);
  canvas.clear();
  show(picture(state.step, theme));
};

const preferredTheme = () => {
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const wanted = data.dark.indexOf(dark);
  return wanted < 0 ? 0 : wanted;
};

// --- Printing: the picture of every cue stands beside its words, in light colours.

const beforePrint = () => {
  pause();
  document.querySelectorAll('details').forEach((details) => { details.open = true; });
  const light = Math.max(0, data.dark.indexOf(false));
  root.dataset.theme = light;
  cues.forEach((cue, i) => {
    cue.item.appendChild(cue.content);
    cue.print = svgElement('svg', { class: 'print-picture', role: 'img' });
    cue.item.insertBefore(cue.print, cue.content);
    new Canvas(cue.print, data, `print${i}-`).show(picture(cue.step, light), background(light));
  });
};

const afterPrint = () => {
  cues.forEach((cue) => { if (cue.print) cue.print.remove(); });
  useTheme(state.theme);
  placeCues();
};

// --- Wiring

const keys = {
  ArrowRight: () => stepBy(1), ArrowLeft: () => stepBy(-1), Home: () => stepBy(-last), End: () => stepBy(last),
  PageDown: nextCue, PageUp: previousCue, ' ': play,
};

document.addEventListener('keydown', (event) => {
  const isButton = event.target.closest('button, summary, a');
  const isOwn = event.target.id === 'scrubber' && !event.key.startsWith('Page') && event.key !== ' ';
  if (event.ctrlKey || event.altKey || event.metaKey || isOwn || (isButton && event.key === ' ')) return;
  if (!Object.prototype.hasOwnProperty.call(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

const onClick = (id, action) => find(id).addEventListener('click', action);
onClick('first', () => stepBy(-last));
onClick('back', () => stepBy(-1));
onClick('play', play);
onClick('on', () => stepBy(1));
onClick('last', () => stepBy(last));
onClick('language', () => useLanguage(1 - state.language));
onClick('theme', () => useTheme((state.theme + 1) % data.dark.length));
const enlarge = () => {
  const large = find('frame').classList.toggle('large');
  find('enlarge').setAttribute('aria-pressed', large);
};
onClick('enlarge', enlarge);
onClick('picture', enlarge);
find('scrubber').addEventListener('input', (event) => { pause(); goTo(Number(event.target.value)); });
cues.forEach((cue) => {
  cue.item.querySelector('button').addEventListener('click', () => { pause(); goTo(cue.step); });
  if (!cue.prediction) return;
  cue.content.classList.add('asking');
  cue.prediction.querySelectorAll('button').forEach((option) =>
    option.addEventListener('click', () => answer(cue, option)));
});
window.addEventListener('beforeprint', beforePrint);
window.addEventListener('afterprint', afterPrint);

find('scrubber').max = last;
find('theme').hidden = data.dark.length < 2;
document.body.classList.add('ready');
useTheme(preferredTheme());
useLanguage(state.language);
