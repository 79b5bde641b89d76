// Stands in place of the stage when a script or lesson can't be shown: what is wrong, where, and what to do.
#pragma once

#include "../library.h"
#include "look.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace il::app {

class ProblemPage : public QWidget {
    Q_OBJECT

public:
    explicit ProblemPage(QWidget* parent = nullptr);
    void setLook(const Look& look);
    void show(const QString& subject, const Diagnostics& problems);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    QString m_subject;
    Diagnostics m_problems;
    Look m_look;
    QLabel* m_title;
    QPlainTextEdit* m_text;
};

} // namespace il::app
