#include "machine/kernel/files/pipe.h"

#include <algorithm>

namespace il::machine {

std::size_t Pipe::write(std::string_view data)
{
    std::size_t done = 0;
    const std::size_t odd = data.size() % pageSize;
    if (odd > 0 && !m_pages.empty() && m_pages.back().size() + odd <= pageSize) {
        m_pages.back() += data.substr(0, odd);
        done = odd;
    }
    while (done < data.size() && !full()) {
        m_pages.emplace_back(data.substr(done, pageSize));
        done += m_pages.back().size();
    }
    m_size += done;
    return done;
}

std::string Pipe::read(std::size_t most)
{
    std::string result;
    while (result.size() < most && !m_pages.empty()) {
        const std::string& page = m_pages.front();
        const std::size_t count = std::min(most - result.size(), page.size() - m_first);
        result.append(page, m_first, count);
        m_first += count;
        if (m_first == page.size()) {
            m_pages.pop_front();
            m_first = 0;
        }
    }
    m_size -= result.size();
    return result;
}

} // namespace il::machine
