#include "charts/picture.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace il::charts {
using namespace Qt::StringLiterals;

namespace {

QString quoted(QString field)
{
    bool isNumber = false;
    field.toDouble(&isNumber);
    if (!isNumber && !field.isEmpty() && u"=+-@\t\r"_s.contains(field.front()))
        field.prepend(u'\'');
    if (!field.contains(u',') && !field.contains(u'"') && !field.contains(u'\n') && !field.contains(u'\r'))
        return field;
    return u'"' + field.replace(u'"', u"\"\""_s) + u'"';
}

QString line(const QStringList& fields)
{
    QStringList all;
    for (const QString& field : fields)
        all.append(quoted(field));
    return all.join(u',') + u"\r\n"_s;
}

} // namespace

QString numberText(double value)
{
    return QString::number(value, 'g', 4);
}

bool sameButPlayhead(const Picture& a, const Picture& b)
{
    const auto axes = [](const Picture& p) { return std::tie(p.xFrom, p.xTo, p.yTo, p.xTitle, p.yTitle); };
    return a.form == b.form && axes(a) == axes(b) && a.categories == b.categories && a.series == b.series;
}

Table tableOf(const Picture& picture)
{
    Table table;
    table.header.append(picture.form == Form::Bars ? picture.yTitle : picture.xTitle);
    for (const Series& series : picture.series)
        table.header.append(series.name);
    std::map<double, QStringList> rows;
    for (qsizetype column = 0; column < std::ssize(picture.series); ++column) {
        const auto& points = picture.series[static_cast<std::size_t>(column)].points;
        const auto shown = picture.form == Form::Steps && !points.empty() ? points.size() - 1 : points.size();
        for (std::size_t i = 0; i < shown; ++i) {
            QStringList& row = rows[points[i].x()];
            row.resize(table.header.size());
            row[column + 1] = numberText(points[i].y());
        }
    }
    for (auto& [x, row] : rows) {
        const auto category = static_cast<qsizetype>(x);
        row[0] = picture.form == Form::Bars ? picture.categories.value(category) : numberText(x);
        table.rows.push_back(row);
    }
    return table;
}

QString csv(const Table& table)
{
    QString text = line(table.header);
    for (const QStringList& row : table.rows)
        text += line(row);
    return text;
}

} // namespace il::charts
