// Bytes that come in at one end and leave at the other.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace il::machine {

class ByteBuffer {
public:
    bool empty() const { return size() == 0; }
    std::size_t size() const { return m_bytes.size() - m_taken; }
    void append(std::string_view data) { m_bytes += data; }
    std::string_view front(std::size_t most) const { return std::string_view(m_bytes).substr(m_taken, most); }

    void drop(std::size_t count)
    {
        m_taken += std::min(count, size());
        if (m_taken * 2 >= m_bytes.size()) { // so that each byte is moved once on average
            m_bytes.erase(0, m_taken);
            m_taken = 0;
        }
    }

    std::string take(std::size_t most)
    {
        std::string result(front(most));
        drop(result.size());
        return result;
    }

private:
    std::string m_bytes;
    std::size_t m_taken = 0; ///< of m_bytes, from the front
};

} // namespace il::machine
