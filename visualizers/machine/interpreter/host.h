// What the interpreter needs from whoever runs it: the kernel, or a small fake in tests.
#pragma once

#include "machine/interpreter/native.h"

#include <string_view>

namespace il::machine {

enum class Stream : std::uint8_t { Out, Err };

class Host {
public:
    virtual ~Host() = default;
    /// print and sys.stdout.write. May return Wait when writing blocks.
    virtual NativeResult write(Context& context, Stream stream, std::string_view text) = 0;
    /// sys.stdout.flush, print(flush=True).
    virtual void flush(Context&, Stream) {}
    /// More of the memory that the process shares with others has been copied (see SharedPages::isNews).
    virtual void pagesCopied(Context&) {}
    /// Marks everything in this process's heap that anything outside of the heap refers to (all threads'
    /// contexts of the process and kernel tables). The interpreter marks `context.memory` itself.
    virtual void markRoots(Context& context, Marker& marker) = 0;
    /// A kernel object was first bound to a variable: "lock", "account.lock". `forNow`: the first name that
    /// isn't only for now replaces it.
    virtual void named(Context& context, Handle object, std::string_view name, bool forNow) = 0;
    /// sys.setswitchinterval / getswitchinterval.
    virtual void setSwitchInterval(Context& context, trace::SimTime interval) = 0;
    virtual trace::SimTime switchInterval(Context& context) = 0;
    virtual std::int64_t processId(Context& context) = 0;
    /// A number that identifies the calling thread to Python (threading.get_ident).
    virtual std::int64_t threadIdent(Context& context) = 0;
};

} // namespace il::machine
