#include "../editor/script_editor.h"
#include "../export/clipboard.h"
#include "../export/export_dialog.h"
#include "../help/about.h"
#include "../help/hints.h"
#include "../help/keys_overlay.h"
#include "../language.h"
#include "../playlist/playlists.h"
#include "../twins/comparing.h"
#include "library_pane.h"
#include "main_window.h"
#include "panel_tabs.h"
#include "parameter_bar.h"
#include "qa_pane.h"
#include "stage_widget.h"

#include "../trays/tray_pane.h"

#include "scene/panel.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>

#include <array>

namespace il::app {
using namespace Qt::StringLiterals;

QAction* MainWindow::addAction(QMenu* menu, const char* name, const char* text)
{
    QAction* action = menu->addAction(QString());
    action->setObjectName(name);
    m_texts.emplace_back(action, text);
    return action;
}

void MainWindow::makeMenus()
{
    menuBar()->setNativeMenuBar(false);
    menuBar()->setObjectName("menuBar");
    auto* brand = new QLabel(u"Interleave"_s, menuBar());
    brand->setObjectName("brand");
    menuBar()->setCornerWidget(brand, Qt::TopLeftCorner);
    auto* corner = new QWidget(menuBar());
    auto* row = new QHBoxLayout(corner);
    row->setContentsMargins(0, 6, 14, 6);
    m_compare = new QPushButton(corner);
    m_compare->setObjectName("compareButton");
    m_compare->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_compare);
    connect(m_compare, &QPushButton::clicked, this, &MainWindow::compare);
    m_present = new QPushButton(corner);
    m_present->setObjectName("present");
    m_present->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_present);
    connect(m_present, &QPushButton::clicked, this, [this] { present(true); });
    menuBar()->setCornerWidget(corner, Qt::TopRightCorner);
    makeFileMenu();
    m_scripts->addMenu(menuBar());
    makeViewMenu();
    makePlaybackMenu();
    makeOtherMenus();
}

