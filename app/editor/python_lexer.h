// Colours Python text in the editor as the code card on the stage does.
#pragma once

#include "scene/theme.h"

#include <Qsci/qscilexerpython.h>

namespace il::app {

class PythonLexer : public QsciLexerPython {
    Q_OBJECT

public:
    explicit PythonLexer(QObject* parent);
    void setTheme(const scene::Theme& theme, const QFont& font);
    const char* keywords(int set) const override; ///< Python 3.11's
};

} // namespace il::app
