// Copy-on-write: which pages of its memory a process has written to since it last forked or was forked.
#pragma once

#include "machine/heap/heap.h"

#include <map>
#include <vector>

namespace il::machine {

/// A value. It counts as an operating system with pages of 4096 bytes would for CPython: using an object
/// writes its reference count, so that its page is copied; what is only a buffer is copied when it is
/// changed. Ints and floats are objects too, beside the list that they are in.
class SharedPages {
public:
    static constexpr std::size_t pageBytes = 4096;

    /// All pages are shared from now on.
    void share(const Heap& heap);
    bool any() const { return m_total > 0; }
    std::uint32_t total() const { return m_total; }
    std::uint32_t copied() const { return std::min(m_copied, m_total); }

    void touch(Value object)
    {
        if (object.isRef())
            touchPage(m_objects, object.asRef() * Heap::objectBytes / pageBytes);
    }
    /// The number, or the place, of that index in a list or tuple.
    void touchItem(const Heap& heap, Value container, std::size_t index);
    /// Everything that is in a container, but not what is in that again.
    void touchItems(const Heap& heap, Value container);

    /// Whether so many more pages have been copied since this was last true that somebody should hear of it.
    bool isNews();

private:
    void touchPage(std::vector<bool>& pages, std::size_t page)
    {
        if (page < pages.size() && !pages[page]) {
            pages[page] = true;
            ++m_copied;
        }
    }

    std::uint32_t m_total = 0, m_copied = 0, m_told = 0;
    std::vector<bool> m_objects;
    std::map<Handle, std::vector<bool>> m_contents; ///< of containers that fill pages of their own
};

} // namespace il::machine
