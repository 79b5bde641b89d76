#include "first_paint.h"

#include "app/library.h"
#include "app/window/look.h"
#include "app/window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMainWindow>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace il::bench {
namespace {

/// Notes a window's first paint event.
class Watch : public QObject {
public:
    bool seen = false;
    bool eventFilter(QObject*, QEvent* event) override
    {
        seen = seen || event->type() == QEvent::Paint;
        return false;
    }
};

void waitForPaint(QWidget& window)
{
    Watch watch;
    window.installEventFilter(&watch);
    window.show();
    while (!watch.seen)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
}

double once(bool empty)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {empty ? QStringLiteral("--first-paint=empty") : QStringLiteral("--first-paint=main")});
    child.waitForFinished(20'000);
    return child.readAllStandardOutput().trimmed().toDouble();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int printFirstPaint(const QElapsedTimer& timer, bool empty)
{
    if (empty) {
        QMainWindow window;
        window.resize(1500, 900);
        waitForPaint(window);
        std::printf("%f\n", static_cast<double>(timer.nsecsElapsed()) / 1e6);
        return 0;
    }
    QApplication::setStyle(app::windowStyle());
    QApplication::setFont(app::uiFont());
    app::MainWindow window(app::Settings{}, app::loadLibrary(app::lessonRoots()));
    window.resize(1500, 900);
    window.openFirst();
    waitForPaint(window);
    std::printf("%f\n", static_cast<double>(timer.nsecsElapsed()) / 1e6);
    std::fflush(stdout);
    return 0;
}

void compareFirstPaints()
{
    constexpr int rounds = 9;
    std::vector<double> main, empty;
    for (int i = 0; i < rounds; ++i) {
        empty.push_back(once(true));
        main.push_back(once(false));
    }
    std::printf("%-46s %12.1f ms %12.1f ms %9.1f x\n", "first paint : that of an empty QMainWindow",
                median(main), median(empty), median(main) / median(empty));
}

} // namespace il::bench
