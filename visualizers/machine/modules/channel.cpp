// Module _channel: what queues and pipes between processes tell the trace. Where a channel's number is asked
// for None stands for one that nobody is to hear of: the library's own.
#include "machine/modules/arguments.h"
#include "machine/modules/descriptors.h"
#include "machine/modules/modules.h"
#include "machine/modules/telling.h"

namespace il::machine {

using trace::EventKind;

namespace {

/// Channel(feeders, limit)
NativeResult makeChannel(Context& context, const Args& args)
{
    const Arguments a(context, args, "Channel", 1, 2, {"feeders", "limit"});
    if (a.error())
        return *a.error();
    Kernel& kernel = kernelOf(context);
    const SyncId id = kernel.addObject(trace::ObjectKind::Channel, 0, a[1].isInt() ? a[1].bits : 0);
    if (kernel.recording())
        kernel.builder().object(kernel.object(id).traceId).feeders = a.truth(0, false);
    return instance(context, args[0], id);
}

/// The channel that a number stands for; noSync when it is none.
SyncId channelOf(Context& context, const Args& args)
{
    return args.size() > 0 ? numbered(context, args[0], trace::ObjectKind::Channel) : noSync;
}

/// ... and when nothing is recorded.
SyncId recorded(Context& context, const Args& args)
{
    return kernelOf(context).recording() ? channelOf(context, args) : noSync;
}

/// put(channel, object): the number of the message, which it has without a trace, too: programs must take the
/// same way through the library.
NativeResult put(Context& context, const Args& args)
{
    const SyncId channel = channelOf(context, args);
    if (channel == noSync || args.size() < 2)
        return Value::none();
    Kernel& kernel = kernelOf(context);
    const trace::MessageId message = kernel.messages().next();
    if (!kernel.recording())
        return Value::of(static_cast<std::int64_t>(message));
    const std::string text = shortened(describe(context.heap, args[1]));
    kernel.builder().addMessage({kernel.builder().intern(text), kernel.object(channel).traceId});
    kernel.record(context.now, EventKind::MessagePut, callerOf(context), message);
    return Value::of(static_cast<std::int64_t>(message));
}

/// The description behind the descriptor `value`.
FileId fileOf(Context& context, Value value)
{
    return value.isInt() ? fdsOf(context)[value.bits] : noFile;
}

/// sending(channel, message, descriptor): what the caller writes there next is that message.
NativeResult sending(Context& context, const Args& args)
{
    const SyncId channel = recorded(context, args);
    if (channel != noSync && args.size() > 2 && args[1].isInt())
        kernelOf(context).messages().sending(callerOf(context), fileOf(context, args[2]), channel,
                                             static_cast<trace::MessageId>(args[1].bits));
    return Value::none();
}

/// failed(channel, message): it can't be sent.
NativeResult failed(Context& context, const Args& args)
{
    if (recorded(context, args) != noSync && args.size() > 1 && args[1].isInt())
        kernelOf(context).record(context.now, EventKind::MessageSent, callerOf(context),
                                 static_cast<std::uint32_t>(args[1].bits), 0, 1);
    return Value::none();
}

/// taking(channel, descriptor): what the caller reads there next is the channel's next message.
NativeResult taking(Context& context, const Args& args)
{
    const SyncId channel = recorded(context, args);
    if (channel != noSync && args.size() > 1)
        kernelOf(context).messages().taking(callerOf(context), fileOf(context, args[1]), channel);
    return Value::none();
}

} // namespace

NativeModule channelModule()
{
    return {"_channel",
            {{"put", put}, {"sending", sending}, {"failed", failed}, {"taking", taking}},
            {{"Channel", Builtin::Kernel, {{"__new__", makeChannel}, {"number", numberOf}}, false}},
            nullptr};
}

} // namespace il::machine
