// Queues of threads as links in flat arrays: no allocation per operation, copied by copying the arrays.
#pragma once

#include "trace/event.h"

#include <cassert>
#include <cstdint>
#include <vector>

namespace il::machine {

/// A thread's place in at most one list of one family.
struct ThreadLink {
    trace::ThreadId before = trace::noThread, after = trace::noThread;
};

/// First and last of a list; the links are in an array indexed by ThreadId, which all lists of a family
/// share. A thread must not be added while it is in a list of that family.
struct ThreadList {
    trace::ThreadId first = trace::noThread, last = trace::noThread;
    std::uint32_t size = 0;

    bool empty() const { return first == trace::noThread; }

    void append(std::vector<ThreadLink>& links, trace::ThreadId thread) { insertAfter(links, last, thread); }

    /// `place` noThread means the front.
    void insertAfter(std::vector<ThreadLink>& links, trace::ThreadId place, trace::ThreadId thread)
    {
        const trace::ThreadId next = place == trace::noThread ? first : links[place].after;
        links[thread] = {place, next};
        (place == trace::noThread ? first : links[place].after) = thread;
        (next == trace::noThread ? last : links[next].before) = thread;
        ++size;
    }

    void remove(std::vector<ThreadLink>& links, trace::ThreadId thread)
    {
        const ThreadLink link = links[thread];
        assert(size > 0 && (link.before != trace::noThread || first == thread));
        (link.before == trace::noThread ? first : links[link.before].after) = link.after;
        (link.after == trace::noThread ? last : links[link.after].before) = link.before;
        links[thread] = {};
        --size;
    }

    bool contains(const std::vector<ThreadLink>& links, trace::ThreadId thread) const
    {
        return first == thread || links[thread].before != trace::noThread;
    }

    /// The k-th from the front; k < size.
    trace::ThreadId at(const std::vector<ThreadLink>& links, std::uint32_t k) const
    {
        trace::ThreadId thread = first;
        while (k-- > 0)
            thread = links[thread].after;
        return thread;
    }
};

} // namespace il::machine
