// The command line: `interleave run|export|check|list|tour ...`. None of it needs a display.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace il::app::cli {

/// Exit statuses of the commands, besides a program's own under `run`.
enum Exit : int {
    Done = 0,
    Refused = 2,  ///< a file that can't be read or isn't supported, an unknown lesson, a wrong option
    Deadlock = 3, ///< `run`: the program is stuck
    Limit = 4,    ///< `run`: it reached a limit of steps, time, memory, output or threads
};

struct Command {
    const char* name;
    bool draws;                               ///< needs fonts, so a QGuiApplication
    int (*run)(const QStringList& arguments); ///< arguments after the command's name
};

/// The command of that name; null for none.
const Command* command(const QString& name);

/// Sets the language from --lang in `arguments`, else from the environment. False after having told that it
/// is unknown.
bool chooseLanguage(const QStringList& arguments);

QString helpText(); ///< of the program
QString versionText();

} // namespace il::app::cli
