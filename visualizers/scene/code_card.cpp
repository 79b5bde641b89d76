#include "scene/cards.h"

#include "scene/code_window.h"
#include "scene/listing.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace il::scene {
namespace {

using trace::ThreadId;
using trace::ThreadState;

constexpr Font moreFont = type::small;

QColor tokenColor(TokenKind kind, const Theme& theme, const QColor& under)
{
    switch (kind) {
    case TokenKind::Plain:
        return theme.ink;
    case TokenKind::Keyword:
        return legible(mixed(theme.ink, theme.accent, 0.75), under, 4.6);
    case TokenKind::Text:
        return legible(mixed(theme.ink, theme.good, 0.75), under, 4.6);
    case TokenKind::Number:
        return legible(mixed(theme.ink, theme.gold, 0.75), under, 4.6);
    case TokenKind::Comment:
        return legible(theme.ink2, under, 4.6);
    }
    return theme.ink;
}

/// The pills at the right end of a row; returns where they begin. Too many: the first ones and a count.
double pills(Items& out, const StageInput& input, const QRectF& row, const std::vector<ThreadId>& ids,
             int line)
{
    const double height = std::min(30.0, row.height() - 2);
    constexpr Font font{FontFamily::Sans, minTextPx, 600};
    constexpr std::size_t most = 5;
    constexpr double gap = 4, least = 46; // so that five beside an ordinary line leave it whole
    const std::size_t shown = ids.size() <= most ? ids.size() : most - 1;
    double right = row.right() - 8;
    if (shown < ids.size()) {
        const QString rest = QStringLiteral("+%1").arg(ids.size() - shown);
        const double width = std::ceil(textWidth(rest, font)) + 4;
        label(out, QStringLiteral("code/rest/%1").arg(line), {right - width, row.top(), width, row.height()},
              rest, font, input.theme.ink, Qt::AlignRight | Qt::AlignVCenter);
        right -= width + 6;
    }
    for (std::size_t i = shown; i-- > 0;) {
        ThreadLook look = threadLook(input.trace, input.view, ids[i], input.words);
        look.state = ThreadState::Running; // says who, not how
        look.label = elide(look.label, font, 76);
        const double width = std::max(least, std::ceil(textWidth(look.label, font)) + 20);
        threadChip(out, QStringLiteral("code/thread/%1").arg(ids[i]),
                   {right - width, row.center().y() - height / 2, width, height}, look, input.theme);
        right -= width + gap;
    }
    return right;
}

ThreadId leader(const StageInput& input, const std::vector<ThreadId>& ids)
{
    for (const ThreadId id : ids)
        if (input.view.threads[id].state == ThreadState::Running)
            return id;
    return ids.front();
}

QString namesOf(const StageInput& input, const std::vector<ThreadId>& ids)
{
    QStringList names;
    for (const ThreadId id : ids)
        names << threadLabel(input.trace, input.view, id);
    return names.join(QLatin1String(", "));
}

/// Band, bar and pills of an active row; returns the right limit for its text and the band's colour.
std::pair<double, QColor> activeRow(Items& out, const StageInput& input, const QRectF& row,
                                    const std::vector<ThreadId>& ids, const ListingLine& line)
{
    const Theme& theme = input.theme;
    const QColor color = theme.thread(leader(input, ids));
    const QColor band = theme.tint(color);
    out.push_back({QStringLiteral("code/band/%1").arg(line.number),
                   Role::Decoration,
                   Rect{row.adjusted(0, 0, 0, -1), 6},
                   {band},
                   {},
                   {}});
    const QString says =
        input.words.translate("Frame", "Line %1: %2").arg(QString::number(line.number), namesOf(input, ids));
    out.push_back({QStringLiteral("code/bar/%1").arg(line.number),
                   Role::Marker,
                   Rect{{row.left(), row.top(), 5, row.height() - 1}, 2.5},
                   {theme.mark(color)},
                   {},
                   says});
    return {pills(out, input, row, ids, line.number) - 6, band};
}

/// The runs of a line as far as they fit, then "…".
void codeText(Items& out, const Theme& theme, const ElementId& id, const ListingLine& line,
              const QRectF& area, const QColor& under)
{
    const QString shown = elide(line.text, type::code, area.width());
    const bool whole = shown.size() == line.text.size() && shown == line.text;
    const qsizetype end = whole ? shown.size() : std::max<qsizetype>(0, shown.size() - 1);
    const auto add = [&](qsizetype part, qsizetype column, const QString& text, const QColor& color) {
        const double x = area.left() + textWidth(line.text.left(column), type::code);
        const double width = std::min(std::ceil(textWidth(text, type::code)) + 1, area.right() - x);
        label(out, id + QLatin1Char('/') + QString::number(part), {x, area.top(), width, area.height()}, text,
              type::code, color);
    };
    for (std::size_t i = 0; i < line.runs.size() && line.runs[i].column < end; ++i) {
        const CodeRun& run = line.runs[i];
        add(static_cast<qsizetype>(i), run.column, run.text.left(end - run.column),
            tokenColor(run.kind, theme, under));
    }
    if (!whole && !shown.isEmpty())
        add(static_cast<qsizetype>(line.runs.size()), end, QString(QChar(0x2026)),
            legible(theme.ink2, under, 4.6));
}

void codeLine(Items& out, const StageInput& input, const CodeRows& rows, int index, const ListingLine& line,
              const ThreadsAt& at)
{
    const QRectF row = rows.row(index);
    QColor under = input.theme.surface;
    double right = rows.right - 8;
    if (const auto ids = at.find(index); ids != at.end())
        std::tie(right, under) = activeRow(out, input, row, ids->second, line);
    const QString id = QStringLiteral("code/line/%1").arg(line.number);
    label(out, id, {row.left() + 10, row.top(), rows.numberRight - row.left() - 10, row.height()},
          QString::number(line.number), lineNumberFont, legible(input.theme.ink2, under, 4.6),
          Qt::AlignRight | Qt::AlignVCenter);
    codeText(out, input.theme, id, line, {rows.textLeft, row.top(), right - rows.textLeft, row.height()},
             under);
}

/// A small triangle and "8 more lines": what lies above or below the window.
void moreMark(Items& out, const StageInput& input, const ElementId& id, QPointF right, int lines, bool below)
{
    if (lines <= 0)
        return;
    const QString text = input.words.translate("Frame", "%n more line(s)", nullptr, lines);
    const double width = std::ceil(textWidth(text, moreFont)) + 1;
    const double y = right.y();
    const double tip = below ? 5 : -5;
    out.push_back({id,
                   Role::Marker,
                   Path{{{right.x() - width - 26, y - tip},
                         {right.x() - width - 12, y - tip},
                         {right.x() - width - 19, y + tip}},
                        true},
                   {input.theme.ink2},
                   {},
                   text});
    label(out, id + QLatin1String("/text"), {right.x() - width, y - 12, width, 24}, text, moreFont,
          input.theme.ink2);
}

} // namespace

