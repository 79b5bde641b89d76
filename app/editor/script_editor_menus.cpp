#include "../language.h"
#include "editor_page.h"
#include "examples.h"
#include "question_bar.h"
#include "script_editor.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QStackedWidget>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

/// A path as a menu shows it: the name first, "~" for home, "&" as itself.
QString labelOf(const QString& path)
{
    const QFileInfo info(path);
    QString folder = info.absolutePath();
    if (const QString home = QDir::homePath(); folder.startsWith(home))
        folder.replace(0, home.size(), u"~"_s);
    QString label = info.fileName() + u'\t' + folder;
    return label.replace(u'&', u"&&"_s);
}

} // namespace

QAction* ScriptEditor::addAction(QMenu* menu, const char* name, const char* text, const QKeySequence& key)
{
    auto* action = new QAction(menu);
    action->setObjectName(name);
    action->setShortcut(key);
    m_texts.emplace_back(action, text);
    return action;
}

void ScriptEditor::addToFileMenu(QMenu* menu, QAction* openScript)
{
    QAction* fresh = addAction(menu, "newScript", QT_TR_NOOP("&New script"), QKeySequence::New);
    connect(fresh, &QAction::triggered, this, &ScriptEditor::newScript);
    menu->insertAction(openScript, fresh);
    menu->insertMenu(openScript, m_examplesMenu);
    QAction* save = addAction(menu, "saveScript", QT_TR_NOOP("&Save"), QKeySequence::Save);
    connect(save, &QAction::triggered, this, &ScriptEditor::save);
    QAction* saveAs =
        addAction(menu, "saveScriptAs", QT_TR_NOOP("Save &as…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    connect(saveAs, &QAction::triggered, this, &ScriptEditor::saveAs);
    menu->addMenu(m_recentMenu);
    menu->addActions({save, saveAs});
    menu->addSeparator();
    m_texts.emplace_back(m_examplesMenu, QT_TR_NOOP("New from e&xample"));
    m_texts.emplace_back(m_recentMenu, QT_TR_NOOP("Open recen&t"));
    m_whenOpen = {save, saveAs};
    retranslate();
    showPossible();
}

void ScriptEditor::addMenu(QMenuBar* bar)
{
    m_menu = bar->addMenu(QString());
    m_texts.emplace_back(m_menu, QT_TR_NOOP("&Script"));
    QAction* edit =
        addAction(m_menu, "editScript", QT_TR_NOOP("&Edit this script, or back"), Qt::CTRL | Qt::Key_T);
    connect(edit, &QAction::triggered, m_toggle, &QPushButton::click);
    QAction* run = addAction(m_menu, "runScriptAction", QT_TR_NOOP("&Run it"), {});
    run->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    connect(run, &QAction::triggered, this, &ScriptEditor::run);
    QAction* next = addAction(m_menu, "nextProblem", QT_TR_NOOP("&Next problem"), Qt::Key_F8);
    connect(next, &QAction::triggered, this, [this] { m_page->editor().goToNextProblem(); });
    QAction* comment = addAction(m_menu, "toggleComment", QT_TR_NOOP("&Comment or uncomment lines"),
                                 Qt::CTRL | Qt::Key_Slash);
    connect(comment, &QAction::triggered, this, [this] { m_page->editor().toggleComment(); });
    m_menu->addActions({edit, run, next, comment});
    m_whenInFront = {run, next, comment};
    retranslate();
    showPossible();
}

void ScriptEditor::fillRecent()
{
    m_recentMenu->clear();
    for (const QString& path : m_recent) {
        QAction* action = m_recentMenu->addAction(labelOf(path));
        action->setEnabled(QFileInfo(path).isFile());
        action->setData(path);
        connect(action, &QAction::triggered, this, [this, path] { emit openAsked(path); });
    }
    m_recentMenu->addSeparator();
    QAction* clear = m_recentMenu->addAction(tr("&Clear this list"));
    clear->setObjectName("clearRecent");
    clear->setEnabled(!m_recent.isEmpty());
    connect(clear, &QAction::triggered, this, [this] { m_recent.clear(); });
}

void ScriptEditor::fillExamples()
{
    m_examplesMenu->clear();
    for (const Example& example : examples()) {
        QAction* action = m_examplesMenu->addAction(pick(example.title, m_look.language));
        action->setObjectName(u"example_"_s + example.name);
        connect(action, &QAction::triggered, this, [this, &example] { startFrom(example); });
    }
}

void ScriptEditor::setLook(const Look& look)
{
    m_look = look;
    m_page->setLook(look);
    retranslate();
}

void ScriptEditor::retranslate()
{
    for (const auto& [object, text] : m_texts) {
        if (auto* menu = qobject_cast<QMenu*>(object))
            menu->setTitle(tr(text));
        else if (auto* action = qobject_cast<QAction*>(object))
            action->setText(tr(text));
    }
    m_toggle->setText(tr("Edit"));
    m_toggle->setToolTip(tr("Change this program, or write one of your own (Ctrl+T)"));
    m_toggle->setAccessibleName(tr("Edit the script"));
}

void ScriptEditor::showPossible()
{
    m_toggle->setChecked(isInFront());
    for (QAction* action : m_whenOpen)
        action->setEnabled(m_hasScript);
    for (QAction* action : m_whenInFront)
        action->setEnabled(isInFront());
}

} // namespace il::app
