// The pane on the left: search field and lessons.
#pragma once

#include "../library.h"
#include "../search/search.h"
#include "look.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;
class QListWidgetItem;

namespace il::app {

class LessonDelegate;
class LessonList;
class Progress;
struct ProgressSum;

/// The heading that lessons of a group stand under, translated; an unknown group is its own name.
QString groupName(const std::string& group);

class LibraryPane : public QWidget {
    Q_OBJECT

public:
    explicit LibraryPane(QWidget* parent = nullptr);

    void setEntries(std::vector<LibraryEntry> entries);
    const std::vector<LibraryEntry>& entries() const { return m_entries; }
    void setLook(const Look& look);
    /// Whose marks the lessons bear. It must outlive the pane.
    void setProgress(Progress* progress);
    /// Marks the lesson that is shown; "" marks none.
    void setCurrent(const std::string& id);
    void focusSearch();

signals:
    void chosen(const QString& id);
    /// A lesson was chosen for a passage that was searched for.
    void placeChosen(const QString& id, const il::app::Place& place);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();
    void fillGroups();
    void fillHits(const QString& query);
    QListWidgetItem* addLesson(const LibraryEntry& entry);
    void addHit(std::size_t hit);
    QListWidgetItem* firstLesson() const; ///< null in an empty list
    void goToList();
    void retranslate();
    void choose(const QListWidgetItem* item);
    void showProgress();
    static QString inWords(const ProgressSum& sum);
    void askForReset();

    std::vector<LibraryEntry> m_entries;
    std::optional<SearchIndex> m_index; ///< made when it is first needed
    std::vector<Hit> m_hits;            ///< for what stands in the search field
    Look m_look;
    std::string m_current;
    QLineEdit* m_search;
    QLabel* m_found; ///< how many lessons, or what to try
    LessonList* m_list;
    LessonDelegate* m_delegate;
    Progress* m_progress = nullptr;
    QLabel* m_summary;
    QToolButton* m_reset;
};

} // namespace il::app
