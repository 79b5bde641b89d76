// Comparing in the window: asks for the other run, makes it, and shows both over the window's centre.
#pragma once

#include "compare_dialog.h"
#include "twins_page.h"

#include "../session.h"

#include <functional>

namespace il::app {

/// What comparing needs of the window. Everything outlives it.
struct CompareHost {
    Session& session; ///< whose run stands at the left
    const Clock& clock;
    QWidget& area; ///< that the page covers
    std::function<std::vector<LibraryEntry>()> library;
    std::function<std::string()> panel; ///< the one that is shown of the run
    std::function<void(const QString&)> tell;
};

class Comparing : public QObject {
    Q_OBJECT

public:
    explicit Comparing(CompareHost host, QObject* parent = nullptr);

    void ask(); ///< nothing while there is no run
    void compareWith(const RunChoice& other);
    void setLook(const Look& look);
    void close();
    bool isOn() const { return m_page != nullptr; }
    TwinsPage* page() const { return m_page; } ///< null while nothing is compared

    /// Writes what is shown, or a picture of every cue of both, in the format that the suffix names; tells
    /// what came of it.
    bool exportTo(const QString& path, bool everyCue);

signals:
    void shown(bool on);

private:
    void showTwins();
    void askForExport();

    CompareHost m_host;
    Session m_other;
    Look m_look;
    QPointer<TwinsPage> m_page;
};

} // namespace il::app
