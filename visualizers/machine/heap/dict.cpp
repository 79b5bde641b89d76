#include "machine/heap/dict.h"

namespace il::machine {

namespace {
constexpr std::size_t smallTable = 8; // up to here a linear search beats the index
}

std::uint32_t Table::append(Value key, std::uint64_t hash, Value value)
{
    const bool indexed = !m_index.empty();
    if ((indexed && (m_entries.size() + 1) * 3 > m_index.size() * 2) ||
        (!indexed && m_entries.size() >= smallTable))
        rebuild();
    const auto position = static_cast<std::uint32_t>(m_entries.size());
    m_entries.push_back(Entry{key, value, hash});
    ++m_live;
    if (!m_index.empty()) {
        const std::size_t mask = m_index.size() - 1;
        std::size_t slot = spread(hash) & mask;
        while (m_index[slot] != npos)
            slot = (slot + 1) & mask;
        m_index[slot] = position;
    }
    return position;
}

void Table::erase(std::uint32_t position)
{
    // The index keeps pointing at the hole, so that later entries of the same probe sequence are still found.
    m_entries[position].key = Value{};
    m_entries[position].value = Value{};
    if (--m_live == 0)
        clear();
}

void Table::clear()
{
    m_entries.clear();
    m_index.clear();
    m_live = 0;
}

std::uint32_t Table::next(std::uint32_t position) const
{
    while (position < m_entries.size() && m_entries[position].key.isNull())
        ++position;
    return position < m_entries.size() ? position : npos;
}

std::uint32_t Table::last() const
{
    for (std::size_t i = m_entries.size(); i-- > 0;)
        if (!m_entries[i].key.isNull())
            return static_cast<std::uint32_t>(i);
    return npos;
}

void Table::rebuild()
{
    std::erase_if(m_entries, [](const Entry& entry) { return entry.key.isNull(); });
    m_index.clear();
    if (m_entries.size() < smallTable)
        return;
    std::size_t capacity = 32;
    while (capacity * 2 < (m_entries.size() + 1) * 6)
        capacity *= 2;
    m_index.assign(capacity, npos);
    for (std::uint32_t i = 0; i < m_entries.size(); ++i) {
        std::size_t slot = spread(m_entries[i].hash) & (capacity - 1);
        while (m_index[slot] != npos)
            slot = (slot + 1) & (capacity - 1);
        m_index[slot] = i;
    }
}

} // namespace il::machine
