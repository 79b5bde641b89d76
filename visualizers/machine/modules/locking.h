// What threading's locks and semaphores have in common with those that processes share.
#pragma once

#include "machine/modules/arguments.h"

namespace il::machine {

/// Acquires a Lock or RLock: tries without letting go of the GIL; on failure parks the thread.
NativeResult takeLock(Context& context, SyncId lock, bool blocking, trace::SimTime duration);
/// Releases it once; the caller must be allowed to.
NativeResult giveLock(Context& context, SyncId lock);

/// Semaphores: one down, n up.
NativeResult downSemaphore(Context& context, SyncId id, bool blocking, trace::SimTime duration);
NativeResult upSemaphore(Context& context, SyncId id, std::int64_t n);

} // namespace il::machine
