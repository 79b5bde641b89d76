#include "iomux/subjects.h"

#include "trace/census.h"

#include <algorithm>
#include <tuple>

namespace il::iomux {

using trace::Census;
using trace::FileId;
using trace::FileUse;
using trace::FileView;
using trace::Poller;

namespace {

/// `files`: by process, descriptor and FileId.
std::vector<Descriptor> descriptorsOf(const trace::PollCensus& polls, const std::vector<FileId>& files)
{
    std::vector<Descriptor> descriptors;
    descriptors.reserve(files.size());
    for (const FileId id : files) {
        const FileUse& use = polls.files[id];
        if (descriptors.empty() || descriptors.back().process != use.process ||
            descriptors.back().number != use.descriptor)
            descriptors.push_back({use.process, use.descriptor, {}});
        descriptors.back().files.push_back(id);
    }
    return descriptors;
}

bool isService(const Census& census, trace::ThreadId thread)
{
    return thread < census.services.size() && census.services[thread];
}

std::vector<const Poller*> pollersOf(const Census& census)
{
    std::vector<const Poller*> own, all;
    for (const Poller& poller : census.polls.pollers) {
        if (poller.files.empty())
            continue;
        all.push_back(&poller);
        if (!isService(census, poller.thread))
            own.push_back(&poller);
    }
    return own.empty() ? all : own;
}

/// Of two ends of a connection that both are read, the one that was sent something first: the server's.
bool isSecondEnd(const trace::Trace& trace, const trace::PollCensus& polls, FileId id)
{
    const FileId peer = trace.files()[id].peer;
    if (peer >= polls.files.size() || (!polls.files[peer].called && polls.files[peer].reads == 0))
        return false;
    const std::uint32_t mine = polls.files[id].firstArrival, theirs = polls.files[peer].firstArrival;
    return theirs < mine || (theirs == mine && peer < id);
}

std::vector<FileId> readFiles(const trace::Trace& trace, const trace::PollCensus& polls)
{
    std::vector<FileId> files;
    for (FileId id = 0; id < polls.files.size(); ++id) {
        const FileUse& use = polls.files[id];
        const bool waitedFor = use.reads > 0 || use.arrivals > 0;
        if (use.opened && waitedFor && !isSecondEnd(trace, polls, id))
            files.push_back(id);
    }
    std::sort(files.begin(), files.end(), [&](FileId a, FileId b) {
        const FileUse &x = polls.files[a], &y = polls.files[b];
        return std::tuple(x.process, x.descriptor, a) < std::tuple(y.process, y.descriptor, b);
    });
    return files;
}

} // namespace

Subjects subjectsOf(const trace::Trace& trace)
{
    const Census& census = trace.census();
    Subjects subjects;
    for (const Poller* poller : pollersOf(census))
        subjects.groups.push_back({poller->thread, descriptorsOf(census.polls, poller->files)});
    if (!subjects.empty())
        return subjects;
    const std::vector<FileId> files = readFiles(trace, census.polls);
    if (!files.empty())
        subjects.groups.push_back({trace::noThread, descriptorsOf(census.polls, files)});
    return subjects;
}

std::vector<std::uint32_t> arrivalsOf(const trace::Trace& trace, const Subjects& subjects)
{
    std::vector<bool> shown(trace.files().size(), false);
    for (const Group& group : subjects.groups)
        for (const Descriptor& descriptor : group.descriptors)
            for (const FileId id : descriptor.files)
                shown[id] = true;
    std::vector<std::uint32_t> arrivals;
    for (const std::uint32_t index : trace.census().polls.arrivals)
        if (shown[trace.events()[index].object])
            arrivals.push_back(index);
    return arrivals;
}

const FileView* fileOf(const Descriptor& descriptor, const trace::View& view, FileId* id)
{
    const FileView* last = nullptr;
    for (const FileId file : descriptor.files) {
        if (file >= view.files.size() || view.files[file].descriptor < 0)
            continue;
        last = &view.files[file];
        if (id)
            *id = file;
        if (last->open)
            break;
    }
    return last;
}

} // namespace il::iomux
