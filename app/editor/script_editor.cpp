#include "script_editor.h"

#include "../session.h"
#include "editor_page.h"
#include "examples.h"
#include "question_bar.h"
#include "recent_files.h"
#include "text_file.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr int draftMs = 2000; ///< after a change

/// One of the program's own lessons, that nobody should write over.
bool isInstalled(const QString& path)
{
    const QString own = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const QString file = QFileInfo(path).canonicalFilePath();
    const auto roots = lessonRoots();
    return std::any_of(roots.begin(), roots.end(), [&](const std::filesystem::path& root) {
        const QString folder = QFileInfo(QString::fromStdString(root.string())).canonicalFilePath();
        return !folder.startsWith(own) && file.startsWith(folder + u'/');
    });
}

} // namespace

ScriptEditor::ScriptEditor(Session& session, QStackedWidget* pages, const QStringList& recent)
    : QObject(pages), m_session(session), m_pages(pages), m_page(new EditorPage(pages)),
      m_bar(new QuestionBar(pages->parentWidget())), m_toggle(new QPushButton(pages->parentWidget())),
      m_recentMenu(new QMenu(pages)), m_examplesMenu(new QMenu(pages)), m_recent(recent.mid(0, maxRecent)),
      m_drafts(std::make_unique<Drafts>())
{
    m_pages->addWidget(m_page);
    m_page->setExamples(m_examplesMenu);
    m_toggle->setObjectName("editScriptButton");
    m_toggle->setProperty("kind", "toggle");
    m_toggle->setCheckable(true);
    m_toggle->setFocusPolicy(Qt::TabFocus);
    m_recentMenu->setObjectName("recentMenu");
    m_examplesMenu->setObjectName("examplesMenu");
    m_draftTimer.setObjectName("draftTimer");
    m_draftTimer.setParent(this);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftMs);
    connectParts();
    retranslate();
    showPossible();
}

ScriptEditor::~ScriptEditor() = default;

void ScriptEditor::connectParts()
{
    connect(m_toggle, &QPushButton::clicked, this, [this] {
        isInFront() ? showStage() : edit();
        showPossible(); // it may have stayed as it was
    });
    connect(m_pages, &QStackedWidget::currentChanged, this, &ScriptEditor::showPossible);
    connect(m_page, &EditorPage::runAsked, this, &ScriptEditor::run);
    connect(m_page, &EditorPage::stageAsked, this, &ScriptEditor::showStage);
    connect(&m_page->checker(), &Checker::checked, this, [this] {
        if (m_runWanted)
            finishRun();
    });
    connect(&m_page->editor(), &QsciScintilla::textChanged, this, [this] {
        if (!m_draftTimer.isActive())
            m_draftTimer.start();
    });
    connect(&m_page->editor(), &QsciScintilla::modificationChanged, this, [this](bool modified) {
        if (!modified)
            m_drafts->forget();
    });
    connect(&m_draftTimer, &QTimer::timeout, this, &ScriptEditor::keepDraft);
    connect(&m_watch, &FileWatch::changed, this, &ScriptEditor::fileChanged);
    connect(&m_shownWatch, &FileWatch::changed, this, [this] {
        const QString path = m_shownWatch.path(); // which changes while it is opened again
        emit reloadAsked(path);
    });
    connect(m_recentMenu, &QMenu::aboutToShow, this, &ScriptEditor::fillRecent);
    connect(m_examplesMenu, &QMenu::aboutToShow, this, &ScriptEditor::fillExamples);
}

bool ScriptEditor::isInFront() const
{
    return m_pages->currentWidget() == m_page;
}

void ScriptEditor::showPage()
{
    if (!isInFront())
        m_back = m_pages->currentWidget();
    m_pages->setCurrentWidget(m_page);
    m_page->setFocus();
}

void ScriptEditor::showStage()
{
    if (!isInFront())
        return;
    m_pages->setCurrentWidget(m_back);
    m_back->setFocus();
}

void ScriptEditor::load(const Text& text)
{
    m_hasScript = true;
    m_name = text.name;
    m_path = text.path;
    m_copyOf = text.copyOf;
    m_ran = nullptr;
    m_runWanted = false;
    m_page->editor().setScript(text.text);
    m_page->setName(m_name, m_path.isEmpty() ? QString() : QFileInfo(m_path).absolutePath());
    m_page->checker().checkNow();
    m_draftTimer.stop();
    m_drafts->forget();
    m_bar->withdraw(u"changed"_s);
    m_watch.watch(m_path, text.fingerprint);
    showPage();
    showPossible();
}

