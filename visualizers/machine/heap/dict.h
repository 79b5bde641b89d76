// An insertion-ordered hash table of Values. It hashes nothing itself: callers bring hash and equality.
#pragma once

#include "machine/heap/value.h"

#include <cstddef>
#include <vector>

namespace il::machine {

/// Keeps insertion order as Python's dict does. Deleted entries stay as holes until the next growth.
class Table {
public:
    struct Entry {
        Value key; ///< Null: a hole
        Value value;
        std::uint64_t hash = 0;
    };
    static constexpr std::uint32_t npos = 0xFFFFFFFF;

    std::size_t size() const { return m_live; }
    /// With holes, in insertion order.
    const std::vector<Entry>& entries() const { return m_entries; }
    Entry& at(std::uint32_t position) { return m_entries[position]; }
    const Entry& at(std::uint32_t position) const { return m_entries[position]; }

    /// Position of the entry for which `same(key)` holds among those of that hash; npos when there is none.
    template <class Same>
    std::uint32_t find(std::uint64_t hash, Same same) const
    {
        if (m_index.empty()) {
            for (std::uint32_t i = 0; i < m_entries.size(); ++i)
                if (m_entries[i].hash == hash && !m_entries[i].key.isNull() && same(m_entries[i].key))
                    return i;
            return npos;
        }
        const std::size_t mask = m_index.size() - 1;
        for (std::size_t slot = spread(hash) & mask; m_index[slot] != npos; slot = (slot + 1) & mask) {
            const Entry& entry = m_entries[m_index[slot]];
            if (entry.hash == hash && !entry.key.isNull() && same(entry.key))
                return m_index[slot];
        }
        return npos;
    }
    /// Appends a key that isn't in the table; returns its position.
    std::uint32_t append(Value key, std::uint64_t hash, Value value);
    void erase(std::uint32_t position);
    void clear();
    /// Position of the first live entry at or after `position`; npos at the end.
    std::uint32_t next(std::uint32_t position) const;
    std::uint32_t last() const; ///< position of the last live entry, npos when empty
    std::size_t bytes() const { return m_entries.capacity() * sizeof(Entry) + m_index.capacity() * 4; }

private:
    static constexpr std::size_t spread(std::uint64_t hash)
    {
        return static_cast<std::size_t>((hash * 0x9E3779B97F4A7C15u) >> 20);
    }
    void rebuild();

    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_index; ///< empty while the table is small
    std::size_t m_live = 0;
};

} // namespace il::machine
