// The pane on the right: question, answer, the paragraph of the current cue, the correction, the prediction.
#pragma once

#include "../session.h"
#include "look.h"

#include <QWidget>

class QLabel;
class QScrollArea;

namespace il::app {

class FlowLayout;
class GoalList;
class PredictionBox;

class QaPane : public QWidget {
    Q_OBJECT

public:
    explicit QaPane(Session& session, QWidget* parent = nullptr);

    void setLook(const Look& look);
    void clear();      ///< nothing is shown, as while a problem stands in place of the stage
    void showLesson(); ///< the session has another lesson or script
    void showRun();    ///< the session has another run
    void showStep(std::size_t step);
    GoalList& goals() { return *m_goals; }

protected:
    void changeEvent(QEvent* event) override;

private:
    QLabel* addLabel(const char* name);
    void addTag(const QString& text);
    void showTags();
    void setMarkdown(QLabel* label, const std::string& markdown, trace::SimTime now);
    const lesson::Text* text() const;

    Session& m_session;
    Look m_look;
    QString m_cue;
    QScrollArea* m_scroll;
    QWidget* m_inside;
    QLabel *m_question, *m_cueText, *m_answer, *m_correction;
    QWidget* m_tags;
    GoalList* m_goals;
    PredictionBox* m_prediction;
};

} // namespace il::app
