// Runs written by hand, each with a moment that the I/O panel must show well.
#pragma once

#include "trace/trace.h"

namespace il::samples {

/// One thread waits by `model` for `count` sockets, fd 4 and on. It sleeps from 1 ms; at 2 ms bytes arrive on
/// the third (2 bytes) and, where there are so many, the sixth (1 byte); it wakes, the call returns at 3 ms;
/// it reads 1 byte of the first one and 1 of the other, and calls again at 5 ms.
trace::Trace oneServer(trace::PollModel model, int count, bool edgeTriggered = false);

/// Threads select, poll and epoll, each with `count` sockets of its own; the same arrivals at 2 ms and 6 ms.
trace::Trace threeModels(int count);

/// A thread for each of `count` connections, asleep in recv from 1 ms on; at 2 ms 12 bytes arrive on the
/// first.
trace::Trace threadPerConnection(int count);

/// One thread calls select (up to 1000), poll and epoll on 10, 1000 and 10 000 descriptors.
trace::Trace costSweep();

/// A listener with 3 connections in its queue, a non-blocking recv that would have to wait, 12 bytes in a
/// pipe, 4 on their way, a one-shot edge-triggered socket, and one that was closed.
trace::Trace descriptorZoo();

} // namespace il::samples
