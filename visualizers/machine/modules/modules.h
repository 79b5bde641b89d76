// The modules of the simulated standard library that are written in C++, for the Image.
#pragma once

#include "machine/interpreter/native.h"

#include <vector>

namespace il::machine {

/// All of them. `threading`, `queue` and `random` are Python (resources/stdlib) over `_thread`, `_queue`,
/// `_random`.
std::vector<NativeModule> kernelModules();

NativeModule threadModule();    ///< _thread: threads, locks and what else threads wait for
NativeModule osProcessModule(); ///< os: its part about processes
NativeModule signalModule();
NativeModule multiprocessingModule(); ///< _multiprocessing: semaphores and memory that processes share
NativeModule processModule();         ///< _process: what multiprocessing needs of the kernel
NativeModule queueModule();           ///< _queue
NativeModule timeModule();            ///< time: virtual; the clock starts at 2026-01-01 00:00:00 UTC
NativeModule randomModule();          ///< _random: the Mersenne Twister
NativeModule simModule();             ///< sim: cpu(ms), disk(ms)
NativeModule atexitModule();          ///< atexit
NativeModule poolModule();            ///< _pool: what pools tell the trace
NativeModule channelModule();         ///< _channel: what queues and pipes between processes tell it
NativeModule filesModule();           ///< os: what is about descriptors
NativeModule socketModule();          ///< _socket
NativeModule selectModule();          ///< _select

// Parts of threadModule().
std::vector<NativeEntry>
lockMethods(); ///< acquire, release, __enter__, __exit__: of Lock, RLock and Condition
NativeType lockType();
NativeType rlockType();
NativeType conditionType();
std::vector<NativeType> semaphoreTypes();
NativeType eventType();
NativeType barrierType();
std::vector<NativeEntry> threadFunctions();

} // namespace il::machine
