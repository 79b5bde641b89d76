// The objects of one simulated process. A value: copying a Heap copies every object.
#pragma once

#include "machine/heap/object.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace il::machine {

/// Marks what is reachable. Kernel code hands its Values to it when asked for roots.
class Marker;

/// References to objects stay valid while others are allocated; only collect() frees.
class Heap {
public:
    /// What CPython's objects of about these kinds take, so that memory limits mean what people expect.
    static constexpr std::size_t objectBytes = 56;

    Heap() = default;
    Heap(const Heap& other);
    Heap& operator=(const Heap& other);
    Heap(Heap&&) noexcept = default;
    Heap& operator=(Heap&&) noexcept = default;

    Handle allocate(Handle cls, Body body, std::size_t extraBytes = 0);
    Handle allocate(Builtin cls, Body body, std::size_t extraBytes = 0)
    {
        return allocate(static_cast<Handle>(cls), std::move(body), extraBytes);
    }

    Object& operator[](Handle handle) { return m_chunks[handle / chunkSize]->objects[handle % chunkSize]; }
    const Object& operator[](Handle handle) const
    {
        return m_chunks[handle / chunkSize]->objects[handle % chunkSize];
    }

    /// The body of a Ref if it has that type, else null.
    template <class T>
    T* get(Value value)
    {
        return value.isRef() ? std::get_if<T>(&(*this)[value.asRef()].body) : nullptr;
    }
    template <class T>
    const T* get(Value value) const
    {
        return value.isRef() ? std::get_if<T>(&(*this)[value.asRef()].body) : nullptr;
    }
    template <class T>
    T& as(Handle handle)
    {
        return std::get<T>((*this)[handle].body);
    }
    template <class T>
    const T& as(Handle handle) const
    {
        return std::get<T>((*this)[handle].body);
    }

    // Makers of the common kinds.
    Value str(std::string_view text);
    Value intern(std::string_view text); ///< the same object for equal texts: names, keys of attribute dicts
    Value bytes(std::string data);
    Value tuple(std::vector<Value> items);
    Value list(std::vector<Value> items);
    Value dict();
    Value set(Builtin cls = Builtin::Set);

    /// Bytes in use, about as CPython would count them: objects plus their contents.
    std::size_t bytesUsed() const { return m_bytes; }
    /// Contents that grew after allocation (list.append, dict insertion, ...).
    void grew(std::size_t bytes) { m_bytes += bytes; }
    /// The most that the process may use; natives look before they make something huge.
    std::size_t byteLimit() const { return m_limit; }
    void setByteLimit(std::size_t bytes) { m_limit = bytes; }
    /// True when enough was allocated since the last collection to make one worthwhile.
    bool wantsCollection() const { return m_bytes >= m_threshold; }

    /// Mark and sweep. `roots` must mark everything reachable from outside. Deterministic.
    template <class Roots>
    void collect(Roots roots);

    std::size_t liveObjects() const { return m_live; }
    Handle end() const { return m_end; } ///< one past the largest handle in use

private:
    friend class Marker;
    static constexpr std::uint32_t chunkSize = 256;
    struct Chunk {
        Object objects[chunkSize];
    };
    void sweep();

    std::vector<std::unique_ptr<Chunk>> m_chunks;
    Handle m_end = 1;
    Handle m_free = 0; ///< head of the free list
    std::size_t m_live = 0;
    std::size_t m_bytes = 0;
    std::size_t m_threshold = 4u << 20;
    std::size_t m_limit = std::size_t{512} << 20;
    Table m_interned; ///< Str -> Str
};

class Marker {
public:
    explicit Marker(Heap& heap) : m_heap(heap) {}
    void mark(Value value)
    {
        if (value.isRef())
            mark(value.asRef());
    }
    void mark(Handle handle)
    {
        if (handle != 0 && !m_heap[handle].marked) {
            m_heap[handle].marked = true;
            m_pending.push_back(handle);
        }
    }
    void mark(std::span<const Value> values)
    {
        for (const Value value : values)
            mark(value);
    }
    void drain(); ///< marks what the marked ones refer to

private:
    void markBody(const Object& object);
    Heap& m_heap;
    std::vector<Handle> m_pending;
};

template <class Roots>
void Heap::collect(Roots roots)
{
    Marker marker(*this);
    roots(marker);
    marker.drain();
    sweep();
}

/// Hash of a text, the same on every machine.
std::uint64_t hashText(std::string_view text);

} // namespace il::machine
