#include "window_test.h"

#include "app/trays/charts_page.h"
#include "app/trays/event_model.h"
#include "app/trays/tray_pane.h"

#include "charts/chart.h"

#include "trace/sample_traces.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTableWidget>
#include <QTreeWidget>
#include <QXmlStreamReader>

using namespace il;
using namespace il::app;
using namespace Qt::StringLiterals;

/// Drives the trays of the real window, offscreen, by keys as far as there are any.
class TestTrays : public WindowTest {
    Q_OBJECT

    void openTab(TrayPane::Tab tab) const
    {
        child<QAction>(qPrintable(u"openTray_"_s + nameOf(tab)))->trigger();
    }
    ChartsPage* charts() const { return child<ChartsPage>("chartsPage"); }
    QString file(const QString& name) const { return m_folder.filePath(name); }
    QByteArray read(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static RunPtr runOf(const trace::Trace& trace)
    {
        auto lesson = std::make_shared<lesson::Lesson>();
        lesson->scripts.emplace_back();
        auto run = std::make_shared<Run>();
        run->lesson = std::move(lesson);
        run->result.trace = trace;
        run->lanes.emplace(trace);
        return run;
    }

private slots:
    void initTestCase() { useOwnSettings(); }

    void cleanup() { closeWindow(); }

    void keysOpenTabsAndEscGoesBack_data()
    {
        QTest::addColumn<int>("tab");
        QTest::addColumn<QString>("focus");
        QTest::newRow("output") << int(TrayPane::Output) << u"output"_s;
        QTest::newRow("events") << int(TrayPane::Events) << u"events"_s;
        QTest::newRow("variables") << int(TrayPane::Variables) << u"variables"_s;
        QTest::newRow("charts") << int(TrayPane::Charts) << u"chartKind"_s;
    }

    void keysOpenTabsAndEscGoesBack()
    {
        QFETCH(int, tab);
        QFETCH(QString, focus);
        open();
        const auto wanted = static_cast<TrayPane::Tab>(tab);
        const auto* action = child<QAction>(qPrintable(u"openTray_"_s + nameOf(wanted)));
        QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + tab)));
        openTab(wanted);
        QCOMPARE(child<TrayPane>("tray")->tab(), wanted);
        QVERIFY(child<QAbstractButton>(qPrintable(u"tray_"_s + nameOf(wanted)))->isChecked());
        QCOMPARE(m_window->focusWidget()->objectName(), focus);
        key(Qt::Key_Escape);
        QCOMPARE(m_window->focusWidget()->objectName(), u"stage"_s);
    }

    void pagesAreMadeWhenWanted()
    {
        open();
        QVERIFY(m_window->findChild<QWidget*>(u"chartsPage"_s) == nullptr);
        QVERIFY(m_window->findChild<QWidget*>(u"eventsPage"_s) == nullptr);
        openTab(TrayPane::Charts);
        QVERIFY(m_window->findChild<QWidget*>(u"chartsPage"_s) != nullptr);
    }

    void tabAndHeightAreRemembered()
    {
        open();
        openTab(TrayPane::Variables);
        child<TrayPane>("tray")->setWantedHeight(260);
        m_window->close();
        const Settings stored = Settings::load(scene::Language::English);
        QCOMPARE(stored.trayTab, u"variables"_s);
        QCOMPARE(stored.trayHeight, 260);
        open({1500, 900}, stored);
        QCOMPARE(child<TrayPane>("tray")->tab(), TrayPane::Variables);
        QCOMPARE(child<TrayPane>("tray")->height(), 260);
    }

    void theGripChangesTheHeightByKeys()
    {
        open();
        auto* tray = child<TrayPane>("tray");
        const int before = tray->height();
        child<QWidget>("trayGrip")->setFocus();
        key(Qt::Key_Up);
        QVERIFY(tray->height() > before);
        for (int i = 0; i < 100; ++i)
            key(Qt::Key_Up);
        QVERIFY2(tray->height() < m_window->height() * 6 / 10, "the stage keeps its place");
        for (int i = 0; i < 100; ++i)
            key(Qt::Key_Down);
        QVERIFY(tray->height() < before && tray->isOpen());
    }

    void smallWindowsCloseIt()
    {
        open({1024, 576});
        QVERIFY(!child<TrayPane>("tray")->isOpen());
        openTab(TrayPane::Charts);
        QVERIFY(child<TrayPane>("tray")->isOpen());
        QVERIFY(child<StageWidget>("stage")->height() >= 100);
    }

    void eventsAreAllThere()
    {
        open();
        openTab(TrayPane::Events);
        const auto* table = child<QTableView>("events");
        QCOMPARE(static_cast<std::size_t>(table->model()->rowCount()), trace().events().size());
        const auto* model = qobject_cast<const EventModel*>(table->model());
        bool printed = false, rose = true;
        for (int row = 0; row < model->rowCount(); ++row) {
            const auto text = [&](int column) { return model->index(row, column).data().toString(); };
            QVERIFY(!text(EventModel::What).isEmpty());
            printed = printed || (text(EventModel::What) == u"prints “worked”"_s &&
                                  text(EventModel::Thread) == u"T1"_s && text(EventModel::Line) == u"20"_s);
            rose = rose && (row == 0 || text(EventModel::Time).toDouble() >=
                                            model->index(row - 1, EventModel::Time).data().toDouble());
        }
        QVERIFY(printed);
        QVERIFY(rose);
    }

    void theLogFollowsThePlayhead()
    {
        open();
        openTab(TrayPane::Events);
        const auto* table = child<QTableView>("events");
        for (const std::size_t at : {std::size_t{3}, trace().steps().size() - 1, std::size_t{1}}) {
            goTo(at);
            QCOMPARE(static_cast<std::uint32_t>(table->currentIndex().row()), trace().steps()[at].end - 1);
            QVERIFY(table->viewport()->rect().intersects(table->visualRect(table->currentIndex())));
        }
    }

    void enterJumpsAndSoDoesAClick()
    {
        open();
        openTab(TrayPane::Events);
        auto* table = child<QTableView>("events");
        table->setCurrentIndex(table->model()->index(40, EventModel::What));
        key(Qt::Key_Return);
        QCOMPARE(step(), trace().stepOf(40));
        QCOMPARE(table->currentIndex().row(), 40);
        table->scrollToTop();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(2, EventModel::What)).center());
        QCOMPARE(step(), trace().stepOf(2));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("thread");
        QTest::newRow("text") << u"PRINTS"_s << -1;
        QTest::newRow("thread") << QString() << 1;
        QTest::newRow("both") << u"gil"_s << 2;
        QTest::newRow("nothing") << u"no such words"_s << -1;
    }

    void filters()
    {
        QFETCH(QString, text);
        QFETCH(int, thread);
        open();
        openTab(TrayPane::Events);
        auto* table = child<QTableView>("events");
        auto* threads = child<QComboBox>("eventThread");
        int expected = 0;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const auto cell = [&](int column) {
                return table->model()->index(row, column).data().toString();
            };
            const bool ofThread = thread < 0 || cell(EventModel::Thread) == threads->itemText(thread + 1);
            expected += int(ofThread && (cell(EventModel::What) + u'\n' + cell(EventModel::Thread))
                                            .contains(text, Qt::CaseInsensitive));
        }
        child<QLineEdit>("eventFilter")->setFocus();
        if (!text.isEmpty())
            QTest::keyClicks(child<QLineEdit>("eventFilter"), text);
        threads->setFocus();
        for (int i = 0; i <= thread; ++i)
            key(Qt::Key_Down);
        QTRY_VERIFY(!child<QLabel>("eventCount")->text().contains(u"Searching"_s));
        QCOMPARE(table->model()->rowCount(), expected);
        QCOMPARE(expected == 0, text == u"no such words"_s);
        if (expected == 0)
            return;
        table->setCurrentIndex(table->model()->index(expected - 1, 0));
        table->setFocus();
        key(Qt::Key_Return);
        const auto* model = qobject_cast<const EventModel*>(table->model());
        QCOMPARE(step(), trace().stepOf(model->eventAt(expected - 1)));
    }

    void aLongFilterCanBeChangedBeforeItIsThrough()
    {
        EventModel model;
        const RunPtr run = runOf(samples::longRun(120'000));
        model.setRun(run);
        QCOMPARE(model.rowCount(), int(run->trace().events().size()));
        model.setFilter(u"counter"_s, std::nullopt);
        QVERIFY(model.isFiltering());
        QCOMPARE(model.rowCount(), 0);
        QTRY_VERIFY(model.rowCount() > 0);
        QVERIFY2(model.isFiltering(), "20 000 of 120 000 events are looked through");
        model.setFilter({}, std::nullopt);
        QVERIFY(!model.isFiltering());
        QCOMPARE(model.rowCount(), int(run->trace().events().size()));
        QCOMPARE(model.rowUpTo(77), 77);
    }

    void variablesShowWhatTheStepChanged()
    {
        open();
        TrayPane pane;
        const RunPtr run = runOf(samples::lostUpdate());
        pane.setRun(run);
        pane.openTab(TrayPane::Variables);
        const auto* tree = pane.findChild<QTreeWidget*>(u"variables"_s);
        const auto row = [tree](const QString& name) -> const QTreeWidgetItem* {
            const auto found = tree->findItems(name, Qt::MatchExactly | Qt::MatchRecursive);
            return found.isEmpty() ? nullptr : found.front();
        };
        QStringList seen;
        for (std::size_t step = 0; step < run->trace().steps().size(); ++step) {
            pane.showMoment({step, run->trace().steps()[step].time, step, {}, 1});
            if (const auto* copy = row(u"copy of counter"_s))
                seen.append(copy->text(3));
        }
        QVERIFY(seen.contains(u"just read or set"_s));
        QVERIFY(seen.contains(u"out of date: a write now loses an update"_s));
        QVERIFY(row(u"counter"_s) != nullptr);
        QCOMPARE(row(u"counter"_s)->text(1), u"1"_s);
        QVERIFY(row(u"counter"_s)->text(3).contains(u"lost updates: 1"_s));
    }

    void chartsFollowThePlayhead()
    {
        open();
        openTab(TrayPane::Charts);
        goTo(1);
        const auto* chart = child<charts::ChartWidget>("chart");
        const double before = *chart->picture().playhead;
        const QString said = chart->accessibleDescription();
        goTo(trace().steps().size() - 1);
        QVERIFY(*chart->picture().playhead > before);
        QCOMPARE(*chart->picture().playhead, chart->picture().xTo);
        QVERIFY(chart->accessibleDescription() != said);
        QCOMPARE(child<QLabel>("chartSays")->text(), chart->accessibleDescription());
        QTest::mouseClick(child<QWidget>("chart"), Qt::LeftButton, {},
                          {child<QWidget>("chart")->width() / 2, 80});
        QVERIFY(step() > 1 && step() < trace().steps().size() - 1);
    }

    void everyKindByKeys()
    {
        open();
        openTab(TrayPane::Charts);
        goTo(trace().steps().size() - 1);
        for (const ChartKind kind : {ChartKind::Waiting, ChartKind::Locks, ChartKind::Experiment}) {
            key(Qt::Key_Down);
            QCOMPARE(charts()->kind(), kind);
            QCOMPARE(child<QWidget>("experimentBar")->isVisible(), kind == ChartKind::Experiment);
            QCOMPARE(charts()->picture().series.empty(), kind == ChartKind::Experiment);
        }
    }

    void theTableHasTheChartsNumbers()
    {
        open();
        openTab(TrayPane::Charts);
        charts()->setKind(ChartKind::Waiting);
        goTo(trace().steps().size() - 1);
        child<QAbstractButton>("chartAsTable")->click();
        const auto* table = child<QTableWidget>("chartTable");
        QVERIFY(table->isVisible());
        const charts::Table expected = tableOf(charts()->picture());
        QCOMPARE(table->rowCount(), int(expected.rows.size()));
        QCOMPARE(table->columnCount(), int(expected.header.size()));
        QCOMPARE(table->item(0, 0)->text(), expected.rows[0][0]);
        QVERIFY(table->item(0, 1)->text().toDouble() > 0);
    }

    void experimentsRunInTheBackground()
    {
        open();
        openTab(TrayPane::Charts);
        charts()->setKind(ChartKind::Experiment);
        child<QDoubleSpinBox>("sweepTo")->setValue(4);
        auto* run = child<QAbstractButton>("sweepRun");
        run->setFocus();
        key(Qt::Key_Space);
        QVERIFY(charts()->experiment().isRunning());
        QVERIFY(run->text().startsWith(u"Cancel"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!charts()->experiment().isRunning(), 60'000);
        QCOMPARE(charts()->experiment().samples().size(), std::size_t{4});
        QCOMPARE(run->text(), u"Run experiment"_s);
        const charts::Picture picture = charts()->picture();
        QCOMPARE(picture.series.size(), std::size_t{2});
        for (std::size_t i = 0; i < 4; ++i) // one GIL: more cores don't help
            QVERIFY(picture.series[0].points[i].y() < 1.1);
        QCOMPARE(picture.series[1].points[3].y(), 4.0);
    }

    void experimentsCanBeCancelled()
    {
        open();
        openTab(TrayPane::Charts);
        charts()->setKind(ChartKind::Experiment);
        auto* run = child<QAbstractButton>("sweepRun");
        run->click();
        run->click();
        QVERIFY(!charts()->experiment().isRunning());
        QVERIFY(charts()->experiment().samples().size() < 8);
        const std::size_t samples = charts()->experiment().samples().size();
        QCoreApplication::processEvents();
        QCOMPARE(charts()->experiment().samples().size(), samples);
        run->click();
        QVERIFY2(charts()->experiment().isRunning(), "and another one can begin");
    }

    void processesSpeedUpButNotBeyondTheIdeal()
    {
        const auto lesson = loadLesson(IL_SOURCE_DIR "/resources/lessons/threads-or-processes");
        QVERIFY(lesson.has_value());
        const auto& scripts = (*lesson)->scripts;
        const auto script = std::find_if(scripts.begin(), scripts.end(), [](const lesson::Script& s) {
            return s.metadata.title[0] == "Computing in processes";
        });
        QVERIFY(script != scripts.end());
        const auto parameters = sweepParameters(script->metadata, {}, scene::Language::English);
        const SweepParameter* cores = findParameter(parameters, u"Cores"_s);
        QVERIFY(cores != nullptr);
        const Sweep sweep{*lesson, static_cast<std::size_t>(script - scripts.begin()), {}, *cores, {1, 2, 4}};
        std::vector<charts::Sample> samples;
        for (const double value : sweep.values)
            samples.push_back(*runSample(sweep, value));
        const charts::Effect effect = effectOf(samples, true);
        const charts::Plot plot = charts::plot(samples, charts::Measure::SpeedUp, effect);
        const auto& points = plot.curves.front().points;
        QCOMPARE(points.size(), std::size_t{3});
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(points[i].y <= plot.ideal[i].y + 1e-9);
        QVERIFY(points[0].y < points[1].y && points[1].y < points[2].y);
        QVERIFY(points[2].y > 2);
    }

    void aliasesOfParameters_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("id");
        QTest::newRow("id") << u"cores"_s << u"cores"_s;
        QTest::newRow("another case") << u"workers"_s << u"WORKERS"_s;
        QTest::newRow("what everybody says") << u"threads"_s << u"WORKERS"_s;
        QTest::newRow("label") << u"Switch interval (ms)"_s << u"interval"_s;
        QTest::newRow("unknown") << u"wheels"_s << QString();
    }

    void aliasesOfParameters()
    {
        QFETCH(QString, name);
        QFETCH(QString, id);
        open();
        lesson::Metadata metadata;
        metadata.parameters = {{"WORKERS", lesson::Value(std::int64_t{4}), {}, {}, {}},
                               {"NAME", lesson::Value(std::string("x")), {}, {}, {}}};
        const auto all = sweepParameters(metadata, {}, scene::Language::English);
        QCOMPARE(all.size(), std::size_t{3}); // a text can't be varied
        const SweepParameter* found = findParameter(all, name);
        QCOMPARE(found == nullptr ? QString() : QString::fromStdString(found->id), id);
    }

    void exports_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("png") << u"chart.png"_s;
        QTest::newRow("svg") << u"chart.svg"_s;
        QTest::newRow("csv") << u"chart.csv"_s;
    }

    void exports()
    {
        QFETCH(QString, name);
        open();
        openTab(TrayPane::Charts);
        goTo(trace().steps().size() - 1);
        QVERIFY(charts()->exportTo(file(name)));
        const QByteArray bytes = read(name);
        if (name.endsWith(u"png"_s)) {
            QCOMPARE(QImage::fromData(bytes).size(), QSize(1920, 1080));
        } else if (name.endsWith(u"svg"_s)) {
            QXmlStreamReader xml(bytes);
            QString texts;
            while (!xml.atEnd())
                if (xml.readNext() == QXmlStreamReader::Characters)
                    texts += xml.text();
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
            QVERIFY(texts.contains(u"Busy cores"_s) && texts.contains(u"T1"_s));
        } else {
            const QStringList lines = QString::fromUtf8(bytes).split(u"\r\n"_s);
            QVERIFY(bytes.startsWith("\xEF\xBB\xBF")); // fromUtf8 leaves it out
            QCOMPARE(lines.front(), u"Time (ms),main,T1,T2"_s);
            QCOMPARE(lines.size(), 60 + 2);
        }
        QVERIFY(!charts()->exportTo(file(u"chart.doc"_s)));
        QVERIFY(!charts()->exportTo(file(u"no/such/folder.png"_s)));
    }

    void speaksChineseAndIsNamed()
    {
        open();
        for (int tab = 0; tab < TrayPane::tabs; ++tab)
            openTab(static_cast<TrayPane::Tab>(tab));
        child<QAction>("language_zh")->trigger();
        QCoreApplication::processEvents();
        for (int tab = 0; tab < TrayPane::tabs; ++tab)
            openTab(static_cast<TrayPane::Tab>(tab));
        QCOMPARE(child<QAbstractButton>("tray_charts")->text(), u"图表"_s);
        QCOMPARE(child<QComboBox>("chartKind")->itemText(0), u"忙碌的核心"_s);
        QCOMPARE(child<QTableView>("events")->model()->headerData(2, Qt::Horizontal).toString(), u"事件"_s);
        QCOMPARE(child<QTreeWidget>("variables")->headerItem()->text(0), u"名称"_s);
        QVERIFY(charts()->picture().xTitle.startsWith(u"时间"_s));
        for (const QWidget* widget : child<QWidget>("tray")->findChildren<QWidget*>()) {
            const bool interactive = (widget->focusPolicy() & Qt::TabFocus) != 0;
            if (!interactive || widget->window() != m_window.get() ||
                widget->objectName().startsWith(u"qt_"_s) ||
                qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) != nullptr)
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty()),
                     qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(TestTrays)
#include "tst_trays.moc"
