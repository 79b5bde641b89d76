// Several threads that poll: a band each, with its descriptors as cells and a bar.
#include "iomux/meters.h"
#include "iomux/picture.h"
#include "iomux/texts.h"
#include "scene/text.h"

#include "trace/census.h"

#include <algorithm>

namespace il::iomux {

using namespace scene;
using trace::PollModel;

namespace {

void headings(Picture& p)
{
    const QRectF first = p.plan.groups.front().descriptors.heading, meters = p.plan.meters;
    label(p.items, QStringLiteral("iomux/bands/threads"),
          {p.plan.groups.front().thread.left(), first.top(), p.plan.groups.front().thread.width(), 30},
          p.words("Thread"), type::heading, p.quiet());
    label(p.items, QStringLiteral("iomux/bands/descriptors"), first, p.words("Descriptors"), type::heading,
          p.quiet());
    drawMetersHeading(p, QStringLiteral("iomux/bands/meters"),
                      {meters.left(), meters.top(), meters.width(), 30});
}

/// The model of the thread's latest call; before the first one, one that it will use.
PollModel modelOf(const Picture& p, const Group& group)
{
    const trace::ThreadView* thread = p.thread(group.poller);
    if (thread && thread->poll.model != PollModel::None)
        return thread->poll.model;
    for (const trace::Poller& poller : p.input.trace.census().polls.pollers)
        if (poller.thread == group.poller)
            for (const PollModel model : {PollModel::Select, PollModel::Poll, PollModel::Epoll})
                if (poller.calls[static_cast<std::size_t>(model)] > 0)
                    return model;
    return PollModel::None;
}

} // namespace

void drawBands(Picture& p)
{
    headings(p);
    const std::uint64_t most = largestMeter(p);
    std::vector<PollModel> drawn;
    for (std::size_t i = 0; i < p.plan.groups.size(); ++i) {
        const Group& group = p.subjects.groups[i];
        const GroupPlan& plan = p.plan.groups[i];
        drawThread(p, group, plan);
        drawDescriptors(p, group, plan, i);
        const PollModel model = modelOf(p, group);
        if (model == PollModel::None || std::find(drawn.begin(), drawn.end(), model) != drawn.end())
            continue;
        drawn.push_back(model);
        drawMeter(p, model, plan.meter, most);
    }
    if (p.plan.hiddenGroups > 0)
        label(p.items, QStringLiteral("iomux/bands/more"), p.plan.moreGroups,
              QStringLiteral("+%1").arg(p.plan.hiddenGroups), type::strong, p.theme().ink);
}

} // namespace il::iomux
