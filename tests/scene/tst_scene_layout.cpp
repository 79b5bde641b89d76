// The frame keeps the look's rules: every size, theme, language and number of threads.
#include "scene/frame.h"
#include "scene/handoff_trace.h"
#include "scene/layout_rules.h"
#include "scene/plain_panel.h"
#include "scene/timeline.h"
#include "trace/sample_traces.h"

#include <QFile>
#include <QTest>

using namespace il;
using namespace il::scene;

namespace {

struct Wording {
    QString title, subtitle, caption, footer;
};

Wording wording(Language language)
{
    if (language == Language::Chinese)
        return {
            QStringLiteral("GIL 交接：谁在什么时候把全局解释器锁交给谁，为什么是五毫秒"),
            QStringLiteral("两个计算线程和一个读写线程，CPython 3.11，两个核心；计算线程从不主动让出解释器"),
            QStringLiteral("T1 已经等待了五毫秒，这段时间里没有发生过切换，于是它请求 T2 放弃 GIL；T2 "
                           "会在下一个切换点放弃，"
                           "并且一直等到有别的线程真正拿到它为止，这样两个线程才会轮流运行，而不是同一个线程"
                           "抢先一步又拿回去。"),
            QStringLiteral("Interleave · GIL 交接 · 第 2 幕，共 3 幕")};
    return {
        QStringLiteral(
            "A lost update, and the lock that prevents it, told with more words than a title should have"),
        QStringLiteral("counter += 1 from three threads, without a lock, on CPython 3.13t with two cores and "
                       "no GIL at all, "
                       "which is more than fits on one line of the header"),
        QStringLiteral("T1 has waited 5 ms without a switch: it asks T2 to drop the GIL, and T2 will do so "
                       "at its next switch point, "
                       "where it then waits until another thread has really taken it, so that both run in "
                       "turn and none starves."),
        QStringLiteral("Interleave · Mutex · 2 of 4")};
}

std::vector<CueMark> cuesOf(const trace::Trace& trace)
{
    std::vector<CueMark> cues;
    const auto events = trace.events();
    for (std::uint32_t i = 0; i < events.size(); ++i)
        if (events[i].kind == trace::EventKind::Cue)
            cues.push_back({QStringLiteral("cue"), trace.stepOf(i), events[i].time});
    return cues;
}

struct Sample {
    const char* name;
    trace::Trace (*make)();
    std::vector<std::string> lanes;
};

const std::vector<Sample>& sampleRuns()
{
    static const std::vector<Sample> all{
        {"empty", [] { return trace::Trace(); }, {}},
        {"gil handoff", samples::gilHandoff, {"gil"}},
        {"handoff with I/O", tests::handoffTrace, {"gil"}},
        {"lost update", samples::lostUpdate, {"variable/0"}},
        {"mutex", samples::mutexContention, {"object/0"}},
        {"deadlock", samples::deadlock, {"object/0", "object/1"}},
        {"1 thread", [] { return samples::manyThreads(1); }, {"gil"}},
        {"2 threads", [] { return samples::manyThreads(2); }, {"gil"}},
        {"3 threads", [] { return samples::manyThreads(3); }, {"gil"}},
        {"5 threads", [] { return samples::manyThreads(5); }, {"gil"}},
        {"8 threads", [] { return samples::manyThreads(8); }, {"gil"}},
        {"12 threads", [] { return samples::manyThreads(12); }, {"gil"}},
        {"16 threads", [] { return samples::manyThreads(16); }, {"gil"}},
        {"long run", [] { return samples::longRun(30000, 8); }, {"object/0", "variable/0"}},
    };
    return all;
}

} // namespace

class TestSceneLayout : public QObject {
    Q_OBJECT

private slots:
    void keepsTheRules_data()
    {
        QTest::addColumn<int>("sample");
        QTest::addColumn<QSize>("pixels");
        QTest::addColumn<TextSize>("texts");
        for (std::size_t i = 0; i < sampleRuns().size(); ++i)
            for (const TextSize texts : {TextSize::Large, TextSize::Blackboard})
                for (const QSize& size : {QSize(1920, 1080), QSize(1024, 768), QSize(2560, 1080)})
                    QTest::addRow("%s %dx%d %s", sampleRuns()[i].name, size.width(), size.height(),
                                  qPrintable(name(texts)))
                        << static_cast<int>(i) << size << texts;
        for (std::size_t i = 0; i < sampleRuns().size(); ++i)
            for (const QSize& size : {QSize(1024, 576), QSize(1280, 800), QSize(1366, 768), QSize(1920, 1080),
                                      QSize(2560, 1440), QSize(3840, 2160), QSize(1024, 768)})
                QTest::addRow("%s %dx%d", sampleRuns()[i].name, size.width(), size.height())
                    << static_cast<int>(i) << size << TextSize::Normal;
    }

