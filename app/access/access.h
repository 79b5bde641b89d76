// Makes the window's own widgets known to assistive technology.
#pragma once

class QComboBox;
class QString;

namespace il::app {

/// Pictures (SpokenPicture), pulled bars (SpokenValue), charts and a few others get accessible interfaces
/// from now on. Once, when there is an application and before there are widgets; again does no harm.
void installAccess();

/// Names a list for choosing. On Linux Qt gives what is chosen as such a list's name; there the tip, which a
/// mouse finds too, says what it is for.
void nameChoice(QComboBox& box, const QString& name);

} // namespace il::app
