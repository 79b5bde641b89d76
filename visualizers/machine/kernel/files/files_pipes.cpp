#include "machine/kernel/files/files.h"

namespace il::machine {

using Kind = Description::Kind;

IoResult Files::readPipe(FileId id, std::size_t most)
{
    Pipe& pipe = pipeOf(id);
    if (most == 0)
        return {};
    if (pipe.size() == 0)
        return {pipe.writeEnd == noFile ? errors::none : errors::again, 0, {}};
    const bool wasFull = pipe.full();
    IoResult result;
    result.data = pipe.read(most);
    tellBytes(trace::EventKind::BytesRead, id, result.data.size(), pipe.size());
    touch(pipe.writeEnd == noFile ? id : pipe.writeEnd);
    if (wasFull && !pipe.full() && pipe.writeEnd != noFile)
        wake(pipe.writeEnd, events::out);
    if (pipe.size() > 0)
        wakeThread(id, events::in);
    return result;
}

IoResult Files::writePipe(FileId id, std::string_view data)
{
    Pipe& pipe = pipeOf(id);
    if (pipe.readEnd == noFile)
        return {errors::brokenPipe, 0, {}};
    if (data.empty())
        return {};
    IoResult result;
    result.count = pipe.write(data);
    if (result.count == 0) {
        result.error = errors::again;
        return result;
    }
    added(result.count);
    tellBytes(trace::EventKind::BytesSent, id, result.count, 0);
    tellBytes(trace::EventKind::BytesArrived, pipe.readEnd, result.count, pipe.size());
    wake(pipe.readEnd, events::in);
    if (result.count == data.size() && !pipe.full())
        wakeThread(id, events::out);
    return result;
}

Events Files::pipeReady(FileId id) const
{
    const Pipe& pipe = pipeOf(id);
    if (m_files[id].kind == Kind::PipeRead)
        return (pipe.size() > 0 ? events::in : 0) | (pipe.writeEnd == noFile ? events::hangUp : 0);
    return (pipe.full() ? 0 : events::out) | (pipe.readEnd == noFile ? events::error : 0);
}

void Files::pipeClosed(FileId id)
{
    Pipe& pipe = pipeOf(id);
    if (m_files[id].kind == Kind::PipeRead) {
        pipe.readEnd = noFile;
        pipe.discard();
        if (pipe.writeEnd != noFile)
            wake(pipe.writeEnd, events::error | events::out);
    } else {
        pipe.writeEnd = noFile;
        if (pipe.readEnd != noFile)
            wake(pipe.readEnd, events::hangUp | events::in);
    }
    if (pipe.readEnd == noFile && pipe.writeEnd == noFile)
        pipe = {};
}

} // namespace il::machine