    void keepsTheRules()
    {
        QFETCH(int, sample);
        QFETCH(QSize, pixels);
        QFETCH(TextSize, texts);
        const Sample& s = sampleRuns()[static_cast<std::size_t>(sample)];
        const trace::Trace trace = s.make();
        const trace::Lanes lanes(trace);
        const tests::PlainPanel panel(trace.events().size() > 0, s.lanes);
        const std::size_t last = trace.steps().size() - 1;
        for (const std::size_t step : {std::size_t{0}, last / 3, last * 2 / 3, last}) {
            const trace::View view = trace.atStep(step);
            for (const ThemeId theme : {ThemeId::Paper, ThemeId::Slate, ThemeId::HighContrast})
                for (const Language language : {Language::English, Language::Chinese}) {
                    const Wording w = wording(language);
                    const bool wordy = step != last; // the last step shows the narration instead
                    StageInput input{trace,
                                     view,
                                     step,
                                     stageSize(pixels, texts),
                                     Theme::of(theme),
                                     Words::of(language),
                                     w.title,
                                     w.subtitle,
                                     wordy ? w.caption : QString(),
                                     texts == TextSize::Normal ? w.footer : QString(),
                                     cuesOf(trace),
                                     language == Language::English ? Axis::Time : Axis::Steps,
                                     {},
                                     &lanes};
                    const QStringList found = tests::violations(stage(input, panel));
                    QVERIFY2(found.isEmpty(),
                             qPrintable(QStringLiteral("step %1, %2:\n%3")
                                            .arg(step)
                                            .arg(name(theme), found.mid(0, 12).join(QLatin1Char('\n')))));
                }
        }
    }

    /// Zoomed in, out, beside the run and beyond it; few segments and many.
    void windowsKeepTheRules_data()
    {
        QTest::addColumn<int>("sample");
        QTest::addColumn<Axis>("axis");
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        for (const int sample : {1, 3, 13})
            for (const Axis axis : {Axis::Time, Axis::Steps}) {
                const auto row = [&](const char* name, qint64 from, qint64 to) {
                    QTest::addRow("%s %s %d", sampleRuns()[static_cast<std::size_t>(sample)].name, name,
                                  static_cast<int>(axis))
                        << sample << axis << from << to;
                };
                row("one unit", 5, 6);
                row("the beginning", 0, 40);
                row("the middle", 100'000, 600'000);
                row("beyond", 1'000'000'000'000, 2'000'000'000'000);
                row("more than all", 0, 1'000'000'000'000);
                row("before", -1'000'000, 1'000'000);
                row("upside down", 10, 5);
            }
    }

    void windowsKeepTheRules()
    {
        QFETCH(int, sample);
        QFETCH(Axis, axis);
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        const trace::Trace trace = sampleRuns()[static_cast<std::size_t>(sample)].make();
        const std::size_t step = trace.steps().size() / 2;
        const trace::View view = trace.atStep(step);
        StageInput input{trace,
                         view,
                         step,
                         {1920, 1080},
                         Theme::of(ThemeId::Paper),
                         Words::of(Language::English),
                         {},
                         {},
                         {},
                         {},
                         cuesOf(trace),
                         axis};
        input.window = std::pair<std::int64_t, std::int64_t>(from, to);
        const QStringList found = tests::violations(
            stage(input, tests::PlainPanel(true, sampleRuns()[static_cast<std::size_t>(sample)].lanes)));
        QVERIFY2(found.isEmpty(), qPrintable(found.mid(0, 12).join(QLatin1Char('\n'))));
    }

