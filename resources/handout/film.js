// The pictures: unpacks what handout_film.cpp packed.

// A picture is an array of [id, item], back to front. Items that stay the same from step to step are the
// same objects.
const readItem = (film, packed) => {
  const [kind, paint, says, fixed, ...numbers] = packed;
  return { kind, paint: film.paints[paint], says: says < 0 ? '' : film.strings[says], fixed, numbers };
};

const applyChange = (picture, change, items) => {
  const [removed, changed, added, order] = [change[0] || [], change[1] || [], change[2] || [], change[3]];
  const gone = new Set(removed);
  const next = new Map();
  for (let i = 0; i < changed.length; i += 2) next.set(changed[i], items[changed[i + 1]]);
  let result = picture.filter(([id]) => !gone.has(id)).map((entry) =>
    (next.has(entry[0]) ? [entry[0], next.get(entry[0])] : entry));
  for (let i = 0; i < added.length; i += 3) {
    const after = result.findIndex(([id]) => id === added[i + 2]);
    result.splice(after + 1, 0, [added[i], items[added[i + 1]]]);
  }
  if (order) {
    const byId = new Map(result);
    result = order.map((id) => [id, byId.get(id)]);
  }
  return result;
};

const readPictures = (film) => {
  const items = film.items.map((packed) => readItem(film, packed));
  return film.changes.map((changes) => {
    let picture = [];
    return changes.map((change) => (picture = applyChange(picture, change, items)));
  });
};
