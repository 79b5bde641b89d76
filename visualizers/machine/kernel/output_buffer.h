// What a process has printed that hasn't left it yet.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace il::machine {

/// CPython's sys.stdout on a pipe or file: a text layer that hands on what it has gathered, and a buffer
/// below it that writes when it is full. Either holds 8 KiB (3.11: textio.c, bufferedio.c). print() writes
/// its end apart.
class OutputBuffer {
public:
    /// Appends to `file` what this makes leave the process.
    void write(std::string_view text, std::string& file)
    {
        const bool line = text.size() > 1 && text.back() == '\n';
        gather(line ? text.substr(0, text.size() - 1) : text, file);
        if (line)
            gather("\n", file);
    }
    void flush(std::string& file)
    {
        file += m_buffer + m_text;
        clear();
    }
    std::size_t bytes() const { return m_text.size() + m_buffer.size(); }
    void clear()
    {
        m_text.clear();
        m_buffer.clear();
    }

private:
    static constexpr std::size_t size = 8192;

    void gather(std::string_view piece, std::string& file)
    {
        if (!m_text.empty() && m_text.size() + piece.size() > size)
            handOn(file);
        m_text += piece;
        if (m_text.size() >= size)
            handOn(file);
    }
    void handOn(std::string& file)
    {
        if (m_buffer.size() + m_text.size() > size) {
            file += m_buffer;
            m_buffer.clear();
        }
        (m_text.size() > size ? file : m_buffer) += m_text;
        m_text.clear();
    }

    std::string m_text, m_buffer;
};

/// What a process has printed since its last end of line or flush, for the trace, which shows a terminal:
/// there lines leave the process at once.
struct OpenLine {
    std::string inherited;           ///< from the buffer of the process that forked it; not told yet
    std::string text;                ///< its own
    std::vector<std::size_t> events; ///< that told it: their places in the trace

    /// What a child has of it after a fork.
    OpenLine forked() const { return {inherited + text, {}, {}}; }
};

} // namespace il::machine