void MainWindow::makeFileMenu()
{
    QMenu* menu = menuBar()->addMenu(QString());
    m_texts.emplace_back(menu, QT_TR_NOOP("&File"));
    QAction* open = addAction(menu, "openFile", QT_TR_NOOP("&Open script…"));
    open->setShortcut(QKeySequence::Open);
    connect(open, &QAction::triggered, this, &MainWindow::askForFile);
    m_scripts->addToFileMenu(menu, open);
    QAction* again = addAction(menu, "runAgain", QT_TR_NOOP("&Run again"));
    again->setShortcut(Qt::CTRL | Qt::Key_R);
    connect(again, &QAction::triggered, &m_session, &Session::runAgain);
    QAction* find = addAction(menu, "findLesson", QT_TR_NOOP("&Find a lesson"));
    find->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::Key_Slash)});
    connect(find, &QAction::triggered, this, [this] {
        m_comparing->close(); // it covers the library
        m_showLibrary->setChecked(true);
        m_library->focusSearch();
    });
    menu->addSeparator();
    QAction* exports = addAction(menu, "export", QT_TR_NOOP("&Export…"));
    exports->setShortcut(Qt::CTRL | Qt::Key_E);
    connect(exports, &QAction::triggered, this, &MainWindow::askForExport);
    connect(addAction(menu, "exportDeck", QT_TR_NOOP("Export &deck of the playlist…")), &QAction::triggered,
            this, [this] { m_playlists->askForDeck(); });
    QAction* copy = addAction(menu, "copyPicture", QT_TR_NOOP("&Copy picture"));
    copy->setShortcut(QKeySequence::Copy); // where text is selected, that text is copied
    connect(copy, &QAction::triggered, this, &MainWindow::copyPicture);
    menu->addSeparator();
    QAction* quit = addAction(menu, "quit", QT_TR_NOOP("&Quit"));
    quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    connect(quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::makeViewMenu()
{
    QMenu* menu = menuBar()->addMenu(QString());
    m_texts.emplace_back(menu, QT_TR_NOOP("&View"));
    QAction* present = addAction(menu, "presentAction", QT_TR_NOOP("&Present"));
    present->setShortcut(Qt::Key_F5);
    connect(present, &QAction::triggered, this, [this] { this->present(true); });
    QAction* compare = addAction(menu, "compareAction", QT_TR_NOOP("&Compare…"));
    compare->setShortcut(Qt::CTRL | Qt::Key_D);
    connect(compare, &QAction::triggered, this, &MainWindow::compare);
    m_presenterView = addAction(menu, "presenterView", QT_TR_NOOP("P&resenter view"));
    m_presenterView->setShortcut(Qt::Key_F6);
    m_presenterView->setCheckable(true);
    connect(m_presenterView, &QAction::triggered, this, &MainWindow::togglePresenterView);
    menu->addSeparator();
    m_showLibrary = addAction(menu, "showLibrary", QT_TR_NOOP("&Library"));
    m_showQa = addAction(menu, "showQa", QT_TR_NOOP("&Question and answer"));
    m_showLibrary->setShortcut(Qt::Key_F2);
    m_showQa->setShortcut(Qt::Key_F3);
    m_showPlaylist = addAction(menu, "showPlaylist", QT_TR_NOOP("Pl&aylist"));
    m_showPlaylist->setShortcut(Qt::Key_F4);
    m_showPlaylist->setCheckable(true);
    for (QAction* show : {m_showLibrary, m_showQa}) {
        show->setCheckable(true);
        show->setChecked(true);
    }
    connect(m_showLibrary, &QAction::toggled, m_library, &QWidget::setVisible);
    connect(m_showQa, &QAction::toggled, m_qa, &QWidget::setVisible);
    QMenu* tray = menu->addMenu(QString());
    m_texts.emplace_back(tray, QT_TR_NOOP("&Tray"));
    for (int i = 0; const char* text : {QT_TR_NOOP("&Output"), QT_TR_NOOP("&Events"),
                                        QT_TR_NOOP("&Variables"), QT_TR_NOOP("&Charts")}) {
        const auto tab = static_cast<TrayPane::Tab>(i++);
        QAction* open = addAction(tray, qPrintable(u"openTray_"_s + nameOf(tab)), text);
        open->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + i)));
        connect(open, &QAction::triggered, this, [this, tab] { m_tray->openTab(tab); });
    }
    menu->addSeparator();

    QMenu* panels = menu->addMenu(QString());
    m_texts.emplace_back(panels, QT_TR_NOOP("P&icture"));
    m_panels = new QActionGroup(this);
    for (const auto& panel : scene::panels()) {
        QAction* action = panels->addAction(QString());
        action->setObjectName(u"panel_"_s + QString::fromStdString(panel->info().id));
        action->setData(QString::fromStdString(panel->info().id));
        action->setCheckable(true);
        m_panels->addAction(action);
    }
    connect(m_panels, &QActionGroup::triggered, this,
            [this](const QAction* action) { setPanel(action->data().toString().toStdString()); });
    panels->addSeparator();
    m_nextVariant = addAction(panels, "nextVariant", QT_TR_NOOP("Its other &view\tV"));
    connect(m_nextVariant, &QAction::triggered, this, &MainWindow::nextVariant);

    makeTextSizeMenu(menu);
    QMenu* languages = menu->addMenu(QString());
    m_texts.emplace_back(languages, QT_TR_NOOP("Langua&ge"));
    m_languages = new QActionGroup(this);
    for (const auto& [name, text] : {std::pair{u"en"_s, u"English"_s}, {u"zh"_s, u"中文"_s}}) {
        QAction* action = languages->addAction(text);
        action->setObjectName(u"language_"_s + name);
        action->setData(name);
        action->setCheckable(true);
        m_languages->addAction(action);
    }
    connect(m_languages, &QActionGroup::triggered, this,
            [this](const QAction* action) { setLanguage(*languageFromName(action->data().toString())); });

    QMenu* themes = menu->addMenu(QString());
    m_texts.emplace_back(themes, QT_TR_NOOP("The&me"));
    m_themes = new QActionGroup(this);
    for (const auto& [id, text] : {std::pair{scene::ThemeId::Paper, QT_TR_NOOP("&Paper")},
                                   {scene::ThemeId::Slate, QT_TR_NOOP("&Slate")},
                                   {scene::ThemeId::HighContrast, QT_TR_NOOP("&High contrast")}}) {
        QAction* action = themes->addAction(QString());
        action->setObjectName(u"theme_"_s + scene::name(id));
        action->setData(static_cast<int>(id));
        action->setCheckable(true);
        m_themes->addAction(action);
        m_texts.emplace_back(action, text);
    }
    connect(m_themes, &QActionGroup::triggered, this,
            [this](const QAction* action) { setTheme(static_cast<scene::ThemeId>(action->data().toInt())); });
}

