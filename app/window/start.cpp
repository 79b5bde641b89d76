#include "start.h"

#include "../access/access.h"
#include "../cli/cli.h"
#include "../cli/options.h"
#include "../editor/script_editor.h"
#include "../language.h"
#include "main_window.h"

#include <QApplication>
#include <QFileInfo>

namespace il::app {
using namespace Qt::StringLiterals;
using cli::Tr;

namespace {

bool isScript(const QString& subject)
{
    return QFileInfo(subject).isFile() || subject.endsWith(".py"_L1);
}

} // namespace

int startWindow(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption({u"theme"_s, Tr::tr("paper, slate or contrast."), u"T"_s});
    parser.addPositionalArgument(u"FILE|LESSON"_s, Tr::tr("A script, or a lesson's id or folder."));
    cli::chooseLanguage(arguments);
    if (const auto ended = cli::parse(parser, "", arguments))
        return *ended;
    const QStringList subjects = parser.positionalArguments();
    if (subjects.size() > 1)
        return cli::refuse(Tr::tr("The window shows one file or lesson at a time."));

    Settings settings = Settings::load(cli::language());
    if (parser.isSet(u"lang"_s))
        settings.look.language = cli::language();
    if (parser.isSet(u"theme"_s)) {
        const auto theme = cli::themeOption(parser);
        if (!theme)
            return cli::refuse(theme.error());
        settings.look.theme = *theme;
    }

    QApplication::setStyle(windowStyle());
    QApplication::setFont(uiFont());
    installAccess();
    MainWindow window(settings, loadLibrary(lessonRoots()), nullptr, Progress::usualPath());
    if (subjects.isEmpty())
        window.resume(settings.session);
    else if (isScript(subjects.front()))
        window.openFile(subjects.front());
    else if (const auto subject = cli::openSubject(subjects.front()))
        window.open(*subject);
    else
        return cli::refuse(subject.error());
    window.scripts().keepDrafts(Drafts::usualFolder());
    window.show();
    return QApplication::exec();
}

} // namespace il::app
