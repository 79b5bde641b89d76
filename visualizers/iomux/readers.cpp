// Where nobody polls: each thread that sits in a call beside the descriptor that it waits for.
#include "iomux/picture.h"
#include "iomux/texts.h"
#include "scene/text.h"

#include <algorithm>

namespace il::iomux {

using namespace scene;
using trace::ThreadId;
using trace::ThreadState;

namespace {

/// The thread that is in a call on the descriptor, or made the last one on it.
ThreadId callerOf(const Picture& p, const Descriptor& descriptor)
{
    ThreadId last = trace::noThread;
    trace::SimTime when;
    for (std::size_t id = 0; id < p.input.view.threads.size(); ++id) {
        const trace::ThreadView& thread = p.input.view.threads[id];
        if (thread.call.name == 0 || thread.call.argument != descriptor.number ||
            thread.process != descriptor.process || thread.state == ThreadState::Done)
            continue;
        if (thread.call.inside)
            return static_cast<ThreadId>(id);
        if (last == trace::noThread || thread.call.changed > when) {
            last = static_cast<ThreadId>(id);
            when = thread.call.changed;
        }
    }
    return last;
}

/// "recv …", and beside it, where there is room, that the thread sleeps.
void drawCall(Picture& p, ThreadId thread, const ElementId& id, const QRectF& rect)
{
    constexpr double wordsFrom = 200;
    if (rect.width() <= 40)
        return;
    const bool wide = rect.width() > 2 * wordsFrom;
    const QString call = briefCall(p, thread);
    const QRectF code(rect.left(), rect.top(), wide ? wordsFrom - 12 : rect.width(), rect.height());
    label(p.items, id + QStringLiteral("/call"), code, call,
          fitted(call, type::code, code.width(), minTextPx), p.theme().ink);
    const trace::ThreadView& view = p.input.view.threads[thread];
    if (wide && view.call.inside && view.state == ThreadState::Io)
        label(p.items, id + QStringLiteral("/says"), rect.adjusted(wordsFrom, 0, 0, 0),
              p.words("asleep in this call"), type::note, p.quiet());
}

void reader(Picture& p, ThreadId thread, int descriptor, const QRectF& rect)
{
    const ThreadLook look = threadLook(p.input.trace, p.input.view, thread, p.input.words);
    const double height = std::min(36.0, rect.height());
    const double chip = std::min(72.0, rect.width());
    threadChip(p.items, QStringLiteral("thread/%1/at/%2").arg(thread).arg(descriptor),
               {rect.left(), rect.center().y() - height / 2, chip, height}, look, p.theme());
    const QRectF rest(rect.left() + chip + 12, rect.top(), rect.width() - chip - 12, rect.height());
    drawCall(p, thread, QStringLiteral("iomux/reader/%1").arg(descriptor), rest);
}

} // namespace

void drawReaders(Picture& p, const Group& group, const GroupPlan& plan)
{
    for (std::size_t i = 0; i < std::min(group.descriptors.size(), plan.readers.size()); ++i) {
        const ThreadId thread = callerOf(p, group.descriptors[i]);
        if (thread != trace::noThread)
            reader(p, thread, group.descriptors[i].number, plan.readers[i]);
    }
}

} // namespace il::iomux
