// Counts what is allocated, by standing in for the global operator new.
#include "bench_runs.h"

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> live{0};

void* take(std::size_t size)
{
    void* memory = std::malloc(size == 0 ? 1 : size);
    if (!memory)
        std::abort();
    live += malloc_usable_size(memory);
    return memory;
}

void giveBack(void* memory)
{
    if (memory)
        live -= malloc_usable_size(memory);
    std::free(memory);
}

} // namespace

std::size_t il::bench::liveBytes()
{
    return live;
}

void* operator new(std::size_t size)
{
    return take(size);
}

void* operator new[](std::size_t size)
{
    return take(size);
}

void operator delete(void* memory) noexcept
{
    giveBack(memory);
}

void operator delete[](void* memory) noexcept
{
    giveBack(memory);
}

void operator delete(void* memory, std::size_t) noexcept
{
    giveBack(memory);
}

void operator delete[](void* memory, std::size_t) noexcept
{
    giveBack(memory);
}
