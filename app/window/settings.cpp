#include "settings.h"

#include "../language.h"

#include <QSettings>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

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
    settings.pausesAtCues = stored.value("pauseAtCues", true).toBool();
    settings.trayTab = stored.value("trayTab").toString();
    settings.trayHeight = stored.value("trayHeight").toInt();
    settings.geometry = stored.value("geometry").toByteArray();
    return settings;
}

void Settings::save() const
{
    QSettings stored = file();
    stored.setValue("language", nameOf(look.language));
    stored.setValue("theme", scene::name(look.theme));
    stored.setValue("pauseAtCues", pausesAtCues);
    stored.setValue("trayTab", trayTab);
    stored.setValue("trayHeight", trayHeight);
    stored.setValue("geometry", geometry);
}

} // namespace il::app