void ScriptEditor::newScript()
{
    if (mayReplace())
        load({tr("new script.py"), {}, {}, {}, {}});
}

void ScriptEditor::startFrom(const Example& example)
{
    if (mayReplace())
        load({example.name, {}, example.text, {}, {}});
}

void ScriptEditor::open(const QString& path)
{
    const QFileInfo info(path);
    const auto file = readText(path);
    if (!file)
        return emit noted(file.error());
    if (!mayReplace())
        return;
    if (isInstalled(path))
        return load({tr("Copy of %1.py").arg(info.completeBaseName()), {}, file->text, {}, {}});
    load({info.fileName(), info.absoluteFilePath(), file->text, file->fingerprint, {}});
    remember(m_path);
}

/// Names a lesson's script as the stage shows it.
QString ScriptEditor::keyOfStage() const
{
    const LessonPtr& lesson = m_session.lesson();
    if (lesson == nullptr)
        return {};
    const QString script = QString::fromStdString(lesson->scripts[m_session.script()].name);
    const QString id = QString::fromStdString(lesson->id);
    return id.isEmpty() || lesson->scripts.size() == 1 ? id + (id.isEmpty() ? script : QString())
                                                       : id + u'-' + script;
}

bool ScriptEditor::isOfStage() const
{
    if (!m_hasScript)
        return false;
    if (m_ran != nullptr && m_ran == m_session.lesson())
        return true;
    if (!m_shownWatch.path().isEmpty())
        return m_path == m_shownWatch.path();
    return m_session.lesson() == nullptr || (!m_copyOf.isEmpty() && m_copyOf == keyOfStage());
}

void ScriptEditor::edit()
{
    if (isOfStage())
        showPage();
    else if (!m_shownWatch.path().isEmpty())
        open(m_shownWatch.path());
    else if (m_session.lesson() != nullptr)
        editCopy();
    else
        newScript();
}

void ScriptEditor::editCopy()
{
    if (!mayReplace())
        return;
    QString text;
    for (const std::string& line : m_session.lesson()->scripts[m_session.script()].program.lines)
        text += QString::fromStdString(line) + u'\n';
    const QString key = keyOfStage();
    load({tr("Copy of %1.py").arg(key), {}, text, {}, key});
}

void ScriptEditor::run()
{
    if (!m_hasScript)
        return;
    m_runWanted = true;
    m_page->checker().isCurrent() ? finishRun() : m_page->checker().checkNow();
}

void ScriptEditor::finishRun()
{
    m_runWanted = false;
    const Checker& checker = m_page->checker();
    if (!checker.problems().empty()) {
        showPage();
        m_page->editor().goTo(checker.problems().front());
        return emit noted(tr("Mend what is marked first."));
    }
    const bool again = m_ran != nullptr && m_ran == m_session.lesson();
    RunOptions options = again ? m_session.options() : RunOptions{};
    if (!prepare(checker.lesson()->scripts.front().metadata, options))
        options = {};
    m_ran = checker.lesson();
    emit runReady(m_ran, options, m_path, again);
}

bool ScriptEditor::save()
{
    return m_path.isEmpty() ? saveAs() : saveTo(m_path);
}

