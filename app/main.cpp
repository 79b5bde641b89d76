// interleave: the window without a command, else the command line.
#include "cli/cli.h"
#include "cli/options.h"
#include "window/start.h"

#include <QApplication>

#include <memory>
#include <optional>

namespace {

using namespace il::app;
using namespace Qt::StringLiterals;

void describe()
{
    QCoreApplication::setApplicationName(u"interleave"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(IL_VERSION));
}

bool hasDisplay()
{
    for (const char* variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (!qEnvironmentVariableIsEmpty(variable))
            return true;
    return false;
}

/// Standard error is for what the user should know, not for Qt's remarks on the surroundings.
void onlyTellFailures(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        cli::printError(text);
}

int runCommand(const cli::Command& command, int argc, char** argv)
{
    std::unique_ptr<QCoreApplication> application;
    qInstallMessageHandler(onlyTellFailures);
    if (command.draws) {
        // Pictures don't depend on the display that happens to be there.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QApplication>(argc, argv); // charts need more than a QGuiApplication
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    describe();
    const QStringList arguments = QCoreApplication::arguments().mid(2);
    return cli::chooseLanguage(arguments) ? command.run(arguments) : cli::Refused;
}

/// --help, --version and what has to be refused without a window.
std::optional<int> answerAtOnce(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    describe();
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (!cli::chooseLanguage(arguments))
        return cli::Refused;
    if (arguments.contains("--help"_L1) || arguments.contains("-h"_L1))
        return cli::print(cli::helpText()), cli::Done;
    if (arguments.contains("--version"_L1) || arguments.contains("-v"_L1))
        return cli::print(cli::versionText()), cli::Done;
    if (!hasDisplay())
        return cli::refuse(
            cli::Tr::tr("There is no display for the window. Without one there are: interleave run, "
                        "export, check, list, tour (see interleave --help)."));
    return std::nullopt;
}

} // namespace

int main(int argc, char** argv)
{
    const QString name = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (const cli::Command* command = cli::command(name))
        return runCommand(*command, argc, argv);
    if (const auto status = answerAtOnce(argc, argv))
        return *status;
    QApplication application(argc, argv);
    describe();
    return startWindow(QCoreApplication::arguments().mid(1));
}
