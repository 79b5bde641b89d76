// Which version this is, what it is made with, and under which licences.
#pragma once

class QWidget;

namespace il::app {

/// Opens the dialog over `parent`; it deletes itself when it is closed.
void showAbout(QWidget* parent);

} // namespace il::app
