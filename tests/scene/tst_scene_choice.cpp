// Choices offered on the stage, and causes in words.
#include "scene/choice_strip.h"
#include "scene/frame.h"
#include "scene/layout_rules.h"
#include "scene/plain_panel.h"
#include "scene/why_words.h"
#include "trace/recorder.h"
#include "trace/sample_traces.h"

#include <QTest>

#include <algorithm>

using namespace il;
using namespace il::scene;
using trace::ChoiceKind;

namespace {

constexpr int choiceKinds = static_cast<int>(ChoiceKind::Delay) + 1;

/// `threads` threads that run or wait, and then a choice.
trace::Trace traceWith(trace::Choice choice, int threads)
{
    trace::RunInfo info;
    info.cores = 2;
    info.source = "with lock:\n    pass\n";
    samples::Recorder r(info);
    const auto lock = r.lock("lock");
    for (int i = 0; i < threads; ++i) {
        const auto id = static_cast<trace::ThreadId>(i);
        r.created(id, i == 0 ? "MainThread" : "Thread-" + std::to_string(i), i == 0 ? trace::noThread : 0);
        r.line(id, 1);
        r.after(trace::milliseconds(1));
    }
    choice.time = r.now;
    if (choice.kind == ChoiceKind::LockWinner)
        choice.object = lock;
    r.builder.addChoice(choice);
    return r.finish();
}

trace::Choice choiceOf(ChoiceKind kind, int options)
{
    trace::Choice choice;
    choice.kind = kind;
    choice.thread = 0;
    choice.options = static_cast<std::uint32_t>(options);
    choice.unit = trace::milliseconds(20);
    const bool isOfTime =
        kind == ChoiceKind::Delay || kind == ChoiceKind::Network || kind == ChoiceKind::WakeLatency;
    for (int i = 0; i < options && !isOfTime; ++i)
        choice.threads.push_back(static_cast<trace::ThreadId>(i));
    return choice;
}

DisplayList pictureOf(const trace::Trace& trace, QSizeF pixels, Language language, ThemeId theme,
                      std::optional<std::size_t> choice)
{
    static const tests::PlainPanel panel;
    const std::size_t step = trace.choices().empty() ? 0 : trace.stepBefore(trace.choices()[0]);
    const trace::View view = trace.atStep(step);
    StageInput input{trace,     view, step, stageSize(pixels), Theme::of(theme), Words::of(language), {}, {},
                     "Caption", {},   {}};
    input.choice = choice;
    return stage(input, panel);
}

const Item* find(const DisplayList& list, const QString& id)
{
    const auto item = std::ranges::find(list.items, id, &Item::id);
    return item == list.items.end() ? nullptr : &*item;
}

} // namespace

