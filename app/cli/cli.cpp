#include "cli.h"

#include "../language.h"
#include "commands.h"
#include "options.h"

#include <algorithm>
#include <array>

namespace il::app::cli {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array<Command, 6> commands{{
    {"run", false, runCommand},
    {"export", true, exportCommand},
    {"chart", true, chartCommand},
    {"check", false, checkCommand},
    {"list", false, listCommand},
    {"tour", true, tourCommand},
}};

} // namespace

const Command* command(const QString& name)
{
    const auto found = std::find_if(commands.begin(), commands.end(),
                                    [&name](const Command& c) { return name == QLatin1StringView(c.name); });
    return found == commands.end() ? nullptr : &*found;
}

bool chooseLanguage(const QStringList& arguments)
{
    setLanguage(languageOfEnvironment());
    QString name;
    for (qsizetype i = 0; i < arguments.size() && arguments[i] != "--"_L1; ++i) {
        if (arguments[i].startsWith("--lang="_L1))
            name = arguments[i].mid(7);
        else if (arguments[i] == "--lang"_L1)
            name = arguments.value(i + 1);
    }
    const auto wanted = name.isEmpty() ? language() : languageFromName(name);
    if (wanted)
        setLanguage(*wanted);
    install(language());
    if (!wanted)
        printError(Tr::tr("There is no language \"%1\": use en or zh.").arg(name));
    return wanted.has_value();
}

QString versionText()
{
    return u"Interleave "_s + QCoreApplication::applicationVersion() + u'\n';
}

QString helpText()
{
    return Tr::tr("Interleave: see concurrency. Python programs on a simulated computer, step by step.\n"
                  "\n"
                  "  interleave [FILE|LESSON]             opens the window\n"
                  "  interleave run FILE [ARGUMENT...]    prints what the program prints\n"
                  "  interleave export FILE|LESSON -o OUT\n"
                  "                                       writes pictures of a run, or a film of it\n"
                  "  interleave chart FILE|LESSON -o OUT.png\n"
                  "                                       writes a chart of a run or an experiment\n"
                  "  interleave check PATH...             looks for mistakes in scripts and lessons\n"
                  "  interleave list [--json] [--search WORDS]\n"
                  "                                       the lessons, or those with the words\n"
                  "  interleave tour -o FOLDER            pictures of every cue of every lesson\n"
                  "\n"
                  "  --lang en|zh   --theme paper|slate|contrast   --help   --version\n"
                  "\n"
                  "\"interleave COMMAND --help\" tells more about a command.\n");
}

} // namespace il::app::cli
