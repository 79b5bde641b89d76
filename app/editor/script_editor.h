// Writing scripts: what is being edited, where it is kept, and how it gets onto the stage.
#pragma once

#include "../run.h"
#include "../window/look.h"
#include "drafts.h"
#include "file_watch.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

class QAction;
class QMenu;
class QMenuBar;
class QPushButton;
class QStackedWidget;

namespace il::app {

class EditorPage;
class QuestionBar;
class Session;
struct Example;

/// One script at a time. A lesson's script is edited as a copy of the user's own; the lesson stays as it is.
/// Nothing that was typed is lost without the user having said so.
class ScriptEditor : public QObject {
    Q_OBJECT

public:
    /// Adds its page to `pages`. `session` is what the stage shows; both must outlive the editor.
    ScriptEditor(Session& session, QStackedWidget* pages, const QStringList& recent);
    ~ScriptEditor() override;

    EditorPage& page() { return *m_page; }
    QPushButton* toggle() { return m_toggle; } ///< for the row above the stage
    QuestionBar* bar() { return m_bar; }       ///< for the place above the pages
    void addToFileMenu(QMenu* menu, QAction* openScript);
    void addMenu(QMenuBar* bar);
    void setLook(const Look& look);

    /// The user's own file that the stage shows (or says why it can't); empty for anything else.
    void setShown(const QString& file);
    /// Keeps unsaved work in that folder, and offers what is left there from another time.
    void keepDrafts(const QString& folder);
    /// Asks about unsaved work, if there is any; false when the user wants to go on with it.
    bool mayClose();

    bool isInFront() const;
    const QString& path() const { return m_path; } ///< empty while it has no file
    const QString& name() const { return m_name; }
    const QStringList& recent() const { return m_recent; }

    void edit();      ///< what the stage shows
    void showStage(); ///< or whatever was there before the editor
    void newScript();
    void startFrom(const Example& example);
    void open(const QString& path);
    void run(); ///< or goes to the first problem
    bool save();
    bool saveAs();
    bool saveTo(const QString& path);
    void keepDraft(); ///< now; otherwise a little after a change

signals:
    /// `again`: it takes the place of an older state of the same script. `file` may be empty.
    void runReady(const il::app::LessonPtr& lesson, const il::app::RunOptions& options, const QString& file,
                  bool again);
    void openAsked(const QString& path);
    void reloadAsked(const QString& path); ///< the shown file has changed on disk
    void noted(const QString& text);

private:
    struct Text {
        QString name, path, text;
        QByteArray fingerprint; ///< of the file
        QString copyOf;         ///< a lesson's script
    };
    void connectParts();
    void load(const Text& text);
    void showPage();
    void editCopy();
    bool isOfStage() const;
    QString keyOfStage() const;
    bool mayReplace();
    void finishRun();
    void fileChanged();
    void reload();
    void remember(const QString& path);
    void offer(const std::shared_ptr<Drafts::Orphan>& orphan);
    void restore(const Draft& draft);

    // script_editor_menus.cpp
    QAction* addAction(QMenu* menu, const char* name, const char* text, const QKeySequence& key);
    void fillRecent();
    void fillExamples();
    void retranslate();
    void showPossible(); ///< which actions make sense now

    Session& m_session;
    QStackedWidget* m_pages;
    QWidget* m_back = nullptr; ///< the page before the editor
    EditorPage* m_page;
    QuestionBar* m_bar;
    QPushButton* m_toggle;
    QMenu *m_recentMenu, *m_examplesMenu;
    QMenu* m_menu = nullptr;
    std::vector<std::pair<QObject*, const char*>> m_texts;
    std::vector<QAction*> m_whenOpen, m_whenInFront;
    Look m_look;

    bool m_hasScript = false;
    QString m_name, m_path, m_copyOf;
    LessonPtr m_ran; ///< what run() made of it last
    bool m_runWanted = false;
    FileWatch m_watch, m_shownWatch;
    QStringList m_recent;
    std::unique_ptr<Drafts> m_drafts;
    QTimer m_draftTimer;
};

} // namespace il::app
