#include "machine/interpreter_world.h"

#include "script/compiler.h"

namespace il::machine {

World::World(const std::string& source, std::vector<NativeModule> modules, bool record)
{
    auto compiled = script::compile(source, "test.py");
    if (!compiled) {
        problem = script::render(compiled.error(), script::Locale::English);
        return;
    }
    Image::Parts parts;
    parts.script = std::make_shared<const script::Program>(std::move(*compiled));
    parts.modules = std::move(modules);
    image = Image::build(std::move(parts), memory);
    if (record)
        recorder = std::make_unique<Recorder>(builder, *image);
    Context c = context();
    startMain(c);
}

Context World::context()
{
    return {*image, memory, thread, *this, recorder.get(), 0, trace::SimTime{now}, memory.heap};
}

Outcome World::step(const Quantum& quantum)
{
    Context c = context();
    outcome = machine::run(c, quantum);
    now = c.now.ns;
    return outcome;
}

void World::run(std::int64_t instructions)
{
    if (!image)
        return;
    Quantum quantum;
    quantum.instructions = instructions;
    quantum.instructionCost = trace::nanoseconds(4);
    quantum.heapBytes = std::size_t{64} << 20;
    step(quantum);
    Context c = context();
    if (outcome.kind == Outcome::Kind::Died && isInstance(memory.heap, outcome.value, Builtin::SystemExit))
        exitStatus(c, outcome.value);
    else if (outcome.kind == Outcome::Kind::Died)
        err += formatException(c, outcome.value);
}

NativeResult World::write(Context&, Stream stream, std::string_view text)
{
    (stream == Stream::Out ? out : err) += text;
    return Value::none();
}

} // namespace il::machine
