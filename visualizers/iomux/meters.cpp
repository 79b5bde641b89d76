#include "iomux/meters.h"

#include "iomux/chart.h"
#include "iomux/texts.h"
#include "scene/text.h"

#include "trace/census.h"

#include <algorithm>

namespace il::iomux {

using namespace scene;
using trace::PollModel;

namespace {

constexpr std::uint64_t farAway = 10'000; ///< for the comparison
constexpr PollModel allModels[] = {PollModel::Select, PollModel::Poll, PollModel::Epoll};

double nameWidth()
{
    return textWidth(QStringLiteral("select"), type::code) + 14;
}

/// How many were ready when a call returned last.
std::uint64_t latestReady(const Picture& p)
{
    std::uint64_t ready = 0;
    trace::SimTime when;
    for (const trace::ThreadView& thread : p.input.view.threads)
        if (thread.poll.model != PollModel::None && !thread.poll.inside && thread.poll.changed >= when) {
            when = thread.poll.changed;
            ready = thread.poll.reported.size();
        }
    return std::max<std::uint64_t>(ready, 1);
}

void farRow(Picture& p, PollModel model, std::uint64_t ready, const QRectF& rect)
{
    const std::optional<std::uint64_t> count = examinedByRule(model, farAway, ready);
    const ElementId id = QStringLiteral("iomux/far/") + modelName(model);
    const QString value = count ? numberText(*count) : QStringLiteral("≤ %1").arg(selectLimit);
    label(p.items, id + QStringLiteral("/name"), {rect.left(), rect.top(), rect.width(), 24},
          modelName(model), type::small, p.quiet());
    const QRectF line(rect.left(), rect.top() + 22, rect.width(), rect.height() - 22);
    const Font font = count ? Font{FontFamily::Mono, 26, 600} : type::small;
    label(p.items, id, line, value, fitted(value, font, line.width(), minTextPx),
          count ? p.theme().ink : p.quiet());
}

/// "At 10 000 descriptors, 2 of them ready", by the models' rules.
void far(Picture& p, const QRectF& rect)
{
    const std::uint64_t ready = latestReady(p);
    const QString title = p.words("At %1 descriptors, %2 ready:").arg(numberText(farAway), numberText(ready));
    label(p.items, QStringLiteral("iomux/far/title"), {rect.left(), rect.top(), rect.width(), 26}, title,
          fitted(title, type::note, rect.width(), minTextPx), p.quiet());
    const double width = (rect.width() - 24) / 3;
    double x = rect.left();
    for (const PollModel model : allModels) {
        farRow(p, model, ready, {x, rect.top() + 28, width, 60});
        x += width + 12;
    }
}

void bars(Picture& p, const QRectF& area)
{
    drawMetersHeading(p, QStringLiteral("iomux/meters/heading"), {area.left(), area.top(), area.width(), 30});
    const std::vector<PollModel> models = modelsOf(p.input.trace);
    constexpr double farHeight = 92;
    const double room = area.height() - 38 - farHeight - 10;
    const double pitch = std::clamp(room / static_cast<double>(models.size()), 52.0, 92.0);
    const std::uint64_t most = largestMeter(p);
    double y = area.top() + 38;
    for (const PollModel model : models) {
        drawMeter(p, model, {area.left(), y, area.width(), pitch - 12}, most);
        y += pitch;
    }
    if (area.bottom() - y >= farHeight)
        far(p, {area.left(), std::min(y + 14, area.bottom() - farHeight), area.width(), farHeight});
}

/// Where nobody polls: how many threads that takes.
void threadFigures(Picture& p, const QRectF& area)
{
    int calls = 0, waiting = 0;
    for (const trace::ThreadView& thread : p.input.view.threads) {
        calls += thread.call.name != 0 ? 1 : 0;
        waiting += thread.call.inside && thread.state == trace::ThreadState::Io ? 1 : 0;
    }
    std::uint64_t received = 0;
    for (const Descriptor& descriptor : p.subjects.groups.front().descriptors)
        for (const trace::FileId id : descriptor.files) // what is read of a listener are connections
            if (p.file(id) && p.input.trace.files()[id].kind != trace::FileKind::Listener)
                received += p.file(id)->read;
    const double pitch = std::min(104.0, area.height() / 3);
    figure(p.items, QStringLiteral("iomux/figure/waiting"), {area.left(), area.top(), area.width(), 64},
           QString::number(waiting), p.words("Threads asleep in a call"), p.theme());
    figure(p.items, QStringLiteral("iomux/figure/threads"),
           {area.left(), area.top() + pitch, area.width(), 64}, QString::number(calls),
           p.words("Threads that do I/O"), p.theme());
    figure(p.items, QStringLiteral("iomux/figure/read"),
           {area.left(), area.top() + 2 * pitch, area.width(), 64}, numberText(received),
           p.words("Bytes read"), p.theme());
}

} // namespace

std::optional<std::uint64_t> Examined::perCall() const
{
    return calls > 0 ? std::optional((descriptors + calls / 2) / calls) : std::nullopt;
}

Examined examinedBy(const trace::View& view, PollModel model)
{
    const trace::PollTotals& totals = view.polls[static_cast<int>(model)];
    Examined examined{totals.examined, totals.returns};
    for (const trace::ThreadView& thread : view.threads)
        if (thread.poll.inside && thread.poll.model == model)
            examined.descriptors -= std::min<std::uint64_t>(examined.descriptors, thread.poll.examined);
    return examined;
}

std::optional<std::uint64_t> examinedByRule(PollModel model, std::uint64_t descriptors, std::uint64_t ready)
{
    switch (model) {
    case PollModel::Select:
        return descriptors <= selectLimit ? std::optional(descriptors) : std::nullopt;
    case PollModel::Poll:
        return descriptors;
    case PollModel::Epoll:
        return std::min(ready, descriptors);
    case PollModel::None:
        break;
    }
    return std::nullopt;
}

std::vector<PollModel> modelsOf(const trace::Trace& trace)
{
    std::vector<PollModel> models;
    for (const PollModel model : allModels)
        if (trace.census().polls.calls[static_cast<std::size_t>(model)] > 0)
            models.push_back(model);
    return models;
}

std::uint64_t largestMeter(const Picture& p)
{
    std::uint64_t most = 1;
    for (const PollModel model : allModels)
        most = std::max(most, examinedBy(p.input.view, model).perCall().value_or(0));
    return most;
}

void drawMetersHeading(Picture& p, const ElementId& id, const QRectF& rect)
{
    QString title = p.words("Descriptors examined per wake-up");
    Font font = fitted(title, type::heading, rect.width(), minTextPx);
    if (textWidth(title, font) > rect.width()) {
        title = p.words("Examined per wake-up");
        font = fitted(title, type::heading, rect.width(), minTextPx);
    }
    label(p.items, id, rect, title, font, p.quiet());
}

void drawMeter(Picture& p, PollModel model, const QRectF& rect, std::uint64_t most)
{
    const Examined examined = examinedBy(p.input.view, model);
    const std::optional<std::uint64_t> value = examined.perCall();
    const QString id = QStringLiteral("iomux/meter/") + modelName(model);
    const bool two = rect.height() >= 56;
    const double barHeight = std::min(46.0, two ? rect.height() - 26 : rect.height());
    const double left = rect.left() + nameWidth();
    const QString text = value ? numberText(*value) : QStringLiteral("–");
    const double numberWidth = textWidth(value ? numberText(most) : text, type::figure) + 2;
    const double room = rect.right() - left - numberWidth - 12;
    const double width =
        value ? std::max(3.0, room * static_cast<double>(*value) / static_cast<double>(most)) : 0;
    label(p.items, id + QStringLiteral("/name"), {rect.left(), rect.top(), nameWidth(), barHeight},
          modelName(model), type::code, p.theme().ink);
    if (value)
        p.items.push_back({id,
                           Role::Marker,
                           Rect{{left, rect.top(), width, barHeight}, std::min(8.0, width / 2)},
                           {p.theme().mark(p.color(model))},
                           {},
                           p.words("%1: %2 descriptors examined per wake-up").arg(modelName(model), text)});
    label(p.items, id + QStringLiteral("/value"), {left + width + 12, rect.top(), numberWidth, barHeight},
          text, Font{FontFamily::Sans, 26, 700}, p.theme().ink);
    if (!two || examined.calls == 0)
        return;
    const QString sum =
        p.input.words.translate("Iomux", "%1 in %n call(s)", nullptr, static_cast<int>(examined.calls))
            .arg(numberText(examined.descriptors));
    label(p.items, id + QStringLiteral("/sum"), {left, rect.top() + barHeight + 2, rect.right() - left, 24},
          sum, type::small, p.quiet());
}

void drawMeters(Picture& p)
{
    if (!p.subjects.polls())
        return threadFigures(p, p.plan.meters);
    if (hasChart(p.input.trace))
        return drawChart(p, p.plan.meters);
    bars(p, p.plan.meters);
}

} // namespace il::iomux
