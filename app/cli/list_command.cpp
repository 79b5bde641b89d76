#include "commands.h"

#include "../language.h"
#include "../search/search.h"
#include "cli.h"
#include "options.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace il::app::cli {
using namespace Qt::StringLiterals;

namespace {

QString titleOf(const LibraryEntry& entry, scene::Language language)
{
    return QString::fromStdString(entry.lesson->texts[static_cast<std::size_t>(language)].title);
}

QJsonObject json(const LibraryEntry& entry)
{
    QJsonArray scripts, cues, questions;
    for (const lesson::Script& script : entry.lesson->scripts)
        scripts.append(QString::fromStdString(script.name));
    for (const lesson::CueText& cue : entry.lesson->texts[0].cues)
        cues.append(QString::fromStdString(cue.cue));
    for (const std::string& question : entry.metadata()->questions)
        questions.append(QString::fromStdString(question));
    return {{u"id"_s, QString::fromStdString(entry.folder.id)},
            {u"number"_s, entry.order()},
            {u"group"_s, QString::fromStdString(entry.metadata()->group)},
            {u"panel"_s, QString::fromStdString(entry.metadata()->panel)},
            {u"title"_s, QJsonObject{{u"en"_s, titleOf(entry, scene::Language::English)},
                                     {u"zh"_s, titleOf(entry, scene::Language::Chinese)}}},
            {u"questions"_s, questions},
            {u"scripts"_s, scripts},
            {u"cues"_s, cues}};
}

QString line(const LibraryEntry& entry)
{
    return u"%1  %2 %3\n"_s.arg(entry.order(), 4)
        .arg(QString::fromStdString(entry.folder.id), -24)
        .arg(titleOf(entry, language()));
}

QJsonObject found(const Hit& hit, const LibraryEntry& entry)
{
    const Hit::Passage passage = hit.passage.value_or(Hit::Passage{
        {.field = Field::Title, .language = language()}, {titleOf(entry, language()), hit.title}});
    const Place& place = passage.place;
    QJsonArray marks;
    for (const Range& mark : passage.text.marks)
        marks.append(QJsonArray{qint64(mark.begin), qint64(mark.length)});
    QJsonObject object{{u"where"_s, QString::fromLatin1(idOf(place.field))},
                       {u"script"_s, QString::fromStdString(entry.lesson->scripts[place.script].name)},
                       {u"text"_s, passage.text.text},
                       {u"marks"_s, marks}};
    if (place.language)
        object[u"language"_s] = nameOf(*place.language);
    if (!place.cue.isEmpty())
        object[u"cue"_s] = place.cue;
    if (place.number > 0)
        object[place.field == Field::Code ? u"line"_s : u"number"_s] = place.number;
    return object;
}

/// The lessons that are found, the best first, each with what was found below it.
int listFound(const std::vector<LibraryEntry>& library, const QString& query, bool asJson)
{
    constexpr double width = 72;
    QJsonArray array;
    QString lines;
    for (const Hit& hit : SearchIndex(library).find(query, language())) {
        const LibraryEntry& entry = library[hit.entry];
        QJsonObject object = json(entry);
        object[u"found"_s] = found(hit, entry);
        array.append(object);
        lines += line(entry);
        if (hit.passage)
            lines += u"      "_s +
                     Tr::tr("%1: %2").arg(nameOf(hit.passage->place, *entry.lesson),
                                          excerpt(hit.passage->text, width, columns).text) +
                     u'\n';
    }
    print(asJson ? QString::fromUtf8(QJsonDocument(array).toJson()) : lines);
    if (array.isEmpty())
        printError(Tr::tr("No lesson has all of \"%1\" in it.").arg(query));
    return Done;
}

} // namespace

int listCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Tr::tr("Lists the lessons: number, id, title."));
    parser.addOption({u"json"_s, Tr::tr("As JSON, with groups, scripts and cues.")});
    parser.addOption(
        {u"search"_s,
         Tr::tr("Only the lessons with all of these words, in titles, questions, answers, cues or "
                "code, the best first."),
         u"WORDS"_s});
    if (const auto ended = parse(parser, "list", arguments))
        return *ended;
    std::vector<LibraryEntry> library = loadLibrary(lessonRoots());
    QString problems;
    for (const LibraryEntry& entry : library)
        if (entry.lesson == nullptr)
            problems += rendered(entry.problems);
    library.erase(std::remove_if(library.begin(), library.end(),
                                 [](const LibraryEntry& entry) { return entry.lesson == nullptr; }),
                  library.end());
    if (parser.isSet(u"search"_s)) {
        const int status = listFound(library, parser.value(u"search"_s), parser.isSet(u"json"_s));
        return problems.isEmpty() ? status : refuse(problems);
    }
    QJsonArray array;
    QString lines;
    for (const LibraryEntry& entry : library) {
        array.append(json(entry));
        lines += line(entry);
    }
    print(parser.isSet(u"json"_s) ? QString::fromUtf8(QJsonDocument(array).toJson()) : lines);
    return problems.isEmpty() ? int(Done) : refuse(problems);
}

} // namespace il::app::cli
