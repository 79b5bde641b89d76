// Opens and drives the real window, offscreen, with a clock turned by hand: what the tests of its parts
// share.
#pragma once

#include "hand_clock.h"

#include "app/access/access.h"
#include "app/window/main_window.h"
#include "app/window/stage_widget.h"

#include <QAccessible>
#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace il::app {

/// A test class derives from it and calls useOwnSettings() in initTestCase(), closeWindow() in cleanup().
class WindowTest : public QObject {
protected:
    HandClock m_clock;
    QTemporaryDir m_folder; ///< for the settings and whatever the test writes
    std::unique_ptr<MainWindow> m_window;

    static Settings welcomed() { return {.welcomed = true}; } ///< no hints in the way

    void useOwnSettings()
    {
        installAccess();
        QApplication::setStyle(windowStyle());
        QVERIFY(m_folder.isValid());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    }
    void closeWindow() { m_window.reset(); }

    static std::vector<LibraryEntry> testLibrary()
    {
        return loadLibrary({IL_SOURCE_DIR "/tests/app/lessons"});
    }

    /// A window as at the first start, on the tests' own lesson, with its run done.
    void open(QSize size = {1500, 900}, const Settings& settings = welcomed())
    {
        m_window = std::make_unique<MainWindow>(settings, testLibrary(), &m_clock);
        m_window->resize(size);
        openFirst();
    }

    void openFirst()
    {
        QSignalSpy finished(&m_window->session(), &Session::finished);
        m_window->openFirst();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_VERIFY(finished.count() == 1);
    }

    /// A file in the test's folder; returns its path.
    QString written(const QString& name, const QByteArray& text) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("can't write");
        return file.fileName();
    }

    template <typename T>
    T* child(const char* name) const
    {
        T* found = m_window->findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT_X(found != nullptr, "child", name);
        return found;
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(m_window->focusWidget(), key, modifiers);
    }

    /// What a screen reader says of the widget's state.
    static QString told(QWidget* widget)
    {
        return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Description);
    }

    /// Lets a tween end.
    void rest() { pass(m_clock, m_window->player(), Player::tweenMs + 20); }
    void goTo(std::size_t step)
    {
        m_window->player().goTo(step);
        rest();
    }

    const trace::Trace& trace() const { return m_window->session().run()->trace(); }
    std::size_t step() const { return m_window->player().moment().step; }
    std::size_t lastStep() const { return m_window->player().steps() - 1; }
};

} // namespace il::app
