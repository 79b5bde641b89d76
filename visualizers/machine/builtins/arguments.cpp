#include "machine/builtins/arguments.h"

namespace il::machine {

std::optional<NativeResult> wrongCount(Context& context, const Args& args, const char* name,
                                       std::size_t least, std::size_t most, std::size_t self, bool keywords)
{
    if (!keywords && !args.keywords.empty())
        return typeError(context, std::string(name) + "() takes no keyword arguments");
    const std::size_t given = args.size() < self ? 0 : args.size() - self;
    if (given >= least && given <= most)
        return std::nullopt;
    const std::string text = name;
    if (least == most && least == 0)
        return typeError(context, text + "() takes no arguments (" + std::to_string(given) + " given)");
    if (least == most && least == 1)
        return typeError(context,
                         text + "() takes exactly one argument (" + std::to_string(given) + " given)");
    const bool few = given < least;
    const std::size_t bound = few ? least : most;
    const char* relation = least == most ? "" : few ? "at least " : "at most ";
    return typeError(context, text + " expected " + relation + std::to_string(bound) + " argument" +
                                  (bound == 1 ? "" : "s") + ", got " + std::to_string(given));
}

NativeResult typeError(Context& context, const std::string& text)
{
    return raise(context, Builtin::TypeError, text);
}
NativeResult valueError(Context& context, const std::string& text)
{
    return raise(context, Builtin::ValueError, text);
}
NativeResult raiseClass(Context& context, Builtin cls, std::vector<Value> arguments)
{
    return {NativeResult::Kind::Raise,
            makeException(context, static_cast<Handle>(cls), std::move(arguments))};
}
NativeResult unhashableError(Context& context, const Found& found)
{
    return typeError(context, "unhashable type: '" + className(context.heap, found.hash.cls) + "'");
}

Value argument(const Context& context, const Args& args, std::size_t i, const char* name)
{
    if (i < args.size())
        return args[i];
    const int at = args.keyword(context.heap, name);
    return at < 0 ? Value{} : args[static_cast<std::size_t>(at)];
}

NativeResult toPrelude(const char* name, std::vector<Value> arguments)
{
    NativeResult result = NativeResult::prelude(name);
    result.arguments = std::move(arguments);
    return result;
}

} // namespace il::machine
