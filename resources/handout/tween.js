// The way from one picture to the next, as scene/tween.cpp goes it.

const lerp = (a, b, p) => a + (b - a) * p;
const easeInOut = (p) => (p < 0.5 ? 4 * p * p * p : 1 - Math.pow(-2 * p + 2, 3) / 2);

const channels = (color) => [1, 3, 5, 7].map((i) => (i < color.length ? parseInt(color.substr(i, 2), 16) : 255));

// "#rrggbb" or "#rrggbbaa"; no colour is the other one, transparent.
const mixColor = (a, b, p) => {
  if (a === b || (!a && !b)) return b;
  const from = channels(a || `${b.slice(0, 7)}00`), to = channels(b || `${a.slice(0, 7)}00`);
  return `#${from.map((c, i) => Math.round(lerp(c, to[i], p)).toString(16).padStart(2, '0')).join('')}`;
};

const mixPaint = (a, b, p) => Object.assign({}, b, {
  fill: mixColor(a.fill, b.fill, p), under: mixColor(a.under, b.under, p),
  stroke: mixColor(a.stroke, b.stroke, p), width: lerp(a.width, b.width, p), opacity: lerp(a.opacity, b.opacity, p),
});

const faded = (item, share) =>
  Object.assign({}, item, { paint: Object.assign({}, item.paint, { opacity: item.paint.opacity * share }) });

// Arrows grow out of what they come from.
const appearing = (item, p) => {
  if (item.kind !== Kind.Path || !(item.fixed & PathFlag.Edge)) return faded(item, p);
  const numbers = item.numbers.map((n, i) => lerp(item.numbers[i % 2], n, p));
  return Object.assign(faded(item, p), { numbers });
};

const blend = (id, from, to, p) => {
  const alike = from.kind === to.kind && from.fixed === to.fixed && from.numbers.length === to.numbers.length;
  const numbers = alike ? to.numbers.map((n, i) => lerp(from.numbers[i], n, p)) : null;
  if (alike && from.paint.texture === to.paint.texture)
    return [[id, Object.assign({}, to, { numbers, paint: mixPaint(from.paint, to.paint, p) })]];
  const out = faded(from, 1 - p), into = faded(to, p); // cross-fade
  if (alike) out.numbers = into.numbers = numbers;
  return [[`${id}#leaving`, out], [id, into]];
};

const tween = (from, to, p) => {
  if (p >= 1) return to;
  const old = new Map(from), stays = new Map(to);
  // What leaves is drawn where it was in the order: after the last thing before it that stays.
  const leaving = new Map();
  let anchor = null;
  for (const [id, item] of from) {
    if (stays.has(id)) anchor = id;
    else leaving.set(anchor, (leaving.get(anchor) || []).concat([[`${id}#leaving`, faded(item, 1 - p)]]));
  }
  const result = (leaving.get(null) || []).slice();
  for (const [id, item] of to) {
    const was = old.get(id);
    if (was === item) result.push([id, item]);
    else if (was) result.push(...blend(id, was, item, p));
    else result.push([id, appearing(item, p)]);
    result.push(...(leaving.get(id) || []));
  }
  return result;
};
