#include "deadlock/graph.h"

#include <algorithm>

namespace il::deadlock {

using trace::ObjectId;
using trace::ThreadId;
using trace::ThreadState;
using trace::ThreadView;
using trace::View;

namespace {

ThreadId holderOf(const Cast& cast, const View& view, ObjectId object)
{
    if (const auto giver = cast.givers.find(object); giver != cast.givers.end()) {
        const bool alive =
            giver->second < view.threads.size() && view.threads[giver->second].state != ThreadState::Done;
        return alive ? giver->second : trace::noThread;
    }
    return object < view.objects.size() ? view.objects[object].owner : trace::noThread;
}

/// For whom `waiter` waits at `object`. Of a semaphore with several units that is only known when nobody can
/// go on any more.
ThreadId holderFor(const Cast& cast, const View& view, ThreadId waiter, ObjectId object)
{
    if (object >= view.objects.size() || view.objects[object].takers.empty())
        return holderOf(cast, view, object);
    const auto& takers = view.objects[object].takers;
    const auto told = cast.takers.find({waiter, object});
    if (told != cast.takers.end() && view.deadlock != trace::none)
        return told->second;
    return takers.size() == 1 ? takers.front().thread : trace::noThread;
}

void addTakers(Graph& graph, const Cast& cast, const View& view, ObjectId object)
{
    for (const trace::Taker& taker : view.objects[object].takers) {
        const auto same = [&](const Hold& h) { return h.object == object && h.thread == taker.thread; };
        if (cast.has(taker.thread) && std::none_of(graph.holds.begin(), graph.holds.end(), same))
            graph.holds.push_back({object, taker.thread});
    }
}

void addHolds(Graph& graph, const Cast& cast, const View& view)
{
    for (const ObjectId object : cast.objects) {
        if (object < view.objects.size())
            addTakers(graph, cast, view, object);
        const ThreadId holder = holderOf(cast, view, object);
        if (holder != trace::noThread && cast.has(holder))
            graph.holds.push_back({object, holder});
    }
}

void addWant(Graph& graph, const Cast& cast, const View& view, ThreadId id)
{
    const ThreadView& thread = view.threads[id];
    const bool asleep = thread.state == ThreadState::Blocked;
    const ObjectId object = asleep ? thread.waitsFor : thread.queuedAt;
    if (object >= view.objects.size() || !cast.hasObject(object))
        return;
    const auto& woken = view.objects[object].woken;
    graph.wants.push_back({id, object, asleep, std::find(woken.begin(), woken.end(), id) != woken.end(),
                           asleep ? thread.until : trace::SimTime::never()});
}

const Link* linkOf(const std::vector<Link>& links, ThreadId waiter)
{
    const auto at =
        std::find_if(links.begin(), links.end(), [&](const Link& link) { return link.waiter == waiter; });
    return at == links.end() ? nullptr : &*at;
}

/// From `start` on, until it ends or comes back to somebody in it.
std::vector<Link> chainFrom(const std::vector<Link>& links, ThreadId start)
{
    std::vector<Link> chain;
    for (const Link* link = linkOf(links, start); link; link = linkOf(links, link->holder)) {
        if (linkOf(chain, link->waiter))
            break;
        chain.push_back(*link);
    }
    return chain;
}

void findRing(Graph& graph)
{
    for (const Link& link : graph.links) {
        std::vector<Link> chain = chainFrom(graph.links, link.waiter);
        if (chain.size() > graph.chain.size())
            graph.chain = chain;
        if (chain.empty() || chain.back().holder != link.waiter)
            continue;
        graph.ringLinks.push_back(link);
        if (graph.ring.empty())
            graph.ring = std::move(chain);
    }
    if (!graph.ring.empty())
        graph.chain = graph.ring;
    for (const Link& link : graph.ring)
        graph.ringUntil = std::min(graph.ringUntil, graph.wantOf(link.waiter)->until);
}

} // namespace

bool Graph::inRing(ThreadId thread) const
{
    return linkOf(ringLinks, thread) != nullptr;
}

bool Graph::ringHas(ObjectId object) const
{
    return std::any_of(ringLinks.begin(), ringLinks.end(),
                       [&](const Link& link) { return link.object == object; });
}

const Want* Graph::wantOf(ThreadId thread) const
{
    const auto at =
        std::find_if(wants.begin(), wants.end(), [&](const Want& want) { return want.thread == thread; });
    return at == wants.end() ? nullptr : &*at;
}

Graph graphOf(const Cast& cast, const View& view)
{
    Graph graph;
    addHolds(graph, cast, view);
    for (const ThreadId id : cast.threads)
        if (id < view.threads.size())
            addWant(graph, cast, view, id);
    for (const Want& want : graph.wants) {
        const ThreadId holder = holderFor(cast, view, want.thread, want.object);
        if (want.asleep && !want.woken && holder != trace::noThread && cast.has(holder))
            graph.links.push_back({want.thread, want.object, holder});
    }
    findRing(graph);
    return graph;
}

} // namespace il::deadlock
