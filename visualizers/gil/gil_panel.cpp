#include "gil/gil_panel.h"

#include "gil/picture.h"

#include "trace/census.h"

#include <algorithm>

namespace il::gil {

using namespace scene;

void Picture::chip(trace::ThreadId thread, const QRectF& rect)
{
    threadChip(items, QStringLiteral("thread/%1/chip").arg(thread), rect,
               threadLook(input.trace, input.view, thread, input.words), input.theme);
    chips.emplace(thread, rect);
}

namespace {

int threadCount(const trace::Trace& trace)
{
    const trace::Census& census = trace.census();
    const auto services = std::count(census.services.begin(), census.services.end(), true);
    return static_cast<int>(census.created) - static_cast<int>(services);
}

class GilPanel final : public Panel {
public:
    PanelInfo info() const override { return {"gil", "GIL"}; }

    bool hasSubject(const trace::Trace& trace) const override { return threadCount(trace) > 0; }

    int claim(const trace::Trace&) const override { return 1; }

    QString cardTitle(const Words& words) const override { return words.translate("Gil", "Interpreter"); }

    std::vector<Item> layout(const StageInput& input, const QRectF& area) const override
    {
        const Model model = modelOf(input.trace, input.view);
        const int cores = static_cast<int>(input.view.cores.size());
        Picture picture{input,
                        model,
                        seat(input.trace, input.view),
                        planFor(area, cores, threadCount(input.trace), figureCount(model)),
                        {},
                        {}};
        drawRequest(picture);
        drawCores(picture);
        drawQueue(picture);
        drawOutside(picture);
        drawFigures(picture);
        drawStrip(picture);
        drawKey(picture);
        return std::move(picture.items);
    }

    std::vector<std::string> extraLanes(const trace::Trace& trace) const override
    {
        if (!trace.hasGil())
            return {};
        constexpr std::size_t most = 3;
        std::vector<std::string> lanes;
        for (std::size_t i = 0; i < std::min(trace.processes().size(), most); ++i)
            lanes.push_back(i == 0 ? "gil" : "gil/" + std::to_string(i));
        return lanes;
    }
};

} // namespace

std::unique_ptr<Panel> makePanel()
{
    return std::make_unique<GilPanel>();
}

} // namespace il::gil
