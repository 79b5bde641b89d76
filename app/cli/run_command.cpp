#include "commands.h"

#include "../ending.h"
#include "cli.h"
#include "options.h"

#include "trace/perfetto.h"

#include <QSaveFile>

#include <cstdio>

#include <unistd.h>

namespace il::app::cli {
using namespace Qt::StringLiterals;

namespace {

int exitStatus(const machine::Result& result)
{
    switch (result.reason) {
    case trace::EndReason::Finished:
        return result.exitStatus;
    case trace::EndReason::Deadlock:
        return Deadlock;
    default:
        return Limit;
    }
}

void tell(const Run& run)
{
    const machine::Result& result = run.result;
    printRaw(result.out);
    std::fflush(stdout);
    std::fwrite(result.err.data(), 1, result.err.size(), stderr);
    if (const QString how = ending(run); !how.isEmpty())
        printError(how);
}

} // namespace

int runCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Tr::tr(
        "Runs a Python program on the simulated computer, prints what it prints and ends with its exit "
        "status.\n"
        "2: the file can't be read or uses something unsupported; 3: deadlock; 4: a limit was reached.\n"
        "Defaults for the options come from the script's metadata block."));
    addRunOptions(parser);
    parser.addOption(
        {u"trace"_s, Tr::tr("Writes the run for chrome://tracing and Perfetto."), u"OUT.json"_s});
    parser.addPositionalArgument(u"FILE"_s, Tr::tr("The program."));
    parser.addPositionalArgument(u"ARGUMENT"_s, Tr::tr("What it finds in sys.argv[1:]."),
                                 u"[-- ARGUMENT...]"_s);
    if (const auto ended = parse(parser, "run", arguments))
        return *ended;
    const QStringList names = parser.positionalArguments();
    if (names.isEmpty())
        return refuse(Tr::tr("%1: which file?\nTry \"%1 --help\".").arg(u"interleave run"_s));

    const auto subject = openSubject(names.front());
    if (!subject)
        return refuse(subject.error());
    const lesson::Metadata& metadata = (*subject)->scripts.front().metadata;
    auto options = runOptions(parser, metadata);
    if (!options)
        return refuse(options.error());
    options->trace = parser.isSet(u"trace"_s);
    for (const QString& argument : names.mid(1))
        options->arguments.push_back(argument.toStdString());
    auto prepared = prepare(metadata, *options);
    if (!prepared)
        return refuse(prepared.error());

    prepared->config.terminal = ::isatty(STDOUT_FILENO) != 0;
    const RunPtr run = execute(*subject, 0, *options, std::move(*prepared));
    tell(*run);
    if (parser.isSet(u"trace"_s)) {
        const QString path = parser.value(u"trace"_s);
        QSaveFile file(path);
        const std::string json = trace::perfetto(run->trace());
        const auto size = static_cast<qint64>(json.size());
        if (!file.open(QIODevice::WriteOnly) || file.write(json.data(), size) != size || !file.commit())
            return refuse(Tr::tr("\"%1\" can't be written: %2").arg(path, file.errorString()));
    }
    return exitStatus(run->result);
}

} // namespace il::app::cli
