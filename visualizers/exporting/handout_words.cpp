#include "exporting/handout_words.h"

#include "scene/words.h"

#include <QMap>

namespace il::exporting {
using namespace Qt::StringLiterals;

namespace {

QMap<QString, QString> wordsOf(scene::Language language)
{
    const scene::Words& words = scene::Words::of(language);
    return {
        {u"transport"_s, words.translate("Handout", "Playback")},
        {u"first"_s, words.translate("Handout", "To the start")},
        {u"back"_s, words.translate("Handout", "A step back")},
        {u"play"_s, words.translate("Handout", "Play")},
        {u"pause"_s, words.translate("Handout", "Pause")},
        {u"on"_s, words.translate("Handout", "A step on")},
        {u"last"_s, words.translate("Handout", "To the end")},
        {u"scrubber"_s, words.translate("Handout", "Step")},
        {u"place"_s, words.translate("Handout", "Step %1 of %2")},
        {u"theme"_s, words.translate("Handout", "Light or dark")},
        {u"enlarge"_s, words.translate("Handout", "Enlarge the picture")},
        {u"cues"_s, words.translate("Handout", "Moments to look at")},
        {u"moment"_s, words.translate("Handout", "Moment %1")},
        {u"question"_s, words.translate("Handout", "Question")},
        {u"answer"_s, words.translate("Handout", "Answer")},
        {u"correction"_s, words.translate("Handout", "A usual mistake")},
        {u"predict"_s, words.translate("Handout", "Predict")},
        {u"agrees"_s, words.translate("Handout", "The run agrees with you.")},
        {u"says"_s, words.translate("Handout", "The run says: %1")},
        {u"none"_s, words.translate("Handout", "In this run none of them holds.")},
        {u"noscript"_s,
         words.translate("Handout",
                         "The moving picture needs JavaScript, which this browser has switched off.")},
        {u"keys"_s,
         words.translate("Handout", "Keys: ← and → step, the space bar plays, Page Up and Page Down go "
                                    "from moment to moment, Home and End to the start and the end.")},
        {u"sample"_s,
         words.translate("Handout", "The run has %1 steps. Here are %2 of them: all moments to look at, "
                                    "and an even sample of the rest.")},
    };
}

} // namespace

QString handoutWord(const QString& name, scene::Language language)
{
    return wordsOf(language).value(name);
}

QJsonObject handoutWords(scene::Language language)
{
    const auto all = wordsOf(language);
    QJsonObject words;
    for (const char* name : {"transport", "first", "back", "play", "pause", "on", "last", "scrubber", "place",
                             "theme", "enlarge", "agrees", "says", "none"})
        words.insert(QLatin1String(name), all.value(QLatin1String(name)));
    return words;
}

} // namespace il::exporting
