// Asks what will happen, takes one answer, and then shows what the run says.
#pragma once

#include "../session.h"
#include "look.h"

#include <QFrame>

class QVBoxLayout;

namespace il::app {

class PredictionBox : public QFrame {
    Q_OBJECT

public:
    explicit PredictionBox(Session& session, QWidget* parent = nullptr);

    /// Shows the prediction of a cue (that the run has reached), or hides itself when it asks for none.
    void show(const RunPtr& run, const scene::CueMark* cue, const Look& look);

private:
    void addQuestion(const QString& question);
    void addOptions(const lesson::Prediction& prediction, int chosen);
    void addVerdict(const lesson::Prediction& prediction, int chosen);

    Session& m_session;
    QVBoxLayout* m_column;
    RunPtr m_run;
    scene::CueMark m_cue;
    Look m_look;
};

} // namespace il::app
