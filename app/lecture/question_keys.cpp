#include "question_keys.h"

#include "gates.h"

#include <QKeyEvent>

namespace il::app {
namespace {

bool isPlain(const QKeyEvent& event)
{
    return (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

} // namespace

bool isForwardKey(const QKeyEvent& event)
{
    const int key = event.key();
    return isPlain(event) && (key == Qt::Key_Space || key == Qt::Key_Right || key == Qt::Key_PageDown);
}

bool handleQuestionKey(Gates& gates, const QKeyEvent& event)
{
    if (isForwardKey(event))
        return gates.advance();
    const int option = event.key() - Qt::Key_1;
    if (!isPlain(event) || !gates.gate() || option < 0 || option >= gates.gate()->options.size())
        return false;
    gates.choose(option); // too late once it is judged; but a slip must not open a lesson of that number
    return true;
}

} // namespace il::app
