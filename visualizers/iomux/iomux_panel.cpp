#include "iomux/iomux_panel.h"

#include "iomux/chart.h"
#include "iomux/picture.h"

#include "trace/census.h"

#include <algorithm>

namespace il::iomux {

using namespace scene;
using trace::PollModel;

namespace {

/// The thread that alone calls this model, when several threads poll and it calls no other one.
trace::ThreadId soleUser(const trace::Trace& trace, PollModel model)
{
    trace::ThreadId user = trace::noThread;
    const auto& pollers = trace.census().polls.pollers;
    for (const trace::Poller& poller : pollers) {
        if (poller.calls[static_cast<std::size_t>(model)] == 0)
            continue;
        const auto used =
            std::count_if(poller.calls.begin(), poller.calls.end(), [](auto n) { return n > 0; });
        if (user != trace::noThread || used > 1)
            return trace::noThread;
        user = poller.thread;
    }
    return pollers.size() > 1 ? user : trace::noThread;
}

class IomuxPanel final : public Panel {
public:
    PanelInfo info() const override { return {"iomux", "I/O multiplexing"}; }

    bool hasSubject(const trace::Trace& trace) const override { return !subjectsOf(trace).empty(); }

    int claim(const trace::Trace&) const override { return 3; }

    QString cardTitle(const Words& words) const override { return words.translate("Iomux", "Kernel"); }

    std::vector<std::uint32_t> arrivals(const trace::Trace& trace) const override
    {
        return arrivalsOf(trace, subjectsOf(trace));
    }

    std::vector<Item> layout(const StageInput& input, const QRectF& area) const override
    {
        Subjects subjects = subjectsOf(input.trace);
        Plan plan = planFor(area, subjects, hasChart(input.trace));
        Picture p{input, std::move(subjects), std::move(plan), {}, {}, {}};
        if (p.plan.bands) {
            drawBands(p);
            return std::move(p.items);
        }
        const Group& group = p.subjects.groups.front();
        const GroupPlan& places = p.plan.groups.front();
        drawDescriptors(p, group, places, 0);
        if (p.subjects.polls()) {
            drawList(p, group, places);
            drawThread(p, group, places);
            drawLinks(p, places);
        } else {
            drawReaders(p, group, places);
        }
        drawMeters(p);
        return std::move(p.items);
    }
};

} // namespace

const trace::ThreadView* Picture::thread(trace::ThreadId id) const
{
    return id < input.view.threads.size() ? &input.view.threads[id] : nullptr;
}

const trace::FileView* Picture::file(trace::FileId id) const
{
    return id < input.view.files.size() ? &input.view.files[id] : nullptr;
}

QColor Picture::color(PollModel model) const
{
    if (const trace::ThreadId user = soleUser(input.trace, model); user != trace::noThread)
        return theme().thread(user);
    // Vermilion, orange and bluish green of Okabe and Ito's set: threads 6, 2 and 3 have them.
    switch (model) {
    case PollModel::Select:
        return theme().thread(6);
    case PollModel::Poll:
        return theme().thread(2);
    case PollModel::Epoll:
        return theme().thread(3);
    case PollModel::None:
        break;
    }
    return theme().ink2;
}

std::unique_ptr<Panel> makePanel()
{
    return std::make_unique<IomuxPanel>();
}

} // namespace il::iomux
