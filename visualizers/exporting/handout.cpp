#include "exporting/handout.h"

#include "exporting/handout_film.h"
#include "exporting/handout_html.h"
#include "exporting/handout_words.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

namespace il::exporting {
using namespace Qt::StringLiterals;
using scene::Language;
using scene::Theme;

namespace {

QByteArray resource(const char* name)
{
    QFile file(u":/handout/"_s + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isDark(const Theme& theme)
{
    return theme.background.lightnessF() < 0.5F;
}

/// The theme's colours as the variables of handout.css.
QByteArray variables(const Theme& theme, std::size_t index)
{
    QByteArray css = u":root[data-theme=\"%1\"] { color-scheme: %2;"_s.arg(index)
                         .arg(isDark(theme) ? u"dark"_s : u"light"_s)
                         .toUtf8();
    const std::pair<const char*, QColor> colors[]{{"background", theme.background},
                                                  {"surface", theme.surface},
                                                  {"soft", theme.soft},
                                                  {"ink", theme.ink},
                                                  {"ink2", theme.readable(theme.ink2)},
                                                  {"line", theme.line},
                                                  {"accent", theme.accent},
                                                  {"on-accent", theme.on(theme.accent)},
                                                  {"good", theme.good},
                                                  {"bad", theme.bad}};
    for (const auto& [name, color] : colors)
        css += QByteArray(" --") + name + ": " + color.name().toLatin1() + ';';
    return css + " }\n";
}

QByteArray style(const Handout& handout)
{
    QByteArray css = "\n";
    for (std::size_t i = 0; i < handout.themes.size(); ++i)
        css += variables(Theme::of(handout.themes[i]), i);
    return css + resource("handout.css");
}

QByteArray script()
{
    QByteArray js = "\n'use strict';\n(() => {\n";
    for (const char* part : {"film.js", "draw.js", "tween.js", "player.js"})
        js += resource(part);
    return js + "})();\n";
}

/// Nothing is loaded from anywhere, and only the very script and style of this page are obeyed.
QString policy(const QByteArray& css, const QByteArray& js)
{
    const auto hash = [](const QByteArray& text) {
        return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64());
    };
    return u"default-src 'none'; script-src 'sha256-%1'; style-src 'sha256-%2'; img-src data:; base-uri "
           u"'none'; "
           "form-action 'none'"_s.arg(hash(js), hash(css));
}

/// JSON that can't end the script element it lies in, nor be two lines of it.
QByteArray embedded(const QJsonObject& data)
{
    QByteArray json = QJsonDocument(data).toJson(QJsonDocument::Compact);
    json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    return json.replace("\xe2\x80\xa8", "\\u2028").replace("\xe2\x80\xa9", "\\u2029");
}

QJsonObject dataOf(const Handout& handout, QJsonObject film)
{
    QJsonArray seconds, cues, dark;
    for (const HandoutStep& step : handout.steps)
        seconds.append(qRound(step.seconds * 1000) / 1000.0);
    for (const HandoutCue& cue : handout.cues)
        cues.append(static_cast<qint64>(cue.step));
    for (const scene::ThemeId theme : handout.themes)
        dark.append(isDark(Theme::of(theme)));
    film.insert(u"seconds"_s, seconds);
    film.insert(u"cues"_s, cues);
    film.insert(u"dark"_s, dark);
    film.insert(u"language"_s, static_cast<int>(handout.language));
    film.insert(u"titles"_s, QJsonArray{handout.title[0], handout.title[1]});
    film.insert(u"words"_s, QJsonArray{handoutWords(Language::English), handoutWords(Language::Chinese)});
    return film;
}

/// `text` with each {{name}} replaced once: what comes in is not looked at again.
QByteArray filledIn(const QByteArray& text, const QMap<QByteArray, QByteArray>& values)
{
    QByteArray result;
    qsizetype at = 0;
    for (qsizetype open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
        const qsizetype close = text.indexOf("}}", open);
        result += text.mid(at, open - at);
        const QByteArray name = text.mid(open + 2, close - open - 2);
        result += name.startsWith("word.") ? wordSpans(QString::fromLatin1(name.mid(5))).toUtf8()
                                           : values.value(name);
        at = close + 2;
    }
    return result + text.mid(at);
}

QString subtitles(const Handout& handout)
{
    const bool none = handout.subtitle[0].isEmpty() && handout.subtitle[1].isEmpty();
    return none ? QString() : u"<p class=\"subtitle\">"_s + plainSpans(handout.subtitle) + u"</p>"_s;
}

} // namespace

Result<QByteArray> handoutPage(const Handout& handout, const Progress& progress)
{
    if (handout.steps.size() > maxHandoutSteps)
        return tl::unexpected(Error{Trouble::TooMany, QString::number(handout.steps.size())});
    auto film = handoutFilm(handout, progress);
    if (!film)
        return tl::unexpected(Error{Trouble::Cancelled});
    const QByteArray css = style(handout), js = script();
    const QString title = handout.title[static_cast<std::size_t>(handout.language)];
    QByteArray page =
        filledIn(resource("page.html"), {{"language", handout.language == Language::Chinese ? "zh-CN" : "en"},
                                         {"policy", policy(css, js).toUtf8()},
                                         {"title", title.toHtmlEscaped().toUtf8()},
                                         {"style", css},
                                         {"titles", plainSpans(handout.title).toUtf8()},
                                         {"subtitles", subtitles(handout).toUtf8()},
                                         {"texts", textsHtml(handout).toUtf8()},
                                         {"sample", sampleHtml(handout).toUtf8()},
                                         {"cues", cuesHtml(handout).toUtf8()},
                                         {"data", embedded(dataOf(handout, std::move(*film)))},
                                         {"script", js}});
    if (page.size() > maxHandoutBytes)
        return tl::unexpected(Error{Trouble::TooLarge, QString::number(maxHandoutBytes / 1'000'000)});
    return page;
}

} // namespace il::exporting
