// The text that is edited: Python, with what is wrong marked in its place.
#pragma once

#include "../library.h"
#include "../window/look.h"

#include <Qsci/qsciscintilla.h>

namespace il::app {

class PythonLexer;

/// Lines and columns of diagnostics count code points from 1; those of the editor count them from 0.
class CodeEditor : public QsciScintilla {
    Q_OBJECT

public:
    static constexpr int problemMarker = 1, problemIndicator = 9; ///< for tests, too

    explicit CodeEditor(QWidget* parent = nullptr);
    void setLook(const Look& look);

    /// Another text, unmodified, with nothing to undo. New lines will end as its first one does.
    void setScript(const QString& text);
    /// Another state of the same text: the caret stays near its place, and it can be undone.
    void replaceScript(const QString& text);

    void showProblems(const Diagnostics& problems);
    void goTo(const script::Diagnostic& problem);
    /// To the first problem behind the caret, or the first one of all.
    void goToNextProblem();
    /// Puts "# " before the selected lines, or takes it away when all have it.
    void toggleComment();

signals:
    void left(); ///< by Esc; Ctrl+Tab leads to the next control, for Tab alone indents here
    void focusChanged(bool has);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void setUpMargins();
    void setUpKeys();
    void setColours();
    int lengthOf(int line) const; ///< in code points, without its end
    void showProblem(const script::Diagnostic& problem);
    const script::Diagnostic* problemAt(const QPoint& place) const;

    PythonLexer* m_lexer;
    Look m_look;
    Diagnostics m_problems;
};

} // namespace il::app
