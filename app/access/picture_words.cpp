#include "picture_words.h"

#include <QStringList>

#include <algorithm>

namespace il::app {
namespace {

using namespace Qt::StringLiterals;

/// Of one run, or of one of two ("left/caption").
bool isNews(const scene::Item& item)
{
    return item.id == "caption"_L1 || item.id.endsWith("/caption"_L1) || item.id == "choice"_L1 ||
           item.id.startsWith("choice/"_L1) || item.id == "gate"_L1 || item.id.startsWith("gate/"_L1);
}

} // namespace

std::vector<const scene::Item*> spokenItems(const scene::DisplayList& list)
{
    std::vector<const scene::Item*> items;
    for (const scene::Item& item : list.items)
        if (!item.accessible.isEmpty())
            items.push_back(&item);
    std::stable_partition(items.begin(), items.end(), [](const scene::Item* item) { return isNews(*item); });
    return items;
}

QString inWords(const scene::DisplayList& list)
{
    QStringList lines;
    for (const scene::Item* item : spokenItems(list))
        if (item->role != scene::Role::Lane)
            lines.append(item->accessible);
    lines.removeDuplicates();
    return lines.join(u'\n');
}

} // namespace il::app
