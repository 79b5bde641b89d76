#include "mutex/mutex_panel.h"

#include "mutex/figures.h"
#include "mutex/picture.h"

#include <algorithm>

namespace il::mutex {

using namespace scene;

namespace {

constexpr std::size_t maxLanes = 3;

/// Owners of locks first, but a variable gets a lane when there is one.
std::vector<std::string> lanesOf(const trace::Trace& trace, const Subjects& subjects)
{
    std::vector<std::string> locks, variables;
    for (const auto id : subjects.objects)
        if (isLock(trace.objects()[id].kind))
            locks.push_back("object/" + std::to_string(id));
    for (const auto id : mostUsed(subjects.variables, subjects.variableUses, maxLanes))
        variables.push_back("variable/" + std::to_string(id));
    locks.resize(std::min(locks.size(), variables.empty() ? maxLanes : maxLanes - 1));
    variables.resize(std::min(variables.size(), maxLanes - locks.size()));
    locks.insert(locks.end(), variables.begin(), variables.end());
    return locks;
}

class MutexPanel final : public Panel {
public:
    PanelInfo info() const override { return {"mutex", "Locks and memory"}; }

    bool hasSubject(const trace::Trace& trace) const override { return !subjectsOf(trace).empty(); }

    int claim(const trace::Trace&) const override { return 2; }

    QString cardTitle(const Words& words) const override { return words.translate("Mutex", "Shared memory"); }

    std::vector<Item> layout(const StageInput& input, const QRectF& area) const override
    {
        Subjects subjects = subjectsOf(input.trace);
        const Plan plan = planFor(area, subjects, hasLocks(input.trace, subjects) ? 4 : 2);
        Picture picture{
            input, std::move(subjects), accessesAt(input.trace, input.view, input.step), plan, {}};
        drawLinks(picture); // below all the rest: they end at the edges of boxes
        drawObjects(picture);
        drawVariables(picture);
        drawCards(picture);
        drawFigures(picture);
        return std::move(picture.items);
    }

    std::vector<std::string> extraLanes(const trace::Trace& trace) const override
    {
        return lanesOf(trace, subjectsOf(trace));
    }
};

} // namespace

std::unique_ptr<Panel> makePanel()
{
    return std::make_unique<MutexPanel>();
}

} // namespace il::mutex
