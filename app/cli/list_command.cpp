#include "commands.h"

#include "../language.h"
#include "cli.h"
#include "options.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

} // namespace

int listCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Tr::tr("Lists the lessons: number, id, title."));
    parser.addOption({u"json"_s, Tr::tr("As JSON, with groups, scripts and cues.")});
    if (const auto ended = parse(parser, "list", arguments))
        return *ended;
    QJsonArray array;
    QString lines, problems;
    for (const LibraryEntry& entry : loadLibrary(lessonRoots())) {
        if (entry.lesson == nullptr) {
            problems += rendered(entry.problems);
            continue;
        }
        array.append(json(entry));
        lines += u"%1  %2 %3\n"_s.arg(entry.order(), 4)
                     .arg(QString::fromStdString(entry.folder.id), -24)
                     .arg(titleOf(entry, language()));
    }
    print(parser.isSet(u"json"_s) ? QString::fromUtf8(QJsonDocument(array).toJson()) : lines);
    return problems.isEmpty() ? int(Done) : refuse(problems);
}

} // namespace il::app::cli
