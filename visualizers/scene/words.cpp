#include "scene/words.h"

#include <QTranslator>

#include <array>
#include <cmath>

namespace il::scene {
namespace {

/// Without a translation the source text itself must make a sentence: "%n switch(es)" becomes "1 switch".
QString englishPlural(QString text, int n)
{
    text.replace(QLatin1String("(es)"), n == 1 ? QLatin1String("") : QLatin1String("es"));
    return text.replace(QLatin1String("(s)"), n == 1 ? QLatin1String("") : QLatin1String("s"));
}

} // namespace

Words::Words(Language language) : m_language(language), m_translator(std::make_unique<QTranslator>())
{
    const bool chinese = language == Language::Chinese;
    const QString file =
        chinese ? QStringLiteral(":/i18n/interleave_zh_CN.qm") : QStringLiteral(":/i18n/interleave_en.qm");
    if (!m_translator->load(file))
        m_translator.reset(); // the source text is shown
}

Words::~Words() = default;

QString Words::translate(const char* context, const char* source, const char* comment, int n) const
{
    QString text = m_translator ? m_translator->translate(context, source, comment, n) : QString();
    if (text.isEmpty()) {
        text = QString::fromUtf8(source);
        if (n >= 0)
            text = englishPlural(text, n);
    }
    return n >= 0 ? text.replace(QLatin1String("%n"), QString::number(n)) : text;
}

const Words& Words::of(Language language)
{
    static const Words english(Language::English);
    static const Words chinese(Language::Chinese);
    return language == Language::Chinese ? chinese : english;
}

QString timeText(std::int64_t ns)
{
    struct Unit {
        double ns;
        const char16_t* name;
    };
    static constexpr std::array<Unit, 4> units{{{1, u"ns"}, {1e3, u"µs"}, {1e6, u"ms"}, {1e9, u"s"}}};
    if (ns == 0)
        return QStringLiteral("0 ms");
    const double magnitude = std::abs(static_cast<double>(ns));
    std::size_t unit = 0;
    while (unit + 1 < units.size() && magnitude >= 999.5 * units[unit].ns)
        ++unit; // 999.5 of a unit would be rounded up to 1000
    const double amount = static_cast<double>(ns) / units[unit].ns;
    const int decimals = std::abs(amount) < 9.995 ? 2 : std::abs(amount) < 99.95 ? 1 : 0;
    QString number = QString::number(amount, 'f', decimals);
    while (number.contains(QLatin1Char('.')) &&
           (number.endsWith(QLatin1Char('0')) || number.endsWith(QLatin1Char('.'))))
        number.chop(1);
    return number + QLatin1Char(' ') + QString::fromUtf16(units[unit].name);
}

} // namespace il::scene
