// The pool picture while it is being composed: what all its parts read, and the items they have made so far.
#pragma once

#include "pool/plan.h"
#include "pool/standing.h"
#include "scene/panel.h"
#include "scene/parts.h"

namespace il::pool {

struct Picture {
    const scene::StageInput& input;
    scene::Items items;

    const scene::Theme& theme() const { return input.theme; }
    QColor quiet() const { return input.theme.readable(input.theme.ink2); }
    QColor bad() const { return input.theme.readable(input.theme.bad); }
    QColor color(trace::ThreadId thread) const { return input.theme.thread(thread); }
    QString words(const char* source) const { return input.words.translate("Pool", source); }
    QString text(trace::StringId id) const;
    QString taskName(trace::TaskId task) const;
    /// What a worker is called on its chip: "pid 412" with `full`, "412", or a thread's label.
    QString workerName(trace::ThreadId worker, bool full) const;
    /// What a task's name is called wherever it is, so that it moves.
    static scene::ElementId taskElement(trace::TaskId task);
};

void drawQueue(Picture& picture, const Pool& pool, const Standing& standing, const Band& band);
void drawWorkers(Picture& picture, const Pool& pool, const Standing& standing, const Band& band);
void drawResults(Picture& picture, const Pool& pool, const Standing& standing, const Band& band);
void drawFigures(Picture& picture, const Pool& pool, const Band& band);
/// Queues and pipes between processes, at the bottom of `area`; returns what is left of it.
QRectF drawChannels(Picture& picture, const QRectF& area);
/// Processes without a pool: parents and children.
void drawProcesses(Picture& picture, const QRectF& area);

} // namespace il::pool
