// Items to SVG elements, as scene/replay.cpp draws them.

const Kind = { Rect: 0, Ellipse: 1, Arc: 2, Path: 3, Text: 4, Icon: 5 };
const PathFlag = { Closed: 1, Curved: 2, Arrow: 4, Edge: 8 };
const Texture = { None: 0, Solid: 1, Tint: 2, Hatch: 3, CrossHatch: 4, Dots: 5, ThinLine: 6 };
const hatchPitch = 12, hatchWidth = 1.8, dotSize = 5, dotPitch = 11, thinLineWidth = 2.5;

const svgElement = (name, attributes) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const key of Object.keys(attributes)) element.setAttribute(key, attributes[key]);
  return element;
};

// Hatches are patterns, made when they are first needed.
class Patterns {
  constructor(svg, prefix) {
    this.defs = svg.appendChild(svgElement('defs', {}));
    this.prefix = prefix;
    this.made = new Map();
  }

  url(fill, under, crossed) {
    const key = [fill, under, crossed].join();
    if (!this.made.has(key)) this.make(key, fill, under, crossed);
    return `url(#${this.made.get(key)})`;
  }

  make(key, fill, under, crossed) {
    const id = `${this.prefix}${this.made.size}`, n = hatchPitch;
    const pattern = svgElement('pattern', { id, width: n, height: n, patternUnits: 'userSpaceOnUse' });
    if (under) pattern.appendChild(svgElement('rect', { width: n, height: n, fill: under }));
    const rising = `M${-n} ${n}L${n} ${-n}M0 ${n}L${n} 0M0 ${2 * n}L${2 * n} 0`;
    const falling = `M${-n} 0L${n} ${2 * n}M0 0L${n} ${n}M0 ${-n}L${2 * n} ${n}`;
    pattern.appendChild(svgElement('path', {
      d: crossed ? rising + falling : rising, stroke: fill, 'stroke-width': hatchWidth, fill: 'none',
    }));
    this.defs.appendChild(pattern);
    this.made.set(key, id);
  }
}

const strokeOf = (paint) => {
  if (!paint.stroke || paint.width <= 0) return {};
  const stroke = { stroke: paint.stroke, 'stroke-width': paint.width, 'stroke-linejoin': 'round' };
  if (paint.dashed) stroke['stroke-dasharray'] = '6 5';
  return stroke;
};

const middleLine = (x, y, width, paint) => {
  if (paint.texture === Texture.ThinLine)
    return svgElement('path', { d: `M${x} ${y}h${width}`, stroke: paint.fill, 'stroke-width': thinLineWidth });
  const first = Math.ceil((x + dotSize / 2) / dotPitch) * dotPitch;
  const last = Math.floor((x + width - dotSize / 2) / dotPitch) * dotPitch;
  return svgElement('path', {
    d: last < first ? '' : `M${first} ${y}H${last + 0.01}`, stroke: paint.fill, 'stroke-width': dotSize,
    'stroke-linecap': 'round', 'stroke-dasharray': `0 ${dotPitch}`,
  });
};

// A closed shape with its fill, texture and outline.
const filled = (name, attributes, box, paint, patterns) => {
  const { fill, under, texture } = paint;
  const middle = texture === Texture.Dots || texture === Texture.ThinLine;
  let inside = fill;
  if (texture === Texture.None) inside = null;
  else if (middle) inside = under;
  else if (fill && texture >= Texture.Hatch) inside = patterns.url(fill, under, texture === Texture.CrossHatch);
  const shape = svgElement(name, Object.assign({ fill: inside || 'none' }, strokeOf(paint), attributes));
  return middle && fill ? [shape, middleLine(box[0], box[1] + box[3] / 2, box[2], paint)] : [shape];
};

const drawRect = ({ numbers, paint }, patterns) => {
  const [x, y, width, height, radius] = numbers;
  const attributes = { x, y, width: Math.max(0, width), height: Math.max(0, height) };
  attributes.rx = Math.max(0, Math.min(radius, width / 2, height / 2));
  return filled('rect', attributes, numbers, paint, patterns);
};

const ellipseOf = ([x, y, width, height]) =>
  ({ cx: x + width / 2, cy: y + height / 2, rx: Math.max(0, width / 2), ry: Math.max(0, height / 2) });

const drawEllipse = ({ numbers, paint }, patterns) =>
  filled('ellipse', ellipseOf(numbers), numbers, paint, patterns);

const drawArc = ({ numbers, paint }) => {
  const [x, y, width, height, fraction, lineWidth] = numbers;
  const all = paint.fill ? [svgElement('ellipse', Object.assign({ fill: paint.fill }, ellipseOf(numbers)))] : [];
  if (fraction <= 0 || !paint.stroke) return all;
  const look = { fill: 'none', stroke: paint.stroke, 'stroke-width': lineWidth };
  if (fraction >= 1) return all.concat(svgElement('ellipse', Object.assign(look, ellipseOf(numbers))));
  const angle = fraction * 2 * Math.PI, rx = width / 2, ry = height / 2;
  const end = [x + rx + rx * Math.sin(angle), y + ry - ry * Math.cos(angle)];
  look.d = `M${x + rx} ${y}A${rx} ${ry} 0 ${fraction > 0.5 ? 1 : 0} 1 ${end[0]} ${end[1]}`;
  return all.concat(svgElement('path', look));
};

