// The deadlock picture while it is being composed: what all its parts read, and the items they have made so
// far.
#pragma once

#include "deadlock/graph.h"
#include "deadlock/happenings.h"
#include "deadlock/names.h"
#include "deadlock/plan.h"
#include "scene/panel.h"
#include "scene/parts.h"

namespace il::deadlock {

struct Picture {
    const scene::StageInput& input;
    const Cast cast;
    const Graph graph;
    const std::vector<Happening> happenings;
    const Names names;
    const bool threadsOnly; ///< the wait-for graph
    const Plan plan;
    scene::Items items;

    const scene::Theme& theme() const { return input.theme; }
    QColor quiet() const { return input.theme.readable(input.theme.ink2); }
    QColor bad() const { return input.theme.mark(input.theme.bad); }
    QColor color(trace::ThreadId thread) const { return input.theme.mark(input.theme.thread(thread)); }
    QString words(const char* source, const char* comment = nullptr, int n = -1) const
    {
        return input.words.translate("Deadlock", source, comment, n);
    }
    /// Doesn't break between the number and its unit.
    QString time(trace::SimTime moment) const
    {
        return scene::timeText(moment.ns).replace(QLatin1Char(' '), QChar(QChar::Nbsp));
    }
    /// What is known by now of those who are stuck for good; null when nobody is. (A process that was killed
    /// isn't any more.)
    const trace::DeadlockInfo* stuck() const;
    bool isStuck() const { return stuck() != nullptr; }
    /// The pool that is exhausted; null when none is.
    const trace::ExhaustedPool* exhaustedPool() const;
    QString poolName() const;
    /// Tries in vain so far, of a run in which several threads have tried again and again, and nobody has got
    /// a second lock: a livelock, if it goes on like that. Otherwise 0.
    int triesInVain() const;
    /// The ring opens by itself when somebody's patience ends.
    bool ringPasses() const { return graph.ringUntil != trace::SimTime::never(); }
};

/// Arrows between threads and things; or between threads, when only these are shown. First, for they end at
/// the edges of the others.
void drawEdges(Picture& picture);
void drawNodes(Picture& picture);
/// "cycle of 5", or what has just happened.
void drawVerdict(Picture& picture);
/// Coffman's conditions and what would break the ring.
void drawCard(Picture& picture);

} // namespace il::deadlock