void MainWindow::makePlaybackMenu()
{
    QMenu* menu = menuBar()->addMenu(QString());
    m_texts.emplace_back(menu, QT_TR_NOOP("&Playback"));
    // These keys belong to the window (keys.h), so that a focused button or list keeps its own; the menu only
    // names them.
    const auto add = [this, menu](const char* name, const char* text, void (Player::*action)()) {
        QAction* entry = addAction(menu, name, text);
        connect(entry, &QAction::triggered, &m_player, action);
        return entry;
    };
    m_playPause = add("play", QT_TR_NOOP("&Play or pause\tSpace"), &Player::toggle);
    add("forward", QT_TR_NOOP("One step &forward\tRight"), &Player::stepForward);
    add("back", QT_TR_NOOP("One step &back\tLeft"), &Player::stepBack);
    add("next", QT_TR_NOOP("&Next cue\tPage Down"), &Player::nextCue);
    add("previous", QT_TR_NOOP("P&revious cue\tPage Up"), &Player::previousCue);
    add("start", QT_TR_NOOP("To the &start\tHome"), &Player::toStart);
    add("end", QT_TR_NOOP("To the &end\tEnd"), &Player::toEnd);
    menu->addSeparator();
    QMenu* speeds = menu->addMenu(QString());
    m_texts.emplace_back(speeds, QT_TR_NOOP("Spee&d"));
    m_speeds = new QActionGroup(this);
    for (const double speed : {0.25, 0.5, 1.0, 2.0, 4.0}) {
        QAction* action = speeds->addAction(QString::number(speed) + u'×');
        action->setObjectName(u"speed_%1"_s.arg(speed));
        action->setData(speed);
        action->setCheckable(true);
        m_speeds->addAction(action);
    }
    connect(m_speeds, &QActionGroup::triggered, this,
            [this](const QAction* action) { m_player.setSpeed(action->data().toDouble()); });
    m_pauseAtCues = addAction(menu, "pauseAtCuesAction", QT_TR_NOOP("Pause at &cues"));
    m_pauseAtCues->setCheckable(true);
    connect(m_pauseAtCues, &QAction::triggered, &m_player, &Player::setPausesAtCues);
    makeQuestionMenu(menu);
}

void MainWindow::makeOtherMenus()
{
    QMenu* help = menuBar()->addMenu(QString());
    m_texts.emplace_back(help, QT_TR_NOOP("&Help"));
    QAction* keys = addAction(help, "keys", QT_TR_NOOP("&Keys"));
    keys->setShortcuts({Qt::Key_F1, Qt::Key_Question});
    connect(keys, &QAction::triggered, this, &MainWindow::showKeys);
    connect(addAction(help, "hintsAgain", QT_TR_NOOP("&Hints for a start")), &QAction::triggered, this,
            &MainWindow::showHints);
    connect(addAction(help, "about", QT_TR_NOOP("&About Interleave")), &QAction::triggered, this,
            [this] { showAbout(this); });
}

