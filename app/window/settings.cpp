#include "settings.h"

#include "../language.h"

#include <QSettings>

#include <algorithm>
#include <array>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

/// By StopAtQuestions.
const std::array questionNames{u"never"_s, u"presenting"_s, u"always"_s};

QSettings file()
{
    return {QSettings::IniFormat, QSettings::UserScope, u"interleave"_s, u"interleave"_s};
}

} // namespace

Settings Settings::load(scene::Language languageAtFirst)
{
    const QSettings stored = file();
    Settings settings;
    settings.look.language = languageFromName(stored.value("language").toString()).value_or(languageAtFirst);
    scene::ThemeId theme{};
    if (scene::themeFromName(stored.value("theme").toString(), theme))
        settings.look.theme = theme;
    scene::textSizeFromName(stored.value("textSize").toString(), settings.look.texts);
    const auto stop =
        std::find(questionNames.begin(), questionNames.end(), stored.value("stopAtQuestions").toString());
    if (stop != questionNames.end())
        settings.questions = static_cast<StopAtQuestions>(stop - questionNames.begin());
    settings.pausesAtCues = stored.value("pauseAtCues", true).toBool();
    settings.geometry = stored.value("geometry").toByteArray();
    return settings;
}

void Settings::save() const
{
    QSettings stored = file();
    stored.setValue("language", nameOf(look.language));
    stored.setValue("theme", scene::name(look.theme));
    stored.setValue("textSize", scene::name(look.texts));
    stored.setValue("stopAtQuestions", questionNames[static_cast<std::size_t>(questions)]);
    stored.setValue("pauseAtCues", pausesAtCues);
    stored.setValue("geometry", geometry);
}

} // namespace il::app
