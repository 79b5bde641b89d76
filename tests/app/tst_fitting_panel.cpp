// Which panel a script is shown in that names none.
#include "app/picture.h"
#include "app/run.h"

#include <QtTest>

using namespace il;
using namespace il::app;
using namespace Qt::StringLiterals;

namespace {

RunPtr runOf(const QByteArray& source)
{
    const auto lesson = loadSource(source.toStdString(), "own.py");
    if (!lesson)
        return nullptr;
    auto prepared = prepare((*lesson)->scripts.front().metadata, {});
    return prepared ? execute(*lesson, 0, {}, std::move(*prepared)) : nullptr;
}

} // namespace

class TestFittingPanel : public QObject {
    Q_OBJECT
private slots:
    void panel_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("panel");
        QTest::newRow("one thread") << QByteArray("print(1)") << u"gil"_s;
        QTest::newRow("threads that share nothing")
            << QByteArray("import threading, time\n"
                          "for _ in range(2): threading.Thread(target=time.sleep, args=(0.01,)).start()\n")
            << u"gil"_s;
        const QByteArray locks("import threading\n"
                               "a, b = threading.Lock(), threading.Lock()\n"
                               "def f(x, y):\n"
                               "    import time\n"
                               "    with x:\n"
                               "        time.sleep(0.01)\n"
                               "        with y: pass\n");
        QTest::newRow("locks")
            << QByteArray(locks + "for _ in range(2): threading.Thread(target=f, args=(a, b)).start()\n")
            << u"mutex"_s;
        QTest::newRow("a deadlock") << QByteArray(locks + "threading.Thread(target=f, args=(a, b)).start()\n"
                                                          "threading.Thread(target=f, args=(b, a)).start()\n")
                                    << u"deadlock"_s;
        QTest::newRow("a child") << QByteArray("import os\nif os.fork() == 0: os._exit(0)\nos.wait()\n")
                                 << u"pool"_s;
        QTest::newRow("a pool of threads")
            << QByteArray("from concurrent.futures import ThreadPoolExecutor\n"
                          "with ThreadPoolExecutor(2) as p: p.map(abs, range(3))\n")
            << u"pool"_s;
        QTest::newRow("descriptors")
            << QByteArray("import select, socket\n"
                          "a, b = socket.socketpair()\nb.send(b'x')\nselect.select([a], [], [])\n")
            << u"iomux"_s;
        QTest::newRow("its own word goes first") << QByteArray("# /// script\n"
                                                               "# [tool.interleave]\n"
                                                               "# panel = \"mutex\"\n"
                                                               "# ///\n"
                                                               "print(1)\n")
                                                 << u"mutex"_s;
    }
    void panel()
    {
        QFETCH(QByteArray, source);
        QFETCH(QString, panel);
        const RunPtr run = runOf(source);
        QVERIFY(run != nullptr);
        QCOMPARE(QString::fromStdString(run->panel), panel);
    }

    /// A picture for which no panel is chosen is the fitting one's.
    void picture()
    {
        const RunPtr run = runOf("import os\nif os.fork() == 0: os._exit(0)\nos.wait()\n");
        QVERIFY(run != nullptr);
        PictureOf wanted{.step = 5, .now = run->trace().steps()[5].time, .pixels = QSizeF(1920, 1080)};
        const QString fitting = scene::dump(app::picture(*run, wanted));
        wanted.panel = "pool";
        QCOMPARE(scene::dump(app::picture(*run, wanted)), fitting);
        wanted.panel = "gil";
        QVERIFY(scene::dump(app::picture(*run, wanted)) != fitting);
    }
};

QTEST_MAIN(TestFittingPanel)
#include "tst_fitting_panel.moc"
