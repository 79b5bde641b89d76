#include "exporting/handout_film.h"

#include "exporting/handout_tables.h"

#include <QSet>

#include <algorithm>

namespace il::exporting {
using namespace Qt::StringLiterals;
using scene::DisplayList;

namespace {

/// One item of a picture: indices into the tables.
struct Entry {
    int id = 0;
    int item = 0;
};
using Picture = std::vector<Entry>;

bool areAlike(const DisplayList& a, const DisplayList& b)
{
    return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                      [](const auto& x, const auto& y) { return x.id == y.id; });
}

/// A theme whose picture has other items lends the first one's.
Picture pack(const std::vector<DisplayList>& themes, Tables& tables)
{
    std::vector<const DisplayList*> lists;
    for (const DisplayList& list : themes)
        lists.push_back(areAlike(list, themes.front()) ? &list : &themes.front());
    Picture picture;
    for (std::size_t i = 0; i < themes.front().items.size(); ++i) {
        ThemedItem themed;
        for (const DisplayList* list : lists)
            themed.push_back(&list->items[i]);
        picture.push_back({tables.ids.indexOf(themed.front()->id), tables.item(themed)});
    }
    return picture;
}

QHash<int, int> byId(const Picture& picture)
{
    QHash<int, int> items;
    for (const Entry& entry : picture)
        items.insert(entry.id, entry.item);
    return items;
}

/// True when those that stay keep their order.
bool keepsOrder(const Picture& from, const Picture& to, const QHash<int, int>& was, const QHash<int, int>& is)
{
    std::vector<int> before, after;
    for (const Entry& entry : from)
        if (is.contains(entry.id))
            before.push_back(entry.id);
    for (const Entry& entry : to)
        if (was.contains(entry.id))
            after.push_back(entry.id);
    return before == after;
}

/// From one picture to the next; see handout_film.h.
QJsonArray change(const Picture& from, const Picture& to)
{
    const QHash<int, int> was = byId(from), is = byId(to);
    QJsonArray removed, changed, added, order;
    for (const Entry& entry : from)
        if (!is.contains(entry.id))
            removed.append(entry.id);
    int before = -1;
    for (const Entry& entry : to) {
        const auto old = was.constFind(entry.id);
        if (old == was.constEnd()) {
            for (const int value : {entry.id, entry.item, before})
                added.append(value);
        } else if (*old != entry.item) {
            changed.append(entry.id);
            changed.append(entry.item);
        }
        before = entry.id;
    }
    if (keepsOrder(from, to, was, is))
        return {removed, changed, added};
    for (const Entry& entry : to)
        order.append(entry.id);
    return {removed, changed, added, order};
}

int background(const std::vector<DisplayList>& themes, Tables& tables)
{
    std::vector<QColor> colors;
    for (const DisplayList& list : themes)
        colors.push_back(list.background);
    return tables.color(colors);
}

} // namespace

std::optional<QJsonObject> handoutFilm(const Handout& handout, const Progress& progress)
{
    Tables tables;
    QJsonArray changes;
    const std::size_t all = 2 * handout.steps.size();
    for (std::size_t language = 0; language < 2; ++language) {
        QJsonArray steps;
        Picture last;
        for (const HandoutStep& step : handout.steps) {
            Picture picture = pack(step.pictures[language], tables);
            steps.append(change(last, picture));
            last = std::move(picture);
            const std::size_t done = language * handout.steps.size() + static_cast<std::size_t>(steps.size());
            if (progress && !progress(done, all))
                return std::nullopt;
        }
        changes.append(steps);
    }
    const auto& first = handout.steps.front().pictures[0];
    const int ground = background(first, tables);
    return QJsonObject{{u"size"_s, QJsonArray{first.front().size.width(), first.front().size.height()}},
                       {u"background"_s, ground},
                       {u"palette"_s, tables.palette.values()},
                       {u"paints"_s, tables.paints.values()},
                       {u"strings"_s, tables.strings.values()},
                       {u"texts"_s, tables.texts.values()},
                       {u"symbols"_s, tables.symbols},
                       {u"ids"_s, tables.ids.values()},
                       {u"items"_s, tables.items.values()},
                       {u"changes"_s, changes}};
}

} // namespace il::exporting
