#include "settings.h"

#include "../language.h"
#include "../player.h"
#include "../run_options_json.h"

#include <QJsonDocument>
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

/// As JSON on one line: a run's options have parts within parts.
QString textOf(const LastSession& session)
{
    QJsonObject object{{u"lesson"_s, session.lesson},
                       {u"file"_s, session.file},
                       {u"script"_s, static_cast<qint64>(session.script)},
                       {u"options"_s, toJson(session.options)},
                       {u"panel"_s, QString::fromStdString(session.panel)},
                       {u"variant"_s, QString::fromStdString(session.variant)},
                       {u"step"_s, static_cast<qint64>(session.step)},
                       {u"playlist"_s, session.playlist},
                       {u"playlistShown"_s, session.playlistShown}};
    if (session.entry)
        object[u"entry"_s] = static_cast<qint64>(*session.entry);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

LastSession sessionFromText(const QString& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto count = [&object](QLatin1StringView name) {
        return static_cast<std::size_t>(std::max(qint64(0), object[name].toInteger()));
    };
    return {object["lesson"_L1].toString(),
            object["file"_L1].toString(),
            count("script"_L1),
            runOptionsFromJson(object["options"_L1].toObject()),
            object["panel"_L1].toString().toStdString(),
            object["variant"_L1].toString().toStdString(),
            count("step"_L1),
            object["playlist"_L1].toString(),
            object["entry"_L1].toInteger(-1) >= 0 ? std::optional(count("entry"_L1)) : std::nullopt,
            object["playlistShown"_L1].toBool(true)};
}

double speedOf(const QVariant& stored)
{
    bool isNumber = false;
    const double speed = stored.toDouble(&isNumber);
    return isNumber && speed >= Player::minSpeed && speed <= Player::maxSpeed ? speed : 1;
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
    settings.speed = speedOf(stored.value("speed", 1));
    settings.library = stored.value("library", true).toBool();
    settings.qa = stored.value("questionAndAnswer", true).toBool();
    settings.welcomed = stored.value("welcomed", false).toBool();
    settings.trayTab = stored.value("trayTab").toString();
    settings.trayHeight = stored.value("trayHeight").toInt();
    settings.geometry = stored.value("geometry").toByteArray();
    settings.exportFolder = stored.value("exportFolder").toString();
    settings.session = sessionFromText(stored.value("session").toString());
    settings.recent = stored.value("recent").toStringList();
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
    stored.setValue("speed", speed);
    stored.setValue("library", library);
    stored.setValue("questionAndAnswer", qa);
    stored.setValue("welcomed", welcomed);
    stored.setValue("trayTab", trayTab);
    stored.setValue("trayHeight", trayHeight);
    stored.setValue("geometry", geometry);
    stored.setValue("exportFolder", exportFolder);
    stored.setValue("session", textOf(session));
    stored.setValue("recent", recent);
}

} // namespace il::app
