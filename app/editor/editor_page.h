// Stands in place of the stage while a script is written: its name, the text, and what is wrong with it.
#pragma once

#include "checker.h"
#include "code_editor.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;

namespace il::app {

class EditorPage : public QWidget {
    Q_OBJECT

public:
    explicit EditorPage(QWidget* parent = nullptr);
    void setLook(const Look& look);

    CodeEditor& editor() { return *m_editor; }
    Checker& checker() { return m_checker; }
    /// What the script is called, and its folder ("" while it has none).
    void setName(const QString& name, const QString& folder);
    void setExamples(QMenu* menu); ///< the button's; the caller owns it

signals:
    void runAsked();
    void stageAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    QLayout* makeHeader();
    QLayout* makeFooter();
    void retranslate();
    void showName();
    void showState();
    void showPlace();

    Look m_look;
    QString m_name, m_folder;
    QLabel *m_title, *m_where, *m_state, *m_place;
    QPushButton *m_examples, *m_run, *m_next;
    QFrame* m_frame;
    CodeEditor* m_editor;
    Checker m_checker;
};

} // namespace il::app
