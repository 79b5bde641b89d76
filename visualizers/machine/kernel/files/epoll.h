// What epoll_create() makes: an interest set and a list of what has become ready.
#pragma once

#include "machine/kernel/files/description.h"

#include <cstdint>
#include <deque>
#include <map>
#include <utility>
#include <vector>

namespace il::machine {

/// The data structure only: who wakes whom is Files' business. As in Linux (fs/eventpoll.c): entries are
/// keyed by descriptor and description, a wake-up puts an entry on the ready list, collecting looks at that
/// list alone.
class Epoll {
public:
    struct Item {
        int fd = -1;
        FileId file = noFile; ///< noFile: the entry is free
        Events events = 0;    ///< with flags; without any events: disarmed by ONESHOT
        bool queued = false;  ///< is on the ready list
    };
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    std::uint32_t find(int fd, FileId file) const;
    std::uint32_t add(int fd, FileId file, Events events);
    void remove(std::uint32_t item);

    Item& item(std::uint32_t index) { return m_items[index]; }
    const Item& item(std::uint32_t index) const { return m_items[index]; }
    std::size_t size() const { return m_index.size(); }

    /// Puts an entry on the ready list, once.
    void queue(std::uint32_t item);
    bool anyQueued() const { return !m_ready.empty(); }
    /// Takes the whole ready list; what isn't used goes back in front with putBack().
    std::deque<std::uint32_t> takeReady();
    void putBack(std::deque<std::uint32_t> rest);
    const std::deque<std::uint32_t>& ready() const { return m_ready; }
    /// All entries, in order of descriptor.
    const std::map<std::pair<int, FileId>, std::uint32_t>& index() const { return m_index; }

private:
    std::vector<Item> m_items;
    std::vector<std::uint32_t> m_free;
    std::map<std::pair<int, FileId>, std::uint32_t> m_index;
    std::deque<std::uint32_t> m_ready;
};

} // namespace il::machine