double codeCardWidth(const StageInput& input, double stageWidth)
{
    const auto listing = cachedListing(input.trace.info().source);
    constexpr double margins = 104, pillRoom = 64;
    const double wanted = margins + pillRoom + 12.0 * listing->longLine(); // 0.6 em of JetBrains Mono
    const double least = std::min(600.0, stageWidth * 0.3125);
    return std::clamp(8 * std::ceil(wanted / 8), least, std::max(least, stageWidth * 0.375));
}

void codeItems(Items& out, const StageInput& input, const QRectF& area)
{
    const auto& file = input.trace.info().file;
    const QString title = QString::fromUtf8(file.data(), static_cast<qsizetype>(file.size()));
    out.push_back({QStringLiteral("code"),
                   Role::Container,
                   Rect{area, cardRadius},
                   {input.theme.surface},
                   {input.theme.line, input.theme.strokeWidth},
                   title.isEmpty() ? input.words.translate("Frame", "Code") : title});
    label(out, QStringLiteral("code/title"), {area.left() + 26, area.top() + 20, area.width() - 260, 30},
          title, type::heading, input.theme.ink2);
    const auto listing = cachedListing(input.trace.info().source);
    const ThreadsAt at = threadsAtLines(input, *listing);
    const CodeRows rows = codeRows(area, *listing, focusLine(input, *listing, at), at);
    const int total = static_cast<int>(listing->lines.size());
    const int end = std::min(rows.first + rows.count, total);
    for (int i = rows.first; i < end; ++i)
        codeLine(out, input, rows, i, listing->lines[static_cast<std::size_t>(i)], at);
    if (rows.scrolled) {
        moreMark(out, input, QStringLiteral("code/above"), {area.right() - 26, area.top() + 35}, rows.first,
                 false);
        moreMark(out, input, QStringLiteral("code/below"), {area.right() - 26, area.bottom() - 20},
                 total - end, true);
    }
}

} // namespace il::scene
