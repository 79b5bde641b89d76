#include "language.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTranslator>

namespace il::app {
using namespace Qt::StringLiterals;
using scene::Language;

script::Locale localeOf(Language language)
{
    return language == Language::Chinese ? script::Locale::Chinese : script::Locale::English;
}

std::optional<Language> languageFromName(const QString& name)
{
    const QString lower = name.toLower();
    if (lower == "en"_L1 || lower.startsWith("en_"_L1) || lower.startsWith("en-"_L1))
        return Language::English;
    if (lower == "zh"_L1 || lower.startsWith("zh_"_L1) || lower.startsWith("zh-"_L1))
        return Language::Chinese;
    return std::nullopt;
}

QString nameOf(Language language)
{
    return language == Language::Chinese ? u"zh"_s : u"en"_s;
}

Language languageOfEnvironment()
{
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const QString value = qEnvironmentVariable(variable); !value.isEmpty())
            return languageFromName(value.section(u'.', 0, 0)).value_or(Language::English);
    return Language::English;
}

void install(Language language)
{
    static QPointer<QTranslator> current; // gone with the application that it was made for
    auto* next = new QTranslator(QCoreApplication::instance());
    const bool chinese = language == Language::Chinese;
    // An empty translator would be refused: English falls back on the source text then.
    const bool loaded = next->load(chinese ? u":/i18n/interleave_zh_CN.qm"_s : u":/i18n/interleave_en.qm"_s);
    delete current; // takes itself out
    current = next;
    if (loaded)
        QCoreApplication::installTranslator(next);
}

QString pick(const std::array<std::string, 2>& texts, Language language)
{
    const auto index = static_cast<std::size_t>(language);
    const std::string& own = texts[index];
    return QString::fromStdString(own.empty() ? texts[1 - index] : own);
}

} // namespace il::app
