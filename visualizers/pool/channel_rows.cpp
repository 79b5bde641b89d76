// Queues and pipes between processes, a row for each: messages move from the sender's buffer through the pipe
// to whoever takes them.
#include "pool/channels.h"
#include "pool/picture.h"
#include "scene/text.h"

#include <algorithm>

namespace il::pool {

using namespace scene;

namespace {

constexpr double rowHeight = 96, lowRow = 78, rowGap = 12, titleWidth = 150, arrowGap = 40;
constexpr double chipHeight = 34, chipGap = 8, narrowest = 40, widest = 168, moreWidth = 44;

/// One channel's row while it is drawn.
struct Row {
    Picture& p;
    const Channel& channel;
    ElementId id;
    QRectF title, buffer, pipe, taken;

    const trace::ObjectInfo& info() const { return p.input.trace.objects()[channel.id]; }
    const trace::MessageView& view(trace::MessageId message) const { return p.input.view.messages[message]; }
    QString name() const { return p.text(info().name); }
};

QRectF part(const QRectF& area, double from, double to)
{
    return {area.left() + area.width() * from, area.top(), area.width() * (to - from), area.height()};
}

Row rowAt(Picture& p, const Channel& channel, const QRectF& rect)
{
    const QRectF rest = rect.adjusted(titleWidth, 0, 0, 0);
    const double half = arrowGap / 2;
    return {p,
            channel,
            QStringLiteral("pool/channel/%1").arg(channel.id),
            {rect.left(), rect.top(), titleWidth - 12, rect.height()},
            part(rest, 0, 0.32).adjusted(0, 0, -half, 0),
            part(rest, 0.32, 0.68).adjusted(half, 0, -half, 0),
            part(rest, 0.68, 1).adjusted(half, 0, 0, 0)};
}

QString pidOf(const Row& row, trace::ThreadId thread)
{
    const auto& threads = row.p.input.view.threads;
    const auto processes = row.p.input.trace.processes();
    return thread < threads.size() ? QString::number(processes[threads[thread].process].pid) : QString();
}

/// "4243", or "4243, 4244 ..." as far as there is room for.
QString pids(const Row& row, const std::vector<trace::ProcessId>& processes)
{
    constexpr std::size_t most = 3;
    QStringList parts;
    for (std::size_t i = 0; i < std::min(most, processes.size()); ++i)
        parts << QString::number(row.p.input.trace.processes()[processes[i]].pid);
    if (processes.size() > most)
        parts << QString(QChar(0x2026));
    return parts.join(row.p.words(", "));
}

enum class Where : std::uint8_t { Waiting, Lost, Inside, Taken };

QString accessible(const Row& row, trace::MessageId message, Where where)
{
    const QString text = row.p.text(row.p.input.trace.messages()[message].text);
    const QString from = pidOf(row, row.view(message).sender);
    switch (where) {
    case Where::Waiting:
        return row.info().feeders ? row.p.words("%1 lies in the buffer of pid %2").arg(text, from)
                                  : row.p.words("pid %2 is sending %1").arg(text, from);
    case Where::Lost:
        return row.p.words("%1 of pid %2 is lost: it was never sent").arg(text, from);
    case Where::Inside:
        return row.p.words("%1 of pid %2 is in the pipe").arg(text, from);
    case Where::Taken:
        return row.p.words("pid %2 has taken %1").arg(text, pidOf(row, row.view(message).receiver));
    }
    return {};
}

/// With whose it is, where several have some.
QString chipText(const Row& row, trace::MessageId message, Where where)
{
    const QString text = row.p.text(row.p.input.trace.messages()[message].text);
    if (where == Where::Lost)
        return row.p.words("lost: %1").arg(text);
    const bool many = (where == Where::Taken ? row.channel.receivers : row.channel.senders).size() > 1;
    const trace::ThreadId whose =
        where == Where::Taken ? row.view(message).receiver : row.view(message).sender;
    return many ? QStringLiteral("%1  %2").arg(pidOf(row, whose), text) : text;
}

double chipWidth(const QString& text)
{
    return std::clamp(textWidth(text, type::small) + 22, narrowest, widest);
}

void chip(Row& row, trace::MessageId message, Where where, const QRectF& rect)
{
    Picture& p = row.p;
    const ElementId id = QStringLiteral("pool/message/%1").arg(message);
    const trace::ThreadId whose =
        where == Where::Taken ? row.view(message).receiver : row.view(message).sender;
    BoxStyle style;
    style.radius = 8;
    style.fill = p.theme().surface;
    style.dashed = where == Where::Lost;
    style.outline = p.theme().mark(where == Where::Lost ? p.theme().bad : p.color(whose));
    box(p.items, id, rect, {}, p.theme(), accessible(row, message, where), style);
    const QString text = chipText(row, message, where);
    label(p.items, id + QStringLiteral("/text"), rect.adjusted(8, 0, -8, 0), text,
          fitted(text, type::small, rect.width() - 16, minTextPx),
          where == Where::Lost ? p.bad() : p.theme().ink, Qt::AlignCenter);
}

struct Shown {
    trace::MessageId message;
    Where where;
};

/// The first of `messages` at the right end (`fromRight`) or the left one, as many as fit.
void chips(Row& row, const char* name, const std::vector<Shown>& messages, const QRectF& area, bool fromRight)
{
    double x = fromRight ? area.right() : area.left();
    std::size_t shown = 0;
    for (; shown < messages.size(); ++shown) {
        const Shown& one = messages[shown];
        const double width = std::min(area.width(), chipWidth(chipText(row, one.message, one.where)));
        const bool isLast = shown + 1 == messages.size();
        const double room = (fromRight ? x - area.left() : area.right() - x) - (isLast ? 0 : moreWidth);
        if (width > room && shown > 0)
            break;
        chip(row, one.message, one.where, {fromRight ? x - width : x, area.top(), width, area.height()});
        x += (width + chipGap) * (fromRight ? -1 : 1);
    }
    if (shown == messages.size())
        return;
    const QRectF more = fromRight ? QRectF(area.left(), area.top(), x - area.left(), area.height())
                                  : QRectF(x, area.top(), area.right() - x, area.height());
    label(row.p.items, row.id + QLatin1Char('/') + QLatin1String(name) + QStringLiteral("/more"), more,
          QStringLiteral("+%1").arg(messages.size() - shown), type::small, row.p.quiet(),
          fromRight ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
}

/// One of the three places: its frame, its heading and what lies in it.
void place(Row& row, const char* name, const QRectF& rect, const QString& heading,
           const std::vector<Shown>& messages, bool fromRight)
{
    const ElementId id = row.id + QLatin1Char('/') + QLatin1String(name);
    BoxStyle style;
    style.soft = true;
    box(row.p.items, id, rect, {}, row.p.theme(), heading, style);
    const QRectF inner = rect.adjusted(12, 6, -12, -8);
    const double chipTop = inner.bottom() - chipHeight;
    const QRectF title(inner.left(), inner.top(), inner.width(), chipTop - inner.top());
    label(row.p.items, id + QStringLiteral("/heading"), title, heading,
          fitted(heading, type::small, title.width(), minTextPx), row.p.quiet());
    chips(row, name, messages, {inner.left(), chipTop, inner.width(), chipHeight}, fromRight);
}

std::vector<Shown> all(const std::vector<trace::MessageId>& messages, Where where)
{
    std::vector<Shown> shown;
    for (const trace::MessageId message : messages)
        shown.push_back({message, where});
    return shown;
}

QString bufferHeading(const Row& row)
{
    const QString who = pids(row, row.channel.senders);
    if (!row.info().feeders)
        return row.p.words("being sent by %1").arg(who);
    return row.p.words("buffer of %1").arg(who);
}

/// The name, and what kind of thing it is or how many of its places are taken.
void title(Row& row, const Contents& contents)
{
    const QString name = row.name();
    const QRectF& rect = row.title;
    label(row.p.items, row.id, {rect.left(), rect.center().y() - 28, rect.width(), 30}, name,
          fitted(name, type::code, rect.width(), minTextPx), row.p.theme().ink);
    const auto used = static_cast<int>(contents.waiting.size() + contents.inside.size());
    const QString note = !row.info().feeders ? row.p.words("pipe")
                         : row.info().limit > 0
                             ? row.p.words("%1 of %2 places").arg(used).arg(row.info().limit)
                             : row.p.words("queue");
    label(row.p.items, row.id + QStringLiteral("/note"),
          {rect.left(), rect.center().y() + 2, rect.width(), 24}, note,
          fitted(note, type::small, rect.width(), minTextPx), row.p.quiet());
}

void hop(Row& row, const char* name, const QRectF& from, const QRectF& to, const QString& text)
{
    const double y = from.center().y();
    arrow(row.p.items, row.id + QLatin1Char('/') + QLatin1String(name),
          {{from.right() + 6, y}, {to.left() - 6, y}}, row.p.quiet(), text);
}

void draw(Row& row)
{
    const Contents contents = contentsOf(row.p.input.view, row.channel);
    title(row, contents);
    std::vector<Shown> waiting = all(contents.waiting, Where::Waiting);
    for (const trace::MessageId message : contents.lost)
        waiting.push_back({message, Where::Lost});
    const QString takers = pids(row, row.channel.receivers);
    place(row, "buffer", row.buffer, bufferHeading(row), waiting, true);
    place(row, "pipe", row.pipe, row.p.words("in the pipe"), all(contents.inside, Where::Inside), true);
    place(row, "taken", row.taken,
          takers.isEmpty() ? row.p.words("taken by nobody") : row.p.words("taken by %1").arg(takers),
          all(contents.taken, Where::Taken), false);
    hop(row, "send", row.buffer, row.pipe,
        row.info().feeders ? row.p.words("a feeder thread of the sender's process writes it")
                           : row.p.words("the sender writes it"));
    hop(row, "take", row.pipe, row.taken, row.p.words("whoever reads first takes it"));
}

} // namespace

QRectF drawChannels(Picture& p, const QRectF& area)
{
    const std::vector<Channel> channels = channelsOf(p.input.trace);
    if (channels.empty())
        return area;
    const double most = area.height() * 0.6;
    const bool low = static_cast<double>(channels.size()) * (rowHeight + rowGap) > most;
    const double pitch = (low ? lowRow : rowHeight) + rowGap;
    const auto places = static_cast<std::size_t>(std::max(1.0, (most + rowGap) / pitch));
    const std::size_t shown = std::min(channels.size(), places);
    const double top = area.bottom() - static_cast<double>(shown) * pitch + rowGap;
    for (std::size_t i = 0; i < shown; ++i) {
        Row row = rowAt(p, channels[i],
                        {area.left(), top + static_cast<double>(i) * pitch, area.width(), pitch - rowGap});
        draw(row);
    }
    double end = top - 2 * rowGap;
    if (shown < channels.size()) {
        end -= 24;
        label(p.items, QStringLiteral("pool/channel/more"), {area.left(), end, area.width(), 24},
              p.input.words.translate("Pool", "+%n queue(s) or pipe(s)", nullptr,
                                      static_cast<int>(channels.size() - shown)),
              type::small, p.quiet());
    }
    return {area.left(), area.top(), area.width(), end - area.top()};
}

} // namespace il::pool