// The triangle at the end of an arrow; the last point moves back to its base.
const takeArrowHead = (points, strokeWidth) => {
  const n = points.length, tip = points[n - 1], from = points[n - 2];
  const dx = tip[0] - from[0], dy = tip[1] - from[1], distance = Math.hypot(dx, dy);
  if (distance <= 0) return '';
  const along = [dx / distance, dy / distance];
  const length = Math.min(10 + 3 * strokeWidth, distance), half = length * 0.42;
  const base = [tip[0] - along[0] * length, tip[1] - along[1] * length];
  points[n - 1] = [base[0] + along[0], base[1] + along[1]];
  return `M${tip}L${[base[0] - along[1] * half, base[1] + along[0] * half]}` +
    `L${[base[0] + along[1] * half, base[1] - along[0] * half]}Z`;
};

// Through all points; curved ones as a Catmull-Rom spline.
const outline = (p, flags) => {
  let d = `M${p[0]}`;
  for (let i = 1; i < p.length; ++i) {
    if (!(flags & PathFlag.Curved) || p.length < 3) {
      d += `L${p[i]}`;
      continue;
    }
    const before = p[Math.max(0, i - 2)], after = p[Math.min(p.length - 1, i + 1)];
    const one = p[i - 1].map((c, k) => c + (p[i][k] - before[k]) / 6);
    const two = p[i].map((c, k) => c - (after[k] - p[i - 1][k]) / 6);
    d += `C${one} ${two} ${p[i]}`;
  }
  return flags & PathFlag.Closed ? `${d}Z` : d;
};

const drawPath = ({ numbers, fixed, paint }, patterns) => {
  const points = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) points.push([numbers[i], numbers[i + 1]]);
  if (points.length < 2) return [];
  const all = [];
  if ((fixed & PathFlag.Arrow) && paint.stroke)
    all.push(svgElement('path', { d: takeArrowHead(points, paint.width), fill: paint.stroke }));
  const d = outline(points, fixed);
  if (!(fixed & PathFlag.Closed))
    return all.concat(svgElement('path', Object.assign({ d, fill: 'none' }, strokeOf(paint))));
  const xs = points.map((point) => point[0]), ys = points.map((point) => point[1]);
  const left = Math.min(...xs), top = Math.min(...ys);
  const box = [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
  return all.concat(filled('path', { d }, box, paint, patterns));
};

const anchors = ['start', 'middle', 'end'];

const drawText = ({ numbers, fixed, paint }, patterns, film) => {
  const [text, anchor, mono, weight] = film.texts[fixed];
  const [x, y, size] = numbers;
  const element = svgElement('text', {
    x, y, 'font-size': size, 'font-weight': weight, 'text-anchor': anchors[anchor],
    fill: paint.fill || 'none', class: mono ? 'mono' : 'sans',
  });
  element.textContent = text;
  return [element];
};

const drawIcon = ({ numbers, fixed, paint }, patterns, film) => {
  const [x, y, width, height] = numbers;
  return [svgElement('path', {
    d: film.symbols[fixed], fill: paint.fill || 'none', 'fill-rule': 'evenodd',
    transform: `translate(${x} ${y}) scale(${width / 24} ${height / 24})`,
  })];
};

const drawers = [drawRect, drawEllipse, drawArc, drawPath, drawText, drawIcon];

// Other fonts than those that the picture was made with may be wider: then letters move together.
const fitText = (node, item) => {
  if (item.kind !== Kind.Text || !node.getComputedTextLength) return;
  const width = item.numbers[3];
  if (node.getComputedTextLength() > width * 1.01 + 1) {
    node.setAttribute('textLength', width);
    node.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  }
};

// Shows pictures in an <svg>; only what differs from the one before is drawn anew.
class Canvas {
  constructor(svg, film, prefix) {
    this.film = film;
    this.svg = svg;
    this.prefix = prefix;
    svg.setAttribute('viewBox', `0 0 ${film.size[0]} ${film.size[1]}`);
    this.clear();
  }

  clear() {
    this.svg.textContent = '';
    this.patterns = new Patterns(this.svg, this.prefix);
    this.background = this.svg.appendChild(svgElement('rect', { width: '100%', height: '100%' }));
    this.layer = this.svg.appendChild(svgElement('g', {}));
    this.nodes = new Map();
  }

  // `picture`: [id, item] with the colours as CSS has them.
  show(picture, background) {
    if (this.patterns.made.size > 400) this.clear(); // colours on their way make many
    this.background.setAttribute('fill', background);
    const nodes = new Map();
    let place = this.layer.firstChild;
    for (const [id, item] of picture) {
      const known = this.nodes.get(id);
      const node = known && known.item === item ? known.node : this.draw(item);
      nodes.set(id, { item, node });
      if (node === place) {
        place = place.nextSibling;
      } else {
        this.layer.insertBefore(node, place);
        if (!known || known.item !== item) fitText(node, item);
      }
    }
    const shown = new Set(Array.from(nodes.values(), (entry) => entry.node));
    for (const { node } of this.nodes.values()) if (!shown.has(node)) node.remove();
    this.nodes = nodes;
  }

  draw(item) {
    const parts = drawers[item.kind](item, this.patterns, this.film);
    let node = parts[0] || svgElement('g', {});
    if (parts.length > 1) {
      node = svgElement('g', {});
      parts.forEach((part) => node.appendChild(part));
    }
    if (item.paint.opacity < 1) node.setAttribute('opacity', item.paint.opacity);
    return node;
  }
}
