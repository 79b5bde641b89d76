// The I/O picture while it is being composed: what all its parts read, and the items they have made so far.
#pragma once

#include "iomux/plan.h"
#include "iomux/subjects.h"
#include "scene/panel.h"
#include "scene/parts.h"

#include <map>

namespace il::iomux {

struct Picture {
    const scene::StageInput& input;
    const Subjects subjects;
    const Plan plan;
    scene::Items items;
    std::map<trace::FileId, QRectF> boxes;   ///< where each descriptor that has a box of its own lies
    std::map<trace::FileId, QRectF> entries; ///< where it lies in a ready list

    const scene::Theme& theme() const { return input.theme; }
    QColor quiet() const { return input.theme.readable(input.theme.ink2); }
    QString words(const char* source) const { return input.words.translate("Iomux", source); }
    /// nullptr before its creation.
    const trace::ThreadView* thread(trace::ThreadId id) const;
    const trace::FileView* file(trace::FileId id) const;
    /// A thread's colour where it alone uses a model beside others, so that lanes and bars agree; else one
    /// per model.
    QColor color(trace::PollModel model) const;
};

/// The epoll that the group's thread asks: before its first call the one that watches the group's
/// descriptors. trace::none when it asks otherwise.
trace::FileId epollOf(const Picture& picture, const Group& group);

void drawDescriptors(Picture& picture, const Group& group, const GroupPlan& plan, std::size_t index);
void drawList(Picture& picture, const Group& group, const GroupPlan& plan);
void drawThread(Picture& picture, const Group& group, const GroupPlan& plan);
/// Who sits in a call on which descriptor, where nobody polls.
void drawReaders(Picture& picture, const Group& group, const GroupPlan& plan);
void drawBands(Picture& picture);
/// Bars, or the chart.
void drawMeters(Picture& picture);
/// From ready descriptors to the list and from there to the thread.
void drawLinks(Picture& picture, const GroupPlan& plan);

} // namespace il::iomux
