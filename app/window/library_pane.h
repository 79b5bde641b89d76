// The pane on the left: search field and lessons.
#pragma once

#include "../library.h"
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

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void addLesson(const LibraryEntry& entry);
    bool matches(const LibraryEntry& entry, const QString& text) const;
    void retranslate();
    void choose(const QListWidgetItem* item);
    void showProgress();
    void askForReset();

    std::vector<LibraryEntry> m_entries;
    Look m_look;
    std::string m_current;
    QLineEdit* m_search;
    LessonList* m_list;
    LessonDelegate* m_delegate;
    Progress* m_progress = nullptr;
    QLabel* m_summary;
    QToolButton* m_reset;
};

} // namespace il::app
