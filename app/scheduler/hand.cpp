#include "hand.h"

namespace il::app {

std::uint32_t Hand::undo()
{
    const std::uint32_t option = m_options.back();
    m_options.pop_back();
    return option;
}

std::string Hand::text() const
{
    std::string text = "hand:";
    for (std::size_t number = 0; number < m_options.size(); ++number) {
        if (m_options[number] == 0)
            continue;
        if (text.back() != ':')
            text += ',';
        text += std::to_string(number) + '=' + std::to_string(m_options[number]);
    }
    return text;
}

bool Hand::isText(const std::string& text)
{
    return text.compare(0, 5, "hand:") == 0;
}

} // namespace il::app
