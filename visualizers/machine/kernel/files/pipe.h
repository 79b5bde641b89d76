// The buffer between a pipe's two ends.
#pragma once

#include "machine/kernel/files/description.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace il::machine {

/// 16 pages, as in Linux (fs/pipe.c). A page that has been read in part still takes its place, and a write is
/// added to the last page only if its odd bytes fit there wholly. So a write of up to PIPE_BUF bytes is never
/// split, and a full pipe stays full until a whole page has been read.
class Pipe {
public:
    static constexpr std::size_t pageSize = 4096; ///< also PIPE_BUF
    static constexpr std::size_t pages = 16;

    /// Puts in what fits; how many bytes that was. All or nothing for up to PIPE_BUF bytes.
    std::size_t write(std::string_view data);
    std::string read(std::size_t most);
    std::size_t size() const { return m_size; }
    void discard() { read(m_size); }
    bool full() const { return m_pages.size() == pages; }

    FileId readEnd = noFile, writeEnd = noFile; ///< noFile once closed

private:
    std::deque<std::string> m_pages;
    std::size_t m_first = 0; ///< bytes of the first page that have been read
    std::size_t m_size = 0;
};

} // namespace il::machine
