// The language of the program's words, and how one is chosen and switched while running.
#pragma once

#include "lesson/lesson.h"
#include "scene/words.h"

namespace il::app {

/// The core layers' name for the same thing; also the index into a lesson's texts.
script::Locale localeOf(scene::Language language);

/// "en", "zh", "zh_CN", "zh-CN", any case; nothing for others.
std::optional<scene::Language> languageFromName(const QString& name);
QString nameOf(scene::Language language); ///< "en" or "zh"

/// What LC_ALL, LC_MESSAGES or LANG ask for (the first that is set); English when none does.
scene::Language languageOfEnvironment();

/// Makes tr() of the whole application speak `language`; widgets get a LanguageChange event.
/// Needs a QCoreApplication.
void install(scene::Language language);

/// `texts` by language, the other one where it is empty.
QString pick(const std::array<std::string, 2>& texts, scene::Language language);

} // namespace il::app
