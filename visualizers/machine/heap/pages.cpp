#include "machine/heap/pages.h"

#include <algorithm>

namespace il::machine {

namespace {

constexpr std::size_t itemsPerPage = SharedPages::pageBytes / sizeof(Value);

const std::vector<Value>* itemsOf(const Heap& heap, Value container)
{
    if (const List* list = heap.get<List>(container))
        return &list->items;
    const Tuple* tuple = heap.get<Tuple>(container);
    return tuple != nullptr ? &tuple->items : nullptr;
}

const Table* tableOf(const Heap& heap, Value container)
{
    if (const Dict* dict = heap.get<Dict>(container))
        return &dict->table;
    const Set* set = heap.get<Set>(container);
    return set != nullptr ? &set->table : nullptr;
}

} // namespace

void SharedPages::share(const Heap& heap)
{
    *this = {};
    m_total = static_cast<std::uint32_t>(heap.bytesUsed() / pageBytes + 1);
    m_objects.assign(heap.end() * Heap::objectBytes / pageBytes + 1, false);
}

void SharedPages::touchItem(const Heap& heap, Value container, std::size_t index)
{
    const std::vector<Value>* items = itemsOf(heap, container);
    if (items == nullptr || items->size() <= itemsPerPage || index >= items->size())
        return;
    std::vector<bool>& pages = m_contents[container.asRef()];
    if (pages.empty())
        pages.assign(items->size() / itemsPerPage + 1, false);
    touchPage(pages, index / itemsPerPage);
}

void SharedPages::touchItems(const Heap& heap, Value container)
{
    if (const std::vector<Value>* items = itemsOf(heap, container)) {
        for (std::size_t i = 0; i < items->size(); ++i) {
            if ((*items)[i].isRef())
                touch((*items)[i]);
            else if (i % itemsPerPage == 0)
                touchItem(heap, container, i);
        }
    } else if (const Table* table = tableOf(heap, container)) {
        for (const Table::Entry& entry : table->entries()) {
            touch(entry.key);
            touch(entry.value);
        }
    }
}

bool SharedPages::isNews()
{
    const std::uint32_t step = m_told == 0 ? 1 : std::max(m_total / 50, 1u);
    if (copied() < m_told + step)
        return false;
    m_told = copied();
    return true;
}

} // namespace il::machine