class TestSceneChoice : public QObject {
    Q_OBJECT

private slots:
    void keepsTheRules_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("options");
        for (int kind = 0; kind < choiceKinds; ++kind)
            for (const int options : {2, 4, 9, 16})
                QTest::addRow("kind %d, %d options", kind, options) << kind << options;
    }

    void keepsTheRules()
    {
        QFETCH(int, kind);
        QFETCH(int, options);
        const trace::Trace trace = traceWith(choiceOf(static_cast<ChoiceKind>(kind), options), 16);
        for (const QSizeF pixels :
             {QSizeF(1024, 576), QSizeF(1366, 768), QSizeF(1920, 1080), QSizeF(1024, 768)})
            for (const ThemeId theme : {ThemeId::Paper, ThemeId::Slate, ThemeId::HighContrast})
                for (const Language language : {Language::English, Language::Chinese}) {
                    const DisplayList list = pictureOf(trace, pixels, language, theme, 0);
                    const QStringList found = tests::violations(list);
                    QVERIFY2(found.isEmpty(), qPrintable(found.mid(0, 8).join('\n')));
                }
    }

    void theStripTakesTheCaptionsPlace()
    {
        const trace::Trace trace = traceWith(choiceOf(ChoiceKind::Preempt, 3), 3);
        const auto with = pictureOf(trace, {1920, 1080}, Language::English, ThemeId::Paper, 0);
        const auto without = pictureOf(trace, {1920, 1080}, Language::English, ThemeId::Paper, std::nullopt);
        QVERIFY(find(with, "caption") == nullptr);
        QVERIFY(find(with, "choice/option/2") != nullptr);
        QVERIFY(find(with, "choice/option/3") == nullptr);
        QVERIFY(find(without, "choice") == nullptr);
        QCOMPARE(bounds(*find(with, "choice")), bounds(*find(without, "caption")));
        QVERIFY2(find(pictureOf(trace, {1920, 1080}, Language::English, ThemeId::Paper, 7), "caption") !=
                     nullptr,
                 "a choice that the run doesn't have is none");
    }

    void optionsSayWhatTheyAre()
    {
        const trace::Trace trace = traceWith(choiceOf(ChoiceKind::Preempt, 2), 2);
        const trace::View view = trace.atStep(trace.stepBefore(trace.choices()[0]));
        const Words& words = Words::of(Language::English);
        QCOMPARE(choiceQuestion(trace, view, 0, words),
                 QString("main runs, others wait for the GIL. Who runs next?"));
        QCOMPARE(choiceOption(trace, view, 0, 0, words), QString("main, goes on"));
        QCOMPARE(choiceOption(trace, view, 0, 1, words), QString("T1, line 1"));
        const auto list = pictureOf(trace, {1920, 1080}, Language::English, ThemeId::Paper, 0);
        QCOMPARE(find(list, "choice/option/1")->accessible, QString("Option 2: T1, line 1"));
    }

    void delaysAreToldInTime()
    {
        const trace::Trace trace = traceWith(choiceOf(ChoiceKind::Delay, 2), 2);
        const trace::View view = trace.atStep(0);
        const Words& words = Words::of(Language::English);
        QCOMPARE(choiceOption(trace, view, 0, 1, words), QString("main, held up, 20 ms later"));
    }

    void moreThanFitAreCounted()
    {
        const trace::Trace trace = traceWith(choiceOf(ChoiceKind::NextThread, 40), 40);
        const auto list = pictureOf(trace, {1024, 768}, Language::English, ThemeId::Paper, 0);
        int shown = 0;
        while (find(list, QString("choice/option/%1").arg(shown)) != nullptr)
            ++shown;
        QVERIFY(shown >= 6 && shown < 40);
        const Item* more = find(list, "choice/more");
        QVERIFY(more != nullptr);
        QCOMPARE(std::get<Text>(more->shape).text, QString("+%1").arg(40 - shown));
    }

    void idsNameTheOption_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("option");
        QTest::newRow("the box") << "choice/option/3" << 3;
        QTest::newRow("a part of it") << "choice/option/11/chip/label" << 11;
        QTest::newRow("the strip") << "choice" << -1;
        QTest::newRow("the question") << "choice/question/0" << -1;
        QTest::newRow("a thread") << "thread/2/chip" << -1;
        QTest::newRow("no number") << "choice/option/x" << -1;
        QTest::newRow("nothing") << "" << -1;
    }
    void idsNameTheOption()
    {
        QFETCH(QString, id);
        QFETCH(int, option);
        const auto found = choiceOptionOf(id);
        QCOMPARE(found ? static_cast<int>(*found) : -1, option);
    }

    /// In every sample run, at every step, of every thread.
    void causesAreSentences()
    {
        for (const trace::Trace& trace :
             {samples::gilHandoff(), samples::lostUpdate(), samples::mutexContention(), samples::deadlock(),
              samples::manyThreads(5)})
            for (std::size_t step = 0; step < trace.steps().size(); ++step) {
                const trace::View view = trace.atStep(step);
                for (std::size_t i = 0; i < view.threads.size(); ++i)
                    for (const Language language : {Language::English, Language::Chinese})
                        check(trace, view, static_cast<trace::ThreadId>(i), language);
            }
    }

    static void check(const trace::Trace& trace, const trace::View& view, trace::ThreadId thread,
                      Language language)
    {
        const auto chain = trace::why(trace, view, thread);
        const auto sentences = whyWords(trace, view, chain, Words::of(language));
        QCOMPARE(sentences.size(), chain.size());
        for (const WhySentence& sentence : sentences) {
            QVERIFY(!sentence.text.isEmpty());
            QVERIFY2(!sentence.text.contains('%'), qPrintable(sentence.text));
            qsizetype end = 0;
            for (const WhyLink& link : sentence.links) {
                QVERIFY(link.start >= end && link.length > 0);
                end = link.start + link.length;
                QCOMPARE(sentence.text.mid(link.start, link.length), timeText(link.at.ns));
            }
            QVERIFY(end <= sentence.text.size());
        }
    }

    void aDeadlockInWords()
    {
        const trace::Trace trace = samples::deadlock();
        const trace::View view = trace.at(trace.duration());
        const auto edge = trace.deadlocks()[0].edges[0];
        const auto sentences =
            whyWords(trace, view, trace::why(trace, view, edge.thread), Words::of(Language::English));
        QCOMPARE(sentences.size(), std::size_t{3});
        QVERIFY2(sentences[2].text.startsWith("That closes the circle"), qPrintable(sentences[2].text));
    }
};

QTEST_MAIN(TestSceneChoice)
#include "tst_scene_choice.moc"
