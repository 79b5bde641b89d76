// A process's file descriptors.
#pragma once

#include "machine/kernel/files/description.h"
#include "trace/time.h"

#include <set>
#include <utility>
#include <vector>

namespace il::machine {

/// From small numbers to open file descriptions. A plain value: Files counts the references, see
/// Files::share().
class FdTable {
public:
    static constexpr std::size_t most = 20'000; ///< RLIMIT_NOFILE

    struct Entry {
        FileId file = noFile;
        /// What socket.settimeout() was given; never(): none. Of the Python object rather than of the
        /// descriptor, but the object can't be told from it.
        trace::SimTime timeout = trace::SimTime::never();
    };

    /// noFile when the descriptor isn't open.
    FileId operator[](std::int64_t fd) const { return contains(fd) ? at(fd).file : noFile; }
    Entry& entry(std::int64_t fd) { return m_entries[static_cast<std::size_t>(fd)]; }
    std::size_t used() const { return m_entries.size() - m_free.size(); }
    bool full() const { return used() >= most; }
    std::size_t end() const { return m_entries.size(); } ///< one past the largest descriptor ever used

    /// The lowest free descriptor; the table must not be full.
    int add(FileId file)
    {
        if (m_free.empty()) {
            m_entries.push_back({file});
            return static_cast<int>(m_entries.size() - 1);
        }
        const int fd = *m_free.begin();
        m_free.erase(m_free.begin());
        m_entries[static_cast<std::size_t>(fd)] = {file};
        return fd;
    }

    /// For dup2(): puts `file` at a descriptor that isn't open; fd < most.
    void put(int fd, FileId file)
    {
        for (std::size_t free = m_entries.size(); free <= static_cast<std::size_t>(fd); ++free) {
            m_entries.emplace_back();
            m_free.insert(static_cast<int>(free));
        }
        m_free.erase(fd);
        m_entries[static_cast<std::size_t>(fd)] = {file};
    }

    /// The descriptor must be open. The description's reference is the caller's to release.
    FileId remove(std::int64_t fd)
    {
        m_free.insert(static_cast<int>(fd));
        return std::exchange(m_entries[static_cast<std::size_t>(fd)], {}).file;
    }

private:
    bool contains(std::int64_t fd) const
    {
        return fd >= 0 && fd < static_cast<std::int64_t>(m_entries.size()) && at(fd).file != noFile;
    }
    const Entry& at(std::int64_t fd) const { return m_entries[static_cast<std::size_t>(fd)]; }

    std::vector<Entry> m_entries;
    std::set<int> m_free; ///< below m_entries.size()
};

} // namespace il::machine