void MainWindow::retranslate()
{
    for (const auto& [object, text] : m_texts) {
        if (auto* menu = qobject_cast<QMenu*>(object))
            menu->setTitle(tr(text));
        else if (auto* action = qobject_cast<QAction*>(object))
            action->setText(tr(text));
    }
    const scene::Words& words = scene::Words::of(look().language);
    const auto& panels = scene::panels();
    const auto actions = m_panels->actions();
    for (qsizetype i = 0; i < actions.size(); ++i)
        actions[i]->setText(words.translate("Panels", panels[static_cast<std::size_t>(i)]->info().title));
    m_compare->setText(tr("Compare…"));
    m_compare->setAccessibleName(tr("Compare with another run"));
    m_compare->setToolTip(tr("Compare with another run (%1)").arg(u"Ctrl+D"_s));
    m_present->setText(tr("Present F5"));
    m_present->setAccessibleName(tr("Present full screen"));
    m_stage->setAccessibleName(tr("Picture of the run"));
    if (m_session.lesson() != nullptr) {
        const lesson::Text& text = m_session.lesson()->texts[static_cast<std::size_t>(look().language)];
        setWindowTitle(QString::fromStdString(text.title) + u" - Interleave"_s);
    }
}

void MainWindow::showChoices()
{
    const auto check = [](const QActionGroup* group, const QVariant& chosen) {
        for (QAction* action : group->actions())
            if (action->data() == chosen)
                action->setChecked(true);
    };
    check(m_languages, nameOf(look().language));
    check(m_themes, static_cast<int>(look().theme));
    check(m_panels, QString::fromStdString(m_stage->panel()));
    check(m_speeds, m_player.speed());
    check(m_textSizes, static_cast<int>(look().texts));
    check(m_questions, static_cast<int>(m_settings.questions));
    m_pauseAtCues->setChecked(m_player.pausesAtCues());
    const scene::Panel* panel = panelOfId(m_stage->panel());
    m_nextVariant->setEnabled(panel != nullptr &&
                              !panel->variants(scene::Words::of(look().language)).empty());
}

void MainWindow::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open script"), {}, tr("Python scripts (*.py)") + u";;"_s + tr("Playlists (*.interleave)"));
    if (!path.isEmpty())
        openFile(path);
}

void MainWindow::askForExport()
{
    if (m_session.run() == nullptr)
        return;
    auto* dialog = new ExportDialog(m_session.run(), m_stage->wanted(), m_settings.exportFolder, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exported, this, [this](const QStringList& files) {
        m_settings.exportFolder = QFileInfo(files.front()).absolutePath();
        note(files.size() == 1 ? tr("Saved: %1").arg(files.front())
                               : tr("Saved: %1 and %n more", nullptr, static_cast<int>(files.size()) - 1)
                                     .arg(files.front()));
    });
    dialog->open();
}

void MainWindow::copyPicture()
{
    if (m_session.run() == nullptr)
        return;
    PictureOf wanted = m_stage->wanted();
    wanted.pixels = {1920, 1080};
    QApplication::clipboard()->setMimeData(clipboardPicture(*m_session.run(), wanted).release());
    note(tr("The picture is on the clipboard."));
}

void MainWindow::showKeys()
{
    new KeysOverlay(this);
}

void MainWindow::showHints()
{
    const std::vector<Hint> hints{
        {m_library, tr("Choose a lesson here, or open a Python script of your own with Ctrl+O.")},
        {m_stage,
         tr("The stage shows one moment of the run. → and ← go a step forward and back, Space plays.")},
        {m_scripts->toggle(), tr("Change this program here, or write one of your own (Ctrl+N).")},
        {m_qa,
         tr("Question and answer. At some moments you are asked what will happen; the run then judges.")},
        {m_parameters, tr("What the run was made with. Change it, and the program runs again.")},
        {m_present, tr("For the class: full screen. The ? key shows all keys.")},
    };
    auto* notes = new Hints(hints, this);
    connect(notes, &Hints::dismissed, this, [this] {
        m_settings.welcomed = true;
        m_stage->setFocus();
    });
}

} // namespace il::app
