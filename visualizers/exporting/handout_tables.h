// Tables of what a handout's pictures consist of: each value is kept once and referred to by its index.
#pragma once

#include "scene/display_list.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

namespace il::exporting {

class Table {
public:
    int indexOf(const QJsonArray& value)
    {
        return indexOf(QJsonDocument(value).toJson(QJsonDocument::Compact), value);
    }
    int indexOf(const QString& value) { return indexOf(value.toUtf8(), value); }
    const QJsonArray& values() const { return m_values; }

private:
    int indexOf(const QByteArray& key, const QJsonValue& value);

    QHash<QByteArray, int> m_indices;
    QJsonArray m_values;
};

/// An item as it is in each theme: all alike but for their colours.
using ThemedItem = std::vector<const scene::Item*>;

struct Tables {
    Table palette, paints, strings, texts, ids, items;
    QJsonObject symbols;

    /// The index of these colours, one for each theme.
    int color(const std::vector<QColor>& themed);
    int item(const ThemedItem& themed);
};

} // namespace il::exporting
