#include "pool/figures.h"

#include "pool/picture.h"

#include <algorithm>
#include <cmath>

namespace il::pool {

using namespace scene;
using trace::SimTime;

namespace {

struct Span {
    SimTime from = SimTime::never(), to;
};

/// When the pool had something to do, so far.
Span activity(const trace::View& view, const Pool& pool)
{
    Span span;
    for (const trace::TaskId id : pool.tasks) {
        const Fate fate = fateOf(view, id);
        if (fate == Fate::Absent)
            continue;
        const trace::TaskView& task = view.tasks[id];
        span.from = std::min(span.from, task.queued);
        const bool open = fate == Fate::Waiting || fate == Fate::Running;
        const SimTime end = task.finished != SimTime::never()    ? task.finished
                            : task.collected != SimTime::never() ? task.collected
                                                                 : view.now;
        span.to = std::max(span.to, open ? view.now : end);
    }
    return span;
}

SimTime presenceOf(const trace::ThreadView& thread, const Span& span)
{
    const SimTime end = std::min(thread.left, span.to);
    return std::max(SimTime{}, end - std::max(thread.created, span.from));
}

SimTime busyOf(const trace::View& view, const trace::ThreadView& thread)
{
    return thread.task == trace::none ? thread.worked : thread.worked + (view.now - thread.servedSince);
}

struct Number {
    const char* id;
    QString value, caption;
    double share; ///< of the width
};

std::vector<Number> numbers(const Picture& p, const Pool& pool)
{
    const Figures figures = figuresOf(p.input.view, pool);
    const QString nothing = QStringLiteral("–");
    const auto speedUp = figures.speedUp();
    const auto busy = figures.busyPercent();
    return {{"speedup", speedUp ? QStringLiteral("%1 ×").arg(*speedUp, 0, 'f', 1) : nothing,
             p.words("Speed-up (max %1)").arg(figures.possible), 0.47},
            {"busy", busy ? QStringLiteral("%1 %").arg(*busy) : nothing, p.words("Busy"), 0.24},
            {"start", figures.toFirstTask ? timeText(figures.toFirstTask->ns) : nothing, p.words("Start-up"),
             0.29}};
}

} // namespace

std::optional<double> Figures::speedUp() const
{
    if (elapsed.ns <= 0)
        return std::nullopt;
    return static_cast<double>(work.ns) / static_cast<double>(elapsed.ns);
}

std::optional<int> Figures::busyPercent() const
{
    if (presence.ns <= 0)
        return std::nullopt;
    return static_cast<int>(
        std::lround(100.0 * static_cast<double>(busy.ns) / static_cast<double>(presence.ns)));
}

Figures figuresOf(const trace::View& view, const Pool& pool)
{
    Figures figures;
    const int workers = static_cast<int>(pool.places.size());
    figures.possible = std::max(1, std::min(workers, static_cast<int>(view.cores.size())));
    const Span span = activity(view, pool);
    if (span.from > view.now)
        return figures;
    figures.elapsed = span.to - span.from;
    SimTime toFirst;
    int started = 0;
    for (const Place& place : pool.places) {
        for (const trace::ThreadId id : place) {
            if (id >= view.threads.size() || view.threads[id].created > view.now)
                continue;
            const trace::ThreadView& thread = view.threads[id];
            figures.work += thread.served;
            figures.busy += busyOf(view, thread);
            figures.presence += presenceOf(thread, span);
            if (thread.firstTask == SimTime::never())
                continue;
            toFirst += thread.firstTask - thread.created;
            ++started;
        }
    }
    if (started > 0)
        figures.toFirstTask = SimTime{toFirst.ns / started};
    return figures;
}

void drawFigures(Picture& p, const Pool& pool, const Band& band)
{
    const std::vector<Number> all = numbers(p, pool);
    const QRectF& area = band.figures;
    const auto one = [&](const Number& number, const QRectF& rect) {
        figure(p.items, band.id + QLatin1String("/figure/") + QLatin1String(number.id), rect, number.value,
               number.caption, p.theme());
    };
    if (!band.figuresInColumn) {
        double x = area.left();
        for (const Number& number : all) {
            one(number, {x, area.top(), area.width() * number.share - 10, area.height()});
            x += area.width() * number.share;
        }
        return;
    }
    constexpr double most = 84;
    const auto rows = std::clamp<std::size_t>(static_cast<std::size_t>(area.height() / 60), 1, all.size());
    const double pitch = std::min(most, area.height() / static_cast<double>(rows));
    for (std::size_t i = 0; i < rows; ++i)
        one(all[i],
            {area.left(), area.top() + static_cast<double>(i) * pitch, area.width(), std::min(64.0, pitch)});
}

} // namespace il::pool