    void questionsKeepTheRules_data()
    {
        QTest::addColumn<int>("sample");
        QTest::addColumn<int>("options");
        QTest::addColumn<bool>("wordy");
        QTest::addColumn<TextSize>("texts");
        for (const int sample : {1, 12})
            for (const int options : {2, 3, 4, 5, 8})
                for (const bool wordy : {false, true})
                    for (const TextSize texts : {TextSize::Normal, TextSize::Large, TextSize::Blackboard})
                        QTest::addRow("%s, %d%s options, %s",
                                      sampleRuns()[static_cast<std::size_t>(sample)].name, options,
                                      wordy ? " wordy" : "", qPrintable(name(texts)))
                            << sample << options << wordy << texts;
    }

    /// Asked, answered wrongly and rightly, revealed; all themes, both languages.
    void questionsKeepTheRules()
    {
        QFETCH(int, sample);
        QFETCH(int, options);
        QFETCH(bool, wordy);
        QFETCH(TextSize, texts);
        const trace::Trace trace = sampleRuns()[static_cast<std::size_t>(sample)].make();
        const std::size_t step = trace.steps().size() / 2;
        const trace::View view = trace.atStep(step);
        for (const ThemeId theme : {ThemeId::Paper, ThemeId::Slate, ThemeId::HighContrast})
            for (const Language language : {Language::English, Language::Chinese})
                for (const int chosen : {-1, 0, 1})
                    for (const bool revealed : {false, true}) {
                        StageInput input{trace,
                                         view,
                                         step,
                                         stageSize({1920, 1080}, texts),
                                         Theme::of(theme),
                                         Words::of(language),
                                         {},
                                         {},
                                         {},
                                         {},
                                         cuesOf(trace)};
                        const QString text = wordy ? wording(language).caption : QStringLiteral("42");
                        input.gate = Gate{text, {}, chosen, revealed, {}};
                        for (int i = 0; i < options; ++i) {
                            input.gate->options << text;
                            input.gate->right.push_back(i == 1);
                        }
                        const DisplayList list = stage(input, tests::PlainPanel(true, sampleRuns()[1].lanes));
                        const QStringList found = tests::violations(list);
                        QVERIFY2(found.isEmpty(), qPrintable(found.mid(0, 12).join(QLatin1Char('\n'))));
                        const auto marks =
                            std::count_if(list.items.begin(), list.items.end(), [](const Item& item) {
                                return item.id.endsWith(QLatin1String("/mark"));
                            });
                        QCOMPARE(marks, !revealed ? 0 : chosen == 0 ? 2 : 1); // right, and chosen wrongly
                        for (const Item& item : list.items)
                            if (item.id == QLatin1String("gate/option/1"))
                                QCOMPARE(gateOptionAt(list, bounds(item).center()), 1);
                        QCOMPARE(gateOptionAt(list, {1, 1}), -1);
                    }
    }

    void extraLanesHaveNames()
    {
        using trace::LaneId;
        using trace::LaneKind;
        for (const LaneId& lane :
             {LaneId{LaneKind::Gil, 0}, LaneId{LaneKind::Object, 3}, LaneId{LaneKind::Variable, 12}})
            QCOMPARE(extraLaneFromText(extraLane(lane)), std::optional(lane));
        for (const char* text : {"", "lock", "object/", "object/x", "object/1x", "thread/1"})
            QVERIFY(!extraLaneFromText(text));
    }

    void stageHasTheAspectOfThePixels_data()
    {
        QTest::addColumn<QSizeF>("pixels");
        QTest::addColumn<QSizeF>("expected");
        QTest::newRow("16:9 small") << QSizeF(1024, 576) << QSizeF(1920, 1080);
        QTest::newRow("16:9 large") << QSizeF(3840, 2160) << QSizeF(1920, 1080);
        QTest::newRow("16:10") << QSizeF(1280, 800) << QSizeF(1920, 1200);
        QTest::newRow("4:3") << QSizeF(1024, 768) << QSizeF(1920, 1440);
        QTest::newRow("2:1") << QSizeF(2000, 1000) << QSizeF(2160, 1080);
        QTest::newRow("a sliver") << QSizeF(10, 1000) << QSizeF(1920, 1920);
        QTest::newRow("nothing") << QSizeF(0, 0) << QSizeF(1920, 1080);
    }

