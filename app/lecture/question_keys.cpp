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
    return isPlain(event) && event.key() >= Qt::Key_1 && event.key() <= Qt::Key_9 &&
           gates.choose(event.key() - Qt::Key_1);
}

} // namespace il::app
