// What a query can ask of a run: the named figures, without the operators.
#pragma once

#include "trace/query.h"
#include "trace/view.h"

#include <optional>
#include <string>
#include <string_view>

namespace il::trace {

using QueryResult = tl::expected<QueryValue, std::string>;

/// The figures of one moment.
class Quantities {
public:
    Quantities(const Trace& trace, SimTime time) : m_trace(trace), m_view(trace.at(time)) {}

    /// "duration", "gil.switches", or a thread's name, which stands for itself.
    QueryResult plain(std::string_view name) const;
    /// "lost", "counter".
    QueryResult of(std::string_view name, std::string_view argument) const;

private:
    tl::expected<ThreadId, std::string> thread(std::string_view name) const;
    tl::expected<ObjectId, std::string> object(std::string_view name) const;
    tl::expected<VariableId, std::string> variable(std::string_view name) const;
    QueryResult ofThread(std::string_view name, const ThreadView& thread) const;
    QueryResult ofObject(std::string_view name, const ObjectView& object) const;
    QueryResult ofVariable(std::string_view name, const VariableView& variable) const;
    QueryResult ofGil(std::string_view name) const;
    /// Processes, pools and tasks; nothing for names that aren't about these.
    std::optional<QueryResult> plainOfProcesses(std::string_view name) const;
    std::optional<QueryResult> ofProcesses(std::string_view name, std::string_view argument) const;
    tl::expected<ProcessId, std::string> process(std::string_view name) const;
    /// The main thread of the process of that name, or the thread.
    tl::expected<ThreadId, std::string> worker(std::string_view name) const;
    QueryResult ofPool(std::string_view name, std::string_view argument) const;
    std::string output() const;

    // quantities_files.cpp
    static bool isOfModels(std::string_view name);
    static bool isOfFiles(std::string_view name);
    static bool isOfCalls(std::string_view name);
    tl::expected<FileId, std::string> file(std::string_view name) const;
    QueryResult ofModel(std::string_view name, std::string_view model) const;
    QueryResult ofFile(std::string_view name, const FileView& file) const;
    QueryResult ofCall(std::string_view name, std::string_view call) const;

    const Trace& m_trace;
    View m_view;
};

} // namespace il::trace
