// What there is to be found: the passages of the lessons.
#include "search.h"

#include "lesson/figures.h"
#include "lesson/html.h"
#include "scene/listing.h"

#include <QCoreApplication>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Search)
};

/// Markdown as one line of text; figures, which only a run has, as dots.
QString plain(const std::string& markdown)
{
    const std::string html =
        lesson::toHtml(lesson::withFigures(markdown, [](std::string_view) { return std::string("…"); }));
    std::string text;
    bool inTag = false;
    for (const char c : html) {
        if (c == '<')
            inTag = true;
        else if (c == '>')
            inTag = false;
        else if (!inTag)
            text += c;
    }
    QString line = QString::fromStdString(text).simplified();
    for (const auto& [entity, sign] : {std::pair("&lt;"_L1, u'<'), {"&gt;"_L1, u'>'}, {"&quot;"_L1, u'"'}})
        line.replace(entity, QString(QChar(sign)));
    return line.replace("&amp;"_L1, u"&"_s);
}

/// The first script that has the cue.
std::size_t scriptOf(const lesson::Lesson& lesson, const std::string& cue)
{
    for (std::size_t i = 0; i < lesson.scripts.size(); ++i)
        for (const script::Cue& mark : lesson.scripts[i].program.cues)
            if (mark.name == cue)
                return i;
    return 0;
}

std::string sourceOf(const script::Program& program)
{
    std::string text;
    for (const std::string& line : program.lines)
        text += line + '\n';
    return text;
}

} // namespace

class SearchIndex::Collector {
public:
    static Lesson passagesOf(const LibraryEntry& entry, std::size_t index)
    {
        Collector collector;
        collector.m_lesson.entry = index;
        collector.add({.field = Field::Id}, QString::fromStdString(entry.folder.id));
        if (entry.lesson != nullptr)
            collector.addLesson(entry);
        auto& passages = collector.m_lesson.passages;
        std::stable_sort(passages.begin(), passages.end(), [](const Passage& a, const Passage& b) {
            return rank(a.place.field) < rank(b.place.field);
        });
        return std::move(collector.m_lesson);
    }

private:
    void add(const Place& place, const QString& text)
    {
        if (!text.isEmpty())
            m_lesson.passages.push_back({place, text, Folded(text)});
    }

    void addLesson(const LibraryEntry& entry)
    {
        const lesson::Lesson& lesson = *entry.lesson;
        add({.field = Field::Number}, QString::number(entry.order()));
        for (const auto language : {scene::Language::English, scene::Language::Chinese})
            addText(lesson, language);
        for (std::size_t i = 0; i < lesson.scripts.size(); ++i)
            addScript(lesson.scripts[i], i);
    }

    void addText(const lesson::Lesson& lesson, scene::Language language)
    {
        const lesson::Text& text = lesson.texts[static_cast<std::size_t>(language)];
        add({.field = Field::Title, .language = language}, QString::fromStdString(text.title));
        add({.field = Field::Question, .language = language}, plain(text.question));
        add({.field = Field::Answer, .language = language}, plain(text.answer));
        add({.field = Field::Correction, .language = language}, plain(text.correction));
        for (std::size_t i = 0; i < text.cues.size(); ++i) {
            const lesson::CueText& cue = text.cues[i];
            Place place{.field = Field::Cue,
                        .language = language,
                        .script = scriptOf(lesson, cue.cue),
                        .cue = QString::fromStdString(cue.cue),
                        .number = static_cast<int>(i) + 1};
            add(place, plain(cue.caption));
            add(place, plain(cue.body));
            addPrediction(cue, place);
            place.language = std::nullopt;
            if (language == scene::Language::English)
                add(place, place.cue);
        }
    }

    void addPrediction(const lesson::CueText& cue, Place place)
    {
        if (!cue.prediction)
            return;
        place.field = Field::Prediction;
        add(place, plain(cue.prediction->question));
        for (const lesson::Option& option : cue.prediction->options)
            add(place, plain(option.text));
    }

    void addScript(const lesson::Script& script, std::size_t index)
    {
        const lesson::Metadata& metadata = script.metadata;
        add({.field = Field::Script, .script = index}, QString::fromStdString(script.name));
        for (const std::string& question : metadata.questions)
            add({.field = Field::Id, .script = index}, QString::fromStdString(question));
        for (const auto language : {scene::Language::English, scene::Language::Chinese}) {
            const auto at = static_cast<std::size_t>(language);
            const Place title{.field = Field::ScriptTitle, .language = language, .script = index};
            add(title, QString::fromStdString(metadata.title[at]));
            add(title, QString::fromStdString(metadata.subtitle[at]));
            for (const lesson::Goal& goal : metadata.goals)
                add({.field = Field::Goal, .language = language, .script = index},
                    QString::fromStdString(goal.text[at]));
        }
        for (const scene::ListingLine& line : scene::makeListing(sourceOf(script.program)).lines)
            add({.field = Field::Code, .script = index, .number = line.number}, line.text.trimmed());
    }

    Lesson m_lesson;
};

SearchIndex::SearchIndex(const std::vector<LibraryEntry>& library)
{
    for (std::size_t i = 0; i < library.size(); ++i)
        m_lessons.push_back(Collector::passagesOf(library[i], i));
}

QString nameOf(const Place& place, const lesson::Lesson& lesson)
{
    switch (place.field) {
    case Field::Number:
        return Tr::tr("number");
    case Field::Id:
        return Tr::tr("name");
    case Field::Title:
        return Tr::tr("title");
    case Field::Script:
    case Field::ScriptTitle:
        return Tr::tr("script");
    case Field::Question:
        return Tr::tr("question");
    case Field::Goal:
        return Tr::tr("goal");
    case Field::Cue:
    case Field::Prediction:
        return Tr::tr("cue %1").arg(place.number);
    case Field::Answer:
        return Tr::tr("answer");
    case Field::Correction:
        return Tr::tr("correction");
    case Field::Code:
        break;
    }
    if (place.script == 0)
        return Tr::tr("line %1").arg(place.number);
    return u"%1.py:%2"_s.arg(QString::fromStdString(lesson.scripts[place.script].name)).arg(place.number);
}

} // namespace il::app
