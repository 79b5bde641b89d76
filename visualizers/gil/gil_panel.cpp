#include "gil/gil_panel.h"

#include "gil/picture.h"

#include "trace/census.h"

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
    return static_cast<int>(trace.census().created);
}

class GilPanel final : public Panel {
public:
    PanelInfo info() const override { return {"gil", "GIL"}; }

    bool hasSubject(const trace::Trace& trace) const override { return threadCount(trace) > 0; }

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
        return trace.hasGil() ? std::vector<std::string>{"gil"} : std::vector<std::string>{};
    }
};

} // namespace

std::unique_ptr<Panel> makePanel()
{
    return std::make_unique<GilPanel>();
}

} // namespace il::gil