bool ScriptEditor::saveAs()
{
    const QString folder = m_path.isEmpty() ? QDir::homePath() : QFileInfo(m_path).absolutePath();
    QFileDialog dialog(m_pages->window(), tr("Save script"), folder, tr("Python scripts (*.py)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(u"py"_s); // before it asks whether to write over a file
    dialog.selectFile(m_name);
    return dialog.exec() == QDialog::Accepted && saveTo(dialog.selectedFiles().constFirst());
}

bool ScriptEditor::saveTo(const QString& path)
{
    const auto written = writeText(path, m_page->editor().text());
    if (!written) {
        emit noted(written.error());
        return false;
    }
    m_path = QFileInfo(path).absoluteFilePath();
    m_name = QFileInfo(path).fileName();
    m_copyOf.clear();
    m_page->editor().setModified(false);
    m_page->setName(m_name, QFileInfo(m_path).absolutePath());
    m_draftTimer.stop();
    m_drafts->forget();
    m_bar->withdraw(u"changed"_s);
    m_watch.watch(m_path, *written);
    if (m_shownWatch.path() == m_path)
        m_shownWatch.watch(m_path, *written); // the stage changes by Run
    remember(m_path);
    emit noted(tr("Saved: %1").arg(m_path));
    return true;
}

bool ScriptEditor::mayReplace()
{
    if (!m_page->editor().isModified())
        return true;
    QMessageBox box(QMessageBox::Question, tr("Unsaved work"),
                    tr("%1 has changes that are not saved.").arg(m_name), QMessageBox::NoButton,
                    m_pages->window());
    const auto add = [&box](const char* name, const QString& text, QMessageBox::ButtonRole role) {
        QPushButton* button = box.addButton(text, role);
        button->setObjectName(name);
        return button;
    };
    QPushButton* save = add("saveWork", tr("&Save"), QMessageBox::AcceptRole);
    QPushButton* discard = add("discardWork", tr("&Discard"), QMessageBox::DestructiveRole);
    QPushButton* cancel = add("keepWork", tr("&Cancel"), QMessageBox::RejectRole);
    box.setDefaultButton(save);
    box.setEscapeButton(cancel);
    box.exec();
    if (box.clickedButton() == save)
        return this->save();
    return box.clickedButton() == discard;
}

bool ScriptEditor::mayClose()
{
    if (!mayReplace()) {
        showPage();
        return false;
    }
    m_draftTimer.stop();
    m_drafts->forget();
    return true;
}

void ScriptEditor::setShown(const QString& file)
{
    const bool isFile = !file.isEmpty() && QFileInfo(file).isFile();
    const QString path = isFile ? QFileInfo(file).absoluteFilePath() : QString();
    m_shownWatch.watch(path, isFile ? fingerprintOfFile(path) : QByteArray());
    if (isFile)
        remember(path);
}

void ScriptEditor::fileChanged()
{
    if (!m_page->editor().isModified())
        return reload();
    const auto words = [this] {
        return QuestionBar::Words{
            tr("%1 has changed on disk, and you have changes here that are not saved.").arg(m_name),
            {tr("Take the one on disk"), tr("Keep mine")}};
    };
    m_bar->ask(u"changed"_s, words, [this](int answer) {
        if (answer == 0)
            reload();
    });
}

void ScriptEditor::reload()
{
    const auto file = readText(m_path);
    if (!file)
        return emit noted(file.error());
    m_page->editor().replaceScript(file->text);
    m_page->editor().setModified(false);
    m_draftTimer.stop();
    m_drafts->forget();
    m_watch.watch(m_path, file->fingerprint);
    emit noted(tr("%1 has changed on disk and was read again.").arg(m_name));
}

void ScriptEditor::remember(const QString& path)
{
    m_recent = withRecent(m_recent, path);
}

void ScriptEditor::keepDraft()
{
    if (!m_page->editor().isModified())
        return m_drafts->forget();
    const Draft draft{m_path, m_name, m_page->editor().text(), m_watch.known(), QDateTime::currentDateTime()};
    if (!m_drafts->keep(draft))
        emit noted(tr("Unsaved work can't be kept for the next start: the disk may be full."));
}

void ScriptEditor::keepDrafts(const QString& folder)
{
    m_drafts = std::make_unique<Drafts>(folder);
    for (Drafts::Orphan& orphan : m_drafts->orphans())
        offer(std::make_shared<Drafts::Orphan>(std::move(orphan)));
}

void ScriptEditor::offer(const std::shared_ptr<Drafts::Orphan>& orphan)
{
    const Draft& draft = orphan->draft();
    const auto saved = draft.path.isEmpty() ? TextFile{} : readText(draft.path).value_or(TextFile{});
    if (saved.text == draft.text)
        return orphan->remove();
    const auto words = [this, orphan] {
        const QLocale locale(m_look.language == scene::Language::Chinese ? QLocale::Chinese
                                                                         : QLocale::English);
        const QString when = locale.toString(orphan->draft().when, QLocale::ShortFormat);
        return QuestionBar::Words{tr("There is unsaved work on %1, from %2.").arg(orphan->draft().name, when),
                                  {tr("Restore"), tr("Discard")}};
    };
    const QString name = u"draft "_s + draft.when.toString(Qt::ISODateWithMs) + draft.name;
    m_bar->ask(name, words, [this, orphan](int answer) {
        if (answer == 0 && !mayReplace())
            return offer(orphan);
        if (answer == 0)
            restore(orphan->draft());
        orphan->remove();
    });
}

void ScriptEditor::restore(const Draft& draft)
{
    const auto saved = draft.path.isEmpty() ? TextFile{} : readText(draft.path).value_or(TextFile{});
    load({draft.name, draft.path, saved.text, draft.base, {}});
    m_page->editor().replaceScript(draft.text);
    keepDraft();
}

} // namespace il::app