    void stageHasTheAspectOfThePixels()
    {
        QFETCH(QSizeF, pixels);
        QFETCH(QSizeF, expected);
        QCOMPARE(stageSize(pixels), expected);
        for (const TextSize texts : {TextSize::Large, TextSize::Blackboard}) {
            const QSizeF grown = stageSize(pixels, texts) * textFactor(texts);
            QVERIFY(std::abs(grown.width() - expected.width()) < 1e-6);
            QVERIFY(std::abs(grown.height() - expected.height()) < 1e-6);
        }
    }

    /// The rules themselves can fail.
    void rulesFindViolations()
    {
        const QColor ink(Qt::black);
        const Font font{FontFamily::Sans, 20, 400};
        DisplayList list{{1920, 1080}, Qt::white, {}};
        list.items.push_back(
            {QStringLiteral("a"), Role::Text, Text{{0, 0, 200, 30}, QStringLiteral("fine"), font}, {ink}});
        QCOMPARE(tests::violations(list), QStringList());
        const auto with = [&](Item item) {
            DisplayList changed = list;
            changed.items.push_back(std::move(item));
            return tests::violations(changed).size();
        };
        QCOMPARE(with({QStringLiteral("a"), Role::Decoration, Rect{{500, 500, 10, 10}}}), 1);
        QCOMPARE(with({QStringLiteral("b"),
                       Role::Text,
                       Text{{10, 5, 200, 30}, QStringLiteral("over"), font},
                       {ink}}),
                 1);
        QCOMPARE(with({QStringLiteral("b"),
                       Role::Text,
                       Text{{500, 0, 20, 30}, QStringLiteral("too wide"), font},
                       {ink}}),
                 1);
        QCOMPARE(with({QStringLiteral("b"),
                       Role::Text,
                       Text{{1900, 0, 90, 30}, QStringLiteral("outside"), font},
                       {ink}}),
                 1);
        QCOMPARE(with({QStringLiteral("b"),
                       Role::Text,
                       Text{{500, 0, 90, 30}, QStringLiteral("pale"), font},
                       {Qt::lightGray}}),
                 1);
        QCOMPARE(with({QStringLiteral("b"),
                       Role::Marker,
                       Rect{{500, 0, 90, 30}},
                       {Qt::yellow},
                       {},
                       QStringLiteral("pale")}),
                 1);
        QCOMPARE(with({QStringLiteral("b"), Role::Thread, Rect{{500, 0, 90, 30}}, {ink}}), 1); // says nothing
        QCOMPARE(with({QStringLiteral("b"), Role::Decoration, Rect{{0, 0, 300, 40}}, {ink}}),
                 1); // hides the text
    }

    void golden_data()
    {
        QTest::addColumn<ThemeId>("theme");
        QTest::addColumn<Language>("language");
        QTest::newRow("stage-paper-en") << ThemeId::Paper << Language::English;
        QTest::newRow("stage-slate-zh") << ThemeId::Slate << Language::Chinese;
        QTest::newRow("stage-contrast-en") << ThemeId::HighContrast << Language::English;
    }

    /// UPDATE_GOLDEN=1 rewrites the files; look at the difference before committing it.
    void golden()
    {
        QFETCH(ThemeId, theme);
        QFETCH(Language, language);
        const trace::Trace trace = tests::handoffTrace();
        const std::size_t step = trace.steps().size() / 2;
        const trace::View view = trace.atStep(step);
        const Wording w = wording(language);
        const StageInput input{
            trace,   view,       step,      {1920, 1080}, Theme::of(theme), Words::of(language),
            w.title, w.subtitle, w.caption, w.footer,     cuesOf(trace)};
        const QByteArray actual = dump(stage(input, tests::PlainPanel())).toUtf8();
        const QString path = QStringLiteral(IL_SOURCE_DIR "/tests/golden/scene/%1.txt")
                                 .arg(QString::fromLatin1(QTest::currentDataTag()));
        QFile file(path);
        if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(actual);
            return;
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        const QList<QByteArray> expected = file.readAll().split('\n'), found = actual.split('\n');
        for (int i = 0; i < std::min(expected.size(), found.size()); ++i)
            QCOMPARE(found[i], expected[i]);
        QCOMPARE(found.size(), expected.size());
    }
};

QTEST_MAIN(TestSceneLayout)
#include "tst_scene_layout.moc"
