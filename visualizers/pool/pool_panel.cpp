#include "pool/pool_panel.h"

#include "pool/picture.h"

#include <algorithm>
#include <numeric>

namespace il::pool {

using namespace scene;

namespace {

bool hasPool(const trace::Trace& trace)
{
    return !poolsOf(trace).empty();
}

void drawPool(Picture& picture, const Pool& pool, const Band& band)
{
    const Standing standing = standingOf(picture.input.trace, picture.input.view, pool);
    drawQueue(picture, pool, standing, band);
    drawWorkers(picture, pool, standing, band);
    drawResults(picture, pool, standing, band);
    drawFigures(picture, pool, band);
}

bool hasBegun(const StageInput& input, const Pool& pool)
{
    const auto created = [&](const Place& place) {
        const auto& threads = input.view.threads;
        return place.front() < threads.size() && threads[place.front()].created <= input.view.now;
    };
    return std::any_of(pool.places.begin(), pool.places.end(), created) ||
           std::any_of(pool.tasks.begin(), pool.tasks.end(), [&](trace::TaskId task) {
               return input.view.tasks[task].state != trace::TaskState::Absent;
           });
}

bool isOver(const StageInput& input, const Pool& pool)
{
    const Standing standing = standingOf(input.trace, input.view, pool);
    return !standing.workers.empty() &&
           std::all_of(standing.workers.begin(), standing.workers.end(), [](const Worker& worker) {
               return worker.doing == Doing::Ended || worker.doing == Doing::Died;
           });
}

/// Who has one of too few places: the first pools, until one is over and a later one has begun.
std::vector<std::size_t> shownPools(const StageInput& input, const std::vector<Pool>& pools,
                                    std::size_t places)
{
    std::vector<std::size_t> shown(std::min(places, pools.size()));
    std::iota(shown.begin(), shown.end(), std::size_t{0});
    for (std::size_t next = shown.size(); next < pools.size() && hasBegun(input, pools[next]); ++next) {
        std::size_t* oldest = nullptr;
        for (std::size_t& place : shown)
            if (isOver(input, pools[place]) && (oldest == nullptr || place < *oldest))
                oldest = &place;
        if (oldest != nullptr)
            *oldest = next;
    }
    return shown;
}

class PoolPanel final : public Panel {
public:
    PanelInfo info() const override { return {"pool", "Processes and pools"}; }

    bool hasSubject(const trace::Trace& trace) const override
    {
        return trace.processes().size() > 1 || hasPool(trace) || !trace.messages().empty();
    }

    int claim(const trace::Trace&) const override { return 4; }

    QString cardTitle(const Words& words) const override
    {
        return words.translate("Pool", "Processes and pools");
    }

    std::vector<PanelVariant> variants(const Words& words) const override
    {
        return {{"tasks", words.translate("Pool", "Processes and pools")},
                {"completion", words.translate("Pool", "Processes and pools, results by completion")},
                {"processes", words.translate("Pool", "Processes, queues and pipes")}};
    }

    std::vector<Item> layout(const StageInput& input, const QRectF& area) const override
    {
        Picture picture{input, {}};
        const std::vector<Pool> pools = poolsOf(input.trace);
        if (pools.empty() || input.variant == "processes") {
            drawProcesses(picture, drawChannels(picture, area));
            return std::move(picture.items);
        }
        Plan plan = planFor(area, pools.size());
        const std::vector<std::size_t> shown = shownPools(input, pools, plan.bands.size());
        for (std::size_t i = 0; i < plan.bands.size(); ++i) {
            plan.bands[i].id = QStringLiteral("pool/%1").arg(pools[shown[i]].id);
            drawPool(picture, pools[shown[i]], plan.bands[i]);
        }
        const auto hidden = static_cast<int>(pools.size() - plan.bands.size());
        if (hidden > 0)
            label(picture.items, QStringLiteral("pool/more"), plan.more,
                  input.words.translate("Pool", "+%n pool(s)", nullptr, hidden), type::strong,
                  input.theme.ink, Qt::AlignCenter);
        return std::move(picture.items);
    }
};

} // namespace

std::unique_ptr<Panel> makePanel()
{
    return std::make_unique<PoolPanel>();
}

} // namespace il::pool
