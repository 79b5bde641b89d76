#include "machine/kernel/files/epoll.h"

#include <algorithm>

namespace il::machine {

std::uint32_t Epoll::find(int fd, FileId file) const
{
    const auto found = m_index.find({fd, file});
    return found == m_index.end() ? none : found->second;
}

std::uint32_t Epoll::add(int fd, FileId file, Events events)
{
    if (m_free.empty()) {
        m_free.push_back(static_cast<std::uint32_t>(m_items.size()));
        m_items.emplace_back();
    }
    const std::uint32_t item = m_free.back();
    m_free.pop_back();
    m_items[item] = {fd, file, events, false};
    m_index[{fd, file}] = item;
    return item;
}

void Epoll::remove(std::uint32_t item)
{
    if (m_items[item].queued)
        m_ready.erase(std::find(m_ready.begin(), m_ready.end(), item));
    m_index.erase({m_items[item].fd, m_items[item].file});
    m_items[item] = {};
    m_free.push_back(item);
}

void Epoll::queue(std::uint32_t item)
{
    if (!std::exchange(m_items[item].queued, true))
        m_ready.push_back(item);
}

std::deque<std::uint32_t> Epoll::takeReady()
{
    std::deque<std::uint32_t> taken = std::exchange(m_ready, {});
    for (const std::uint32_t item : taken)
        m_items[item].queued = false;
    return taken;
}

void Epoll::putBack(std::deque<std::uint32_t> rest)
{
    for (auto item = rest.rbegin(); item != rest.rend(); ++item)
        if (!std::exchange(m_items[*item].queued, true))
            m_ready.push_front(*item);
}

} // namespace il::machine
