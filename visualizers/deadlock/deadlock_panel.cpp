#include "deadlock/deadlock_panel.h"

#include "deadlock/picture.h"

namespace il::deadlock {

using namespace scene;

namespace {

Picture pictureOf(const StageInput& input, const QRectF& area, bool threadsOnly)
{
    Cast cast = castOf(input.trace);
    Names names = namesOf(input, cast);
    Graph graph = graphOf(cast, input.view);
    auto happenings = happeningsAt(input.trace, cast, input.view, input.step);
    Plan plan = planFor(area, input.trace, cast, names, threadsOnly);
    return {input,
            std::move(cast),
            std::move(graph),
            std::move(happenings),
            std::move(names),
            threadsOnly,
            std::move(plan),
            {}};
}

class DeadlockPanel final : public Panel {
public:
    PanelInfo info() const override { return {"deadlock", "Deadlock"}; }

    bool hasSubject(const trace::Trace& trace) const override { return isAboutDeadlock(trace); }

    int claim(const trace::Trace& trace) const override { return trace.deadlocks().empty() ? 0 : 5; }

    QString cardTitle(const Words& words) const override
    {
        return words.translate("Deadlock", "Resource-allocation graph");
    }

    std::vector<PanelVariant> variants(const Words& words) const override
    {
        return {{"resources", words.translate("Deadlock", "Resource-allocation graph")},
                {"waits", words.translate("Deadlock", "Wait-for graph")}};
    }

    std::vector<Item> layout(const StageInput& input, const QRectF& area) const override
    {
        Picture picture = pictureOf(input, area, input.variant == "waits");
        drawEdges(picture);
        drawNodes(picture);
        drawVerdict(picture);
        drawCard(picture);
        return std::move(picture.items);
    }
};

} // namespace

std::unique_ptr<Panel> makePanel()
{
    return std::make_unique<DeadlockPanel>();
}

} // namespace il::deadlock
