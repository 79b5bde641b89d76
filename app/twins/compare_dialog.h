// Asks what the run is to be compared with: another script of the lesson, another lesson's, or the same one
// made otherwise.
#pragma once

#include "../library.h"
#include "../run.h"
#include "../window/look.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace il::app {

/// One of the runs, before it is made.
struct RunChoice {
    LessonPtr lesson;
    std::size_t script = 0;
    RunOptions options;
    friend bool operator==(const RunChoice&, const RunChoice&) = default;
};

/// All that may stand beside `own`: its lesson's scripts, its own first among them last, then the other
/// lessons'.
std::vector<RunChoice> choicesBeside(const RunChoice& own, const std::vector<LibraryEntry>& library);

class CompareDialog : public QDialog {
    Q_OBJECT

public:
    CompareDialog(RunChoice own, const std::vector<LibraryEntry>& library, const Look& look, QWidget* parent);

    RunChoice choice() const; ///< as the controls say

signals:
    void chosen(const il::app::RunChoice& other);

private:
    QWidget* makeOptions();
    void fill();
    void filter(const QString& text);
    void showOptions(); ///< those of the script that is current
    void showProblem();
    QString nameOf(const RunChoice& choice) const;

    RunChoice m_own;
    std::vector<RunChoice> m_choices;
    Look m_look;
    QLineEdit* m_search;
    QListWidget* m_list;
    QComboBox* m_python;
    QSpinBox* m_cores;
    QSpinBox* m_seed;
    QFormLayout* m_form;
    std::vector<std::pair<lesson::Parameter, QLineEdit*>> m_parameters;
    QLabel* m_problem;
    QPushButton* m_compare;
};

} // namespace il::app
