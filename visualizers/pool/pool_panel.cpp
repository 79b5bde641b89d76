#include "pool/pool_panel.h"

#include "pool/picture.h"

#include <algorithm>

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

class PoolPanel final : public Panel {
public:
    PanelInfo info() const override { return {"pool", "Processes and pools"}; }

    bool hasSubject(const trace::Trace& trace) const override
    {
        return trace.processes().size() > 1 || hasPool(trace);
    }

    int claim(const trace::Trace&) const override { return 4; }

    QString cardTitle(const Words& words) const override
    {
        return words.translate("Pool", "Processes and pools");
    }

    std::vector<Item> layout(const StageInput& input, const QRectF& area) const override
    {
        Picture picture{input, {}};
        const std::vector<Pool> pools = poolsOf(input.trace);
        if (pools.empty()) {
            drawProcesses(picture, area);
            return std::move(picture.items);
        }
        Plan plan = planFor(area, pools.size());
        for (std::size_t i = 0; i < plan.bands.size(); ++i) {
            plan.bands[i].id = QStringLiteral("pool/%1").arg(pools[i].id);
            drawPool(picture, pools[i], plan.bands[i]);
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
