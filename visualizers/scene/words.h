// Words of one language, as a value that can be passed to a pure layout function.
#pragma once

#include <QString>

#include <memory>

class QTranslator;

namespace il::scene {

enum class Language : std::uint8_t { English, Chinese };

/// Looks UI texts up in the compiled Qt Linguist files, without the application-wide translator, so that
/// one process can draw both languages side by side. lupdate reads calls of translate().
class Words {
public:
    explicit Words(Language language);
    ~Words();
    Language language() const { return m_language; }
    /// The text in this language; the source text when there is no translation. `n` picks a plural form (%n).
    QString translate(const char* context, const char* source, const char* comment = nullptr,
                      int n = -1) const;

    static const Words& of(Language language); ///< loaded once

private:
    Language m_language;
    std::unique_ptr<QTranslator> m_translator;
};

/// "23.4 ms", "850 ns", "1.2 s": three significant digits, same in both languages.
QString timeText(std::int64_t ns);

} // namespace il::scene
