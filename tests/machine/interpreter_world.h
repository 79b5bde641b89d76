// Runs a script in one thread of a make-believe kernel: no clock but the thread's own, output kept in
// strings.
#pragma once

#include "machine/interpreter/interpreter.h"

#include <string>
#include <vector>

namespace il::machine {

class World : public Host {
public:
    explicit World(const std::string& source, std::vector<NativeModule> modules = {}, bool record = false);

    /// To the end, or to the limit of instructions.
    void run(std::int64_t instructions = 50'000'000);
    Outcome step(const Quantum& quantum);
    Context context();

    std::string out, err; ///< what was printed; err ends with the traceback of an uncaught exception
    std::string problem;  ///< why the source doesn't compile
    Outcome outcome;
    std::vector<std::string> names; ///< kernel objects that were named
    std::int64_t now = 0;

    NativeResult write(Context& context, Stream stream, std::string_view text) override;
    void markRoots(Context&, Marker&) override {}
    void named(Context&, Handle, std::string_view name, bool) override { names.emplace_back(name); }
    void setSwitchInterval(Context&, trace::SimTime interval) override { m_interval = interval; }
    trace::SimTime switchInterval(Context&) override { return m_interval; }
    std::int64_t processId(Context&) override { return 4242; }
    std::int64_t threadIdent(Context&) override { return 1; }

    std::unique_ptr<Image> image;
    Memory memory;
    ThreadContext thread;
    trace::TraceBuilder builder;
    std::unique_ptr<Recorder> recorder;

private:
    trace::SimTime m_interval = trace::milliseconds(5);
};

} // namespace il::machine
