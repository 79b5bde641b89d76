// Interest sets. After fs/eventpoll.c.
#include "machine/kernel/files/files.h"

#include <algorithm>

namespace il::machine {

using Kind = Description::Kind;

namespace {

constexpr Events flags = events::edge | events::oneShot | events::exclusive;
/// What EPOLLEXCLUSIVE may come with.
constexpr Events beside = events::in | events::out | events::always | events::edge | events::exclusive;

} // namespace

int Files::epollAdd(FileId id, int fd, FileId file, Events events)
{
    if (m_files[id].kind != Kind::Epoll || m_files[file].kind == Kind::Epoll) // no nesting here
        return errors::invalid;
    if (m_files[file].kind == Kind::Terminal)
        return errors::noPermission;
    if ((events & events::exclusive) != 0 && (events & ~beside) != 0)
        return errors::invalid;
    Epoll& epoll = epollOf(id);
    if (epoll.find(fd, file) != Epoll::none)
        return errors::exists;
    Waiter waiter;
    waiter.epoll = id;
    waiter.item = epoll.add(fd, file, events | events::always);
    waiter.exclusive = (events & events::exclusive) != 0;
    await(file, waiter);
    tellWatch(id, file, events);
    if ((ready(file) & epoll.item(waiter.item).events) != 0)
        itemReady(waiter, ready(file));
    return errors::none;
}

int Files::epollModify(FileId id, int fd, FileId file, Events events)
{
    if (m_files[id].kind != Kind::Epoll || m_files[file].kind == Kind::Epoll)
        return errors::invalid;
    Epoll& epoll = epollOf(id);
    const std::uint32_t item = epoll.find(fd, file);
    if (item == Epoll::none)
        return errors::noEntry;
    if (((events | epoll.item(item).events) & events::exclusive) != 0)
        return errors::invalid;
    epoll.item(item).events = events | events::always;
    tellWatch(id, file, events);
    Waiter waiter;
    waiter.epoll = id;
    waiter.item = item;
    if ((ready(file) & epoll.item(item).events) != 0)
        itemReady(waiter, ready(file));
    return errors::none;
}

int Files::epollRemove(FileId id, int fd, FileId file)
{
    if (m_files[id].kind != Kind::Epoll || m_files[file].kind == Kind::Epoll)
        return errors::invalid;
    const std::uint32_t item = epollOf(id).find(fd, file);
    if (item == Epoll::none)
        return errors::noEntry;
    epollOf(id).remove(item);
    tell(trace::EventKind::WatchChanged, file, static_cast<std::int64_t>(id) << 32);
    auto& waiters = m_files[file].waiters;
    waiters.erase(std::find_if(waiters.begin(), waiters.end(), [=](const Waiter& waiter) {
        return waiter.epoll == id && waiter.item == item;
    }));
    return errors::none;
}

void Files::tellWatch(FileId epoll, FileId file, Events events)
{
    constexpr Events shown = events::in | events::out;
    // 0 would mean that it is removed; errors are always reported.
    const std::int64_t mask = (events & shown) != 0 ? (events & shown) : events::error;
    const int kinds = ((events & events::edge) != 0 ? 1 : 0) | ((events & events::oneShot) != 0 ? 2 : 0);
    tell(trace::EventKind::WatchChanged, file, static_cast<std::int64_t>(epoll) << 32 | mask,
         static_cast<std::uint8_t>(kinds));
}

/// An entry hears of `events`: ep_poll_callback. True when that counts as having woken somebody.
bool Files::itemReady(const Waiter& waiter, Events events)
{
    Epoll& epoll = epollOf(waiter.epoll);
    const Events asked = epoll.item(waiter.item).events;
    if ((asked & ~flags & events) == 0)
        return !waiter.exclusive;
    if (!epoll.item(waiter.item).queued)
        tell(trace::EventKind::ReadyListed, epoll.item(waiter.item).file, waiter.epoll);
    epoll.queue(waiter.item);
    const bool sleepers = !m_files[waiter.epoll].waiters.empty();
    wake(waiter.epoll, events::in);
    return sleepers || !waiter.exclusive;
}

std::vector<std::pair<int, Events>> Files::epollCollect(FileId id, std::size_t most)
{
    Epoll& epoll = epollOf(id);
    std::vector<std::pair<int, Events>> result;
    std::deque<std::uint32_t> list = epoll.takeReady();
    while (!list.empty() && result.size() < most) {
        const std::uint32_t index = list.front();
        list.pop_front();
        Epoll::Item& item = epoll.item(index);
        tell(trace::EventKind::ReadyUnlisted, item.file, id);
        const Events found = ready(item.file) & item.events & ~flags;
        if (found == 0)
            continue;
        result.emplace_back(item.fd, found);
        if ((item.events & events::oneShot) != 0)
            item.events &= flags;
        else if ((item.events & events::edge) == 0) { // level-triggered: looked at again next time
            epoll.queue(index);
            tell(trace::EventKind::ReadyListed, item.file, id);
        }
    }
    epoll.putBack(std::move(list));
    if (epoll.anyQueued())
        wakeThread(id, events::in);
    return result;
}

Events Files::epollReady(FileId id) const
{
    const Epoll& set = epoll(id);
    const bool any = std::any_of(set.ready().begin(), set.ready().end(), [&](std::uint32_t index) {
        return (ready(set.item(index).file) & set.item(index).events & ~flags) != 0;
    });
    return any ? events::in : 0;
}

void Files::epollClosed(FileId id)
{
    for (const auto& [key, item] : epoll(id).index()) {
        auto& waiters = m_files[key.second].waiters;
        waiters.erase(std::remove_if(waiters.begin(), waiters.end(),
                                     [id](const Waiter& waiter) { return waiter.epoll == id; }),
                      waiters.end());
    }
    epollOf(id) = {};
}

} // namespace il::machine
