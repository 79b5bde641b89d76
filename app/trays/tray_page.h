// What stands behind a tab of the tray.
#pragma once

#include "../player.h"
#include "../run.h"
#include "../window/look.h"

#include <QWidget>

namespace il::app {

/// A page hears of a new run, look or moment only while it is shown, and of the present ones when it comes to
/// be shown.
class TrayPage : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual void setRun(const RunPtr& run) = 0;        ///< null: none yet
    virtual void setLook(const Look& look) = 0;        ///< the language has changed as well, if it has
    virtual void showMoment(const Moment& moment) = 0; ///< of the run, which there is
    virtual int leastHeight() const { return 100; }    ///< in pixels, that it can be read in
    virtual QWidget* tools() { return nullptr; }       ///< stands beside the tabs; the page's own, or null
    virtual void takeFocus() { setFocus(); }           ///< to where keys are of most use

signals:
    void stepAsked(std::size_t step);
};

} // namespace il::app
