// Turns what the interpreter does into trace events. Not part of the machine's state.
#pragma once

#include "machine/interpreter/frame.h"
#include "machine/interpreter/native.h"
#include "trace/trace.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace il::machine {

class Recorder {
public:
    /// What is kept: everything, or only what things are called, which tells of a deadlock without a trace.
    enum class Keeps : std::uint8_t { Everything, Names };

    Recorder(trace::TraceBuilder& builder, const Image& image, Keeps keeps = Keeps::Everything)
        : m_builder(builder), m_image(image), m_namesOnly(keeps == Keeps::Names)
    {
    }
    bool namesOnly() const { return m_namesOnly; }

    /// KernelObject::kind of memory that processes share; its index says which.
    static constexpr std::uint32_t cellsKind = 102;

    /// Also record Instruction events.
    bool instructions = false;
    trace::TraceBuilder& builder() { return m_builder; }
    /// `time`, or that of the latest event if it is later. An instruction may end a few nanoseconds after a
    /// timer that is dealt with next; all who record go through this, so that time never goes back.
    trace::SimTime stamp(trace::SimTime time) { return m_latest = std::max(m_latest, time); }

    /// That line of the user's program is about to run; its cues come first.
    void line(Context& context, std::uint32_t code, std::uint32_t line);
    void call(Context& context, std::uint32_t code);
    void returned(Context& context, std::uint32_t code);
    void instruction(Context& context, std::uint32_t code, std::uint32_t pc);
    void exception(Context& context, Value exception, bool uncaught);

    // Data. Values that aren't data (functions, classes, modules, kernel objects) record nothing.
    void global(Context& context, Handle globals, Value name, Value value, bool written);
    void attribute(Context& context, Value owner, Value name, Value value, bool written);
    void item(Context& context, Value container, Value key, Value value, bool written);
    void local(Context& context, std::uint32_t code, std::uint32_t slot, Value value);
    /// A number in memory that processes share; `alone`: that memory holds no other.
    void cell(Context& context, std::uint32_t memory, std::size_t index, Value value, bool alone,
              trace::EventKind kind);
    /// `value` was bound to a variable of this name: its first name sticks.
    void bound(Context& context, Value value, std::string_view name);

private:
    struct Key {
        std::uint64_t owner = 0;  ///< process << 32 | handle, or code for locals
        std::uint64_t member = 0; ///< name's handle, item's hash, slot
        int kind = 0;
        friend auto operator<=>(const Key&, const Key&) = default;
    };
    struct Variable {
        trace::VariableId id = 0;
        trace::ThreadId first = trace::noThread;
    };
    struct CodeNames {
        trace::StringId file = 0, function = 0;
    };
    const CodeNames& names(std::uint32_t code);
    void data(Context& context, const Key& key, Value value, trace::EventKind kind, const std::string& name);
    void add(Context& context, trace::EventKind kind, std::uint32_t object, std::int64_t value,
             std::uint8_t flags);
    std::uint64_t process(const Context& context) const;
    bool isData(const Context& context, Value value) const;
    void nameItems(Context& context, Value container, std::string_view name);
    void nameAttributes(Context& context, Value owner, std::string_view name);
    void nameMembers(Context& context, Handle attributes, std::string_view name);
    void nameMember(Context& context, Value value, std::string_view name);
    void nameForNow(Context& context, Value value, std::string_view name);
    void nameCells(std::uint32_t memory, std::string_view name);
    void renameAttributes(Context& context, Value owner, std::string_view name);
    std::uint32_t depth(const Context& context) const;

    trace::SimTime m_latest;
    trace::TraceBuilder& m_builder;
    const Image& m_image;
    bool m_namesOnly;
    std::vector<CodeNames> m_codeNames; ///< by code; files of 0 haven't been looked up yet
    std::map<Key, Variable> m_variables;
    std::map<std::uint32_t, std::string> m_cellNames; ///< by memory that processes share
    std::uint64_t m_firstProcess = 0;                 ///< whose variables have plain names
    std::map<std::string, int> m_nameUses;            ///< for "Account#2.balance"
};

} // namespace il::machine
