#include "hand_clock.h"

#include "app/language.h"
#include "app/search/search.h"
#include "app/window/lesson_list.h"
#include "app/window/main_window.h"
#include "app/window/stage_widget.h"

#include "script/compiler.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace il;
using namespace il::app;
using namespace Qt::StringLiterals;
using scene::Language;

Q_DECLARE_METATYPE(il::app::Field)
Q_DECLARE_METATYPE(std::vector<il::app::Range>)

namespace {

/// A lesson in which each field has words of its own: "titleword", "questionword", ..., in Chinese 标题 and
/// so on.
LibraryEntry everyField(const std::string& id, int order)
{
    auto made = std::make_shared<lesson::Lesson>();
    made->id = id;
    const char* const sources[] = {"codeword = 1  #: first\nprint(codeword)\n",
                                   "import time\n\nother = 2  #: second\n"};
    for (int i = 0; i < 2; ++i) {
        lesson::Metadata metadata;
        metadata.order = order;
        metadata.questions = {"S1-0" + std::to_string(i + 1)};
        metadata.title = {"scripttitle", "脚本标题"};
        metadata.goals.push_back({"goal", {"goalword", "目标词"}, "", ""});
        made->scripts.push_back(
            {i == 0 ? "broken" : "mended", metadata, *script::compile(sources[i], "x.py")});
    }
    made->texts[0] = {
        .title = "Titleword here",
        .question = "A *questionword* asks.",
        .answer = "The answerword is `x < 2 & y`, in {{duration}}.",
        .correction = "The correctionword is wrong.",
        .cues = {{"first", "The captionword.", "The bodyword.", {}},
                 {"second", "Again.", "", lesson::Prediction{"predictionword?", {{"optionword", ""}}}}}};
    made->texts[1] = {.title = "标题词在此",
                      .question = "问题词如何？",
                      .answer = "回答词。",
                      .correction = "勘误词。",
                      .cues = {{"first", "说明词。", "正文词。", {}},
                               {"second", "再来。", "", lesson::Prediction{"预测词？", {{"选项词", ""}}}}}};
    return {{id, {}}, std::move(made), {}};
}

/// One whose title, question, ... are as given.
LibraryEntry withTexts(const std::string& id, const std::string& title, const std::string& question,
                       const std::string& cue = {}, const std::string& answer = {},
                       const std::string& source = "pass\n")
{
    auto made = std::make_shared<lesson::Lesson>();
    made->id = id;
    made->scripts.push_back({"main", {}, *script::compile(source, "x.py")});
    for (lesson::Text& text : made->texts)
        text = {.title = title,
                .question = question,
                .answer = answer,
                .correction = {},
                .cues = {{"cue", cue, "", {}}}};
    return {{id, {}}, std::move(made), {}};
}

QString marked(const MarkedText& text)
{
    QString shown = text.text;
    for (auto mark = text.marks.rbegin(); mark != text.marks.rend(); ++mark)
        shown.insert(mark->end(), u']').insert(mark->begin, u'[');
    return shown;
}

double letters(QStringView text)
{
    return static_cast<double>(text.size());
}

} // namespace

class TestSearch : public QObject {
    Q_OBJECT

    HandClock m_clock;
    std::unique_ptr<MainWindow> m_window;

    template <typename T>
    T* child(const char* name) const
    {
        T* found = m_window->findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT_X(found != nullptr, "child", name);
        return found;
    }

    void open()
    {
        m_window = std::make_unique<MainWindow>(Settings{.welcomed = true},
                                                loadLibrary({IL_SOURCE_DIR "/tests/app/lessons"}), &m_clock);
        m_window->resize(1500, 900);
        QSignalSpy finished(&m_window->session(), &Session::finished);
        m_window->openFirst();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(finished.count() == 1);
    }

    QLineEdit& field() { return *child<QLineEdit>("search"); }
    LessonList& list() { return *child<LessonList>("lessons"); }
    void key(Qt::Key key) { QTest::keyClick(m_window->focusWidget(), key); }
    std::size_t step() const { return m_window->player().moment().step; }

private slots:
    void cleanup() { m_window.reset(); }

    // --- texts

    void folds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("ascii") << u"Lock.acquire"_s << u"lock.acquire"_s;
        QTest::newRow("accents") << u"Ça, naïve Ångström"_s << u"ca, naive angstrom"_s;
        QTest::newRow("accents apart") << u"e\u0301te\u0301"_s << u"ete"_s;
        QTest::newRow("full width") << u"ＧＩＬ"_s << u"gil"_s;
        QTest::newRow("ligature") << u"ﬁle"_s << u"file"_s;
        QTest::newRow("Chinese") << u"全局解释器锁 GIL"_s << u"全局解释器锁 gil"_s;
        QTest::newRow("beyond the first plane") << u"a\U00020000B"_s << u"a\U00020000b"_s;
        QTest::newRow("half a pair") << QString(u"a"_s + QChar(0xD800)) << QString(u"a"_s + QChar(0xD800));
        QTest::newRow("nothing") << QString() << QString();
    }

    void folds()
    {
        QFETCH(QString, text);
        QFETCH(QString, folded);
        QCOMPARE(Folded(text).text(), folded);
    }

    void marksWhatWasFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("shown");
        QTest::newRow("once") << u"A Lock is a lock"_s << u"lock"_s << u"A [Lock] is a [lock]"_s;
        QTest::newRow("accent apart")
            << u"un e\u0301te\u0301 chaud"_s << u"ete"_s << u"un [e\u0301te\u0301] chaud"_s;
        QTest::newRow("accent in one") << u"un été chaud"_s << u"ete"_s << u"un [été] chaud"_s;
        QTest::newRow("half a ligature") << u"a ﬁle"_s << u"f"_s << u"a [ﬁ]le"_s;
        QTest::newRow("Chinese") << u"两个线程怎样共用解释器？"_s << u"共用"_s
                                 << u"两个线程怎样[共用]解释器？"_s;
        QTest::newRow("two words") << u"the lock of a thread"_s << u"thread lock"_s
                                   << u"the [lock] of a [thread]"_s;
        QTest::newRow("one within the other") << u"threads"_s << u"thread read"_s << u"[thread]s"_s;
        QTest::newRow("side by side") << u"deadlock"_s << u"dead lock"_s << u"[deadlock]"_s;
        QTest::newRow("none") << u"a lock"_s << u"queue"_s << u"a lock"_s;
    }

    void marksWhatWasFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, query);
        QFETCH(QString, shown);
        QCOMPARE(marked({text, occurrences(Folded(text), searchWords(query))}), shown);
    }

    void queriesAreWords_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("one") << u" Lock "_s << QStringList{u"lock"_s};
        QTest::newRow("several") << u"lock\tGIL  lock"_s << QStringList{u"lock"_s, u"gil"_s};
        QTest::newRow("a wide space") << u"锁　线程"_s << QStringList{u"锁"_s, u"线程"_s};
        QTest::newRow("none") << u"  \n"_s << QStringList{};
        QTest::newRow("only an accent") << u"\u0301"_s << QStringList{};
    }

    void queriesAreWords()
    {
        QFETCH(QString, query);
        QFETCH(QStringList, words);
        QCOMPARE(searchWords(query), words);
    }

    void hugeQueriesAreBounded()
    {
        QString query;
        for (int i = 0; i < 5000; ++i)
            query += QString::number(i) + u' ';
        QVERIFY(searchWords(query).size() <= 12);
        QVERIFY(SearchIndex({everyField("a", 1)}).find(QString(1'000'000, u'x'), Language::English).empty());
    }

    void excerptsKeepTheMark_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("room");
        QTest::addColumn<QString>("shown");
        const QString text = u"one two three four five six seven eight nine ten"_s;
        QTest::newRow("all fits") << text << u"seven"_s << 60
                                  << u"one two three four five six [seven] eight nine ten"_s;
        QTest::newRow("at the start") << text << u"one"_s << 16 << u"[one] two three f…"_s;
        QTest::newRow("in the middle") << text << u"six"_s << 20 << u"…five [six] seven eig…"_s;
        QTest::newRow("at the end") << text << u"ten"_s << 16 << u"…eight nine [ten]"_s;
        QTest::newRow("wider than the room") << u"see thesupercalifragilistic word"_s
                                             << u"thesupercalifragilistic"_s << 10 << u"…[thesuper]…"_s;
        QTest::newRow("no room") << text << u"six"_s << 1 << u"…[s]…"_s;
        QTest::newRow("Chinese") << u"一二三四五六七八九十甲乙丙丁戊己"_s << u"甲乙"_s << 8
                                 << u"…九十[甲乙]丙丁…"_s;
    }

    void excerptsKeepTheMark()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        QFETCH(int, room);
        QFETCH(QString, shown);
        const MarkedText whole{text, occurrences(Folded(text), {word})};
        QCOMPARE(marked(excerpt(whole, room, letters)), shown);
    }

    /// Whatever the room: something of the mark is seen, and nothing is wider than the room unless that is
    /// less than a letter between dots.
    void excerptsFitTheRoom()
    {
        const QString text =
            u"名字 \U00020000\U00020001 of a thread, 和 the 锁 that it waits for, \U00020000 end"_s;
        for (const QString& word :
             {u"名"_s, u"thread"_s, u"锁"_s, u"\U00020001"_s, u"end"_s, u"\U00020000"_s}) {
            const MarkedText whole{text, occurrences(Folded(text), {word})};
            for (int room = 0; room < 90; ++room) {
                const MarkedText part = excerpt(whole, room, columns);
                QVERIFY(!part.marks.empty());
                QVERIFY(part.marks.front().length > 0);
                QVERIFY2(columns(part.text) <= std::max(room, 6),
                         qPrintable(part.text + QString::number(room)));
                for (const Range& mark : part.marks)
                    QVERIFY(mark.begin >= 0 && mark.end() <= part.text.size());
                QCOMPARE(QString::fromUtf8(part.text.toUtf8()), part.text); // no half pairs
            }
        }
    }

    // --- what is found where

    void everyFieldIsFound_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<Field>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("where");
        QTest::newRow("number") << u"42"_s << Field::Number << u"[42]"_s << u"number"_s;
        QTest::newRow("id") << u"some-id"_s << Field::Id << u"[some-id]"_s << u"name"_s;
        QTest::newRow("question's id") << u"s1-02"_s << Field::Id << u"[S1-02]"_s << u"name"_s;
        QTest::newRow("script's name") << u"mended"_s << Field::Script << u"[mended]"_s << u"script"_s;
        QTest::newRow("script's title")
            << u"scripttitle"_s << Field::ScriptTitle << u"[scripttitle]"_s << u"script"_s;
        QTest::newRow("Chinese title") << u"标题词"_s << Field::Title << u"[标题词]在此"_s << u"title"_s;
        QTest::newRow("question") << u"questionword"_s << Field::Question << u"A [questionword] asks."_s
                                  << u"question"_s;
        QTest::newRow("Chinese question")
            << u"题词如"_s << Field::Question << u"问[题词如]何？"_s << u"question"_s;
        QTest::newRow("goal") << u"目标词"_s << Field::Goal << u"[目标词]"_s << u"goal"_s;
        QTest::newRow("caption") << u"captionword"_s << Field::Cue << u"The [captionword]."_s << u"cue 1"_s;
        QTest::newRow("body") << u"正文词"_s << Field::Cue << u"[正文词]。"_s << u"cue 1"_s;
        QTest::newRow("cue's name") << u"second"_s << Field::Cue << u"[second]"_s << u"cue 2"_s;
        QTest::newRow("prediction") << u"predictionword"_s << Field::Prediction << u"[predictionword]?"_s
                                    << u"cue 2"_s;
        QTest::newRow("option") << u"选项词"_s << Field::Prediction << u"[选项词]"_s << u"cue 2"_s;
        QTest::newRow("answer") << u"answerword"_s << Field::Answer
                                << u"The [answerword] is x < 2 & y, in …."_s << u"answer"_s;
        QTest::newRow("signs in it") << u"x < 2 &"_s << Field::Answer
                                     << u"The answerword is [x] [<] [2] [&] y, in …."_s << u"answer"_s;
        QTest::newRow("correction") << u"correctionword"_s << Field::Correction
                                    << u"The [correctionword] is wrong."_s << u"correction"_s;
        QTest::newRow("code") << u"CODEWORD"_s << Field::Code << u"[codeword] = 1"_s << u"line 1"_s;
        QTest::newRow("another script's code")
            << u"other"_s << Field::Code << u"[other] = 2"_s << u"mended.py:3"_s;
    }

    void everyFieldIsFound()
    {
        QFETCH(QString, query);
        QFETCH(Field, field);
        QFETCH(QString, text);
        QFETCH(QString, where);
        const LibraryEntry entry = everyField("some-id", 42);
        const auto hits =
            SearchIndex({withTexts("none", "None", "Nothing"), entry}).find(query, Language::English);
        QCOMPARE(hits.size(), 1U);
        QCOMPARE(hits.front().entry, 1U);
        QVERIFY(hits.front().passage.has_value());
        QCOMPARE(hits.front().passage->place.field, field);
        QCOMPARE(marked(hits.front().passage->text), text);
        QCOMPARE(nameOf(hits.front().passage->place, *entry.lesson), where);
    }

    void titlesAreMarkedInPlace()
    {
        const SearchIndex index({everyField("some-id", 42)});
        const Hit english = index.find(u"titleword"_s, Language::English).front();
        QCOMPARE(english.title, (std::vector<Range>{{0, 9}}));
        QVERIFY(!english.passage);
        const Hit chinese = index.find(u"titleword"_s, Language::Chinese).front();
        QVERIFY(chinese.title.empty());
        QCOMPARE(chinese.passage->place.language, std::optional(Language::English));
        QCOMPARE(marked(chinese.passage->text), u"[Titleword] here"_s);
    }

    void cuesKnowTheirScript()
    {
        const SearchIndex index({everyField("some-id", 42)});
        const Place first = index.find(u"captionword"_s, Language::English).front().passage->place;
        QCOMPARE(first, (Place{Field::Cue, Language::English, 0, u"first"_s, 1}));
        const Place second = index.find(u"预测词"_s, Language::English).front().passage->place;
        QCOMPARE(second, (Place{Field::Prediction, Language::Chinese, 1, u"second"_s, 2}));
    }

    void cueCommentsAreNoCode()
    {
        QVERIFY(SearchIndex({everyField("a", 1)}).find(u"#:"_s, Language::English).empty());
    }

    void wordsMayBeInDifferentPlaces_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("text"); // empty: not found
        QTest::newRow("title and code") << u"titleword print"_s << u"[print](codeword)"_s;
        QTest::newRow("question and answer") << u"questionword answerword"_s << u"A [questionword] asks."_s;
        QTest::newRow("both languages") << u"captionword 回答词"_s << u"The [captionword]."_s;
        QTest::newRow("the passage with most of them")
            << u"questionword print codeword"_s << u"[print]([codeword])"_s;
        QTest::newRow("one is nowhere") << u"titleword nowhere"_s << QString();
    }

    void wordsMayBeInDifferentPlaces()
    {
        QFETCH(QString, query);
        QFETCH(QString, text);
        const auto hits = SearchIndex({everyField("some-id", 42)}).find(query, Language::English);
        QCOMPARE(hits.size(), text.isEmpty() ? 0U : 1U);
        if (!hits.empty())
            QCOMPARE(marked(hits.front().passage->text), text);
    }

    void theShownLanguageComesFirst()
    {
        LibraryEntry entry = everyField("some-id", 42);
        auto lesson = std::make_shared<lesson::Lesson>(*entry.lesson);
        lesson->texts[0].question = "What is a GIL?";
        lesson->texts[1].question = "什么是 GIL？";
        entry.lesson = lesson;
        const SearchIndex index({entry});
        QCOMPARE(index.find(u"gil"_s, Language::English).front().passage->text.text, u"What is a GIL?"_s);
        QCOMPARE(index.find(u"gil"_s, Language::Chinese).front().passage->text.text, u"什么是 GIL？"_s);
    }

    void isRanked_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("order");
        QTest::newRow("fields") << u"lock"_s << u"title question cue answer code"_s;
        QTest::newRow("its name") << u"code"_s << u"code"_s;
        QTest::newRow("whole words first") << u"wait"_s << u"question cue"_s;
        QTest::newRow("a whole word before a part of one") << u"late"_s << u"late-answer chocolate"_s;
        QTest::newRow("nowhere") << u"zebra"_s << QString();
    }

    void isRanked()
    {
        QFETCH(QString, query);
        QFETCH(QString, order);
        const std::vector<LibraryEntry> library{
            withTexts("code", "-", "-", "-", "-", "lock = 1\n"),
            withTexts("answer", "-", "-", "-", "A lock."),
            withTexts("cue", "-", "waiting", "A lock."),
            withTexts("question", "-", "A lock. wait"),
            withTexts("title", "A lock", "-"),
            withTexts("chocolate", "-", "-", "Chocolate"),
            withTexts("late-answer", "-", "-", "-", "Too late."),
        };
        QStringList found;
        for (const Hit& hit : SearchIndex(library).find(query, Language::English))
            found.append(QString::fromStdString(library[hit.entry].folder.id));
        QCOMPARE(found.join(u' '), order);
    }

    void equallyGoodOnesStayInOrder()
    {
        const SearchIndex index({withTexts("a", "lock b", "-"), withTexts("b", "a lock", "-"),
                                 withTexts("c", "locks", "-"), withTexts("d", "Lock", "-"),
                                 withTexts("e", "unlock", "-")});
        std::vector<std::size_t> order;
        for (const Hit& hit : index.find(u"lock"_s, Language::English))
            order.push_back(hit.entry);
        // The one that is called just so; whole words; a beginning; a part.
        QCOMPARE(order, (std::vector<std::size_t>{3, 0, 1, 2, 4}));
    }

    void numbersAreFoundFromTheirStart()
    {
        const SearchIndex index({everyField("a", 12), everyField("b", 1), everyField("c", 21)});
        std::vector<std::size_t> order;
        for (const Hit& hit : index.find(u"1"_s, Language::English))
            if (hit.passage->place.field == Field::Number)
                order.push_back(hit.entry);
        QCOMPARE(order, (std::vector<std::size_t>{1, 0}));
    }

    void brokenLessonsAreFoundByName()
    {
        const SearchIndex index({{{"broken-one", {}}, nullptr, {}}});
        QCOMPARE(index.find(u"broken"_s, Language::English).size(), 1U);
        QVERIFY(index.find(u"title"_s, Language::English).empty());
    }

    void nothingIsFoundWithoutWords()
    {
        QVERIFY(SearchIndex({everyField("a", 1)}).find(u"  "_s, Language::English).empty());
        QVERIFY(SearchIndex({}).find(u"lock"_s, Language::English).empty());
    }

    // --- in the window

    void keysLeadThere_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::newRow("/") << Qt::Key_Slash << Qt::KeyboardModifiers(Qt::NoModifier);
        QTest::newRow("Ctrl+F") << Qt::Key_F << Qt::KeyboardModifiers(Qt::ControlModifier);
    }

    void keysLeadThere()
    {
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        open();
        QTest::keyClick(m_window->focusWidget(), key, modifiers);
        QVERIFY(field().hasFocus());
        QVERIFY(field().text().isEmpty());
        QTest::keyClicks(&field(), u"a/b"_s);
        QCOMPARE(field().text(), u"a/b"_s);
    }

    void tellsHowMany()
    {
        open();
        auto* found = child<QLabel>("searchFound");
        QVERIFY(!found->isVisible());
        field().setText(u"worked"_s);
        QCOMPARE(list().count(), 1);
        QVERIFY(found->isVisible());
        QCOMPARE(found->text(), u"1 lesson found"_s);
        QCOMPARE(field().accessibleDescription(), found->text());
        field().setText(u"no such thing"_s);
        QCOMPARE(list().count(), 0);
        QVERIFY2(found->text().contains(u"Try"_s), qPrintable(found->text()));
        m_window->setLanguage(Language::Chinese);
        QVERIFY2(!found->text().contains(u"Try"_s), qPrintable(found->text()));
        field().clear();
        QVERIFY(!found->isVisible());
        QVERIFY(field().accessibleDescription().isEmpty());
        QCOMPARE(list().count(), 2); // a heading and a lesson
    }

    void rowsTellWhere()
    {
        open();
        field().setText(u"怎样 threads"_s);
        const QListWidgetItem* row = list().item(0);
        QCOMPARE(row->text(), u"Two workers"_s);
        QCOMPARE(row->data(WhereRole).toString(), u"question"_s);
        QVERIFY(row->data(Qt::AccessibleTextRole).toString().startsWith(u"Two workers, question: "_s));
        QVERIFY(list().visualItemRect(row).height() > 40);
    }

    void entersOpensAtThePlace_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("cue"); // that is reached at the step shown
        QTest::addColumn<int>("script");
        QTest::newRow("title") << u"two workers"_s << QString() << 0;
        QTest::newRow("a cue") << u"everything is done"_s << u"done"_s << 0;
        QTest::newRow("a cue's body in Chinese") << u"第一次到达"_s << u"work"_s << 0;
        QTest::newRow("a prediction") << u"how many lines"_s << u"work"_s << 0;
        QTest::newRow("code") << u"second.join"_s << u"work"_s << 0;
    }

    void entersOpensAtThePlace()
    {
        QFETCH(QString, query);
        QFETCH(QString, cue);
        QFETCH(int, script);
        for (const bool again : {false, true}) { // while another script is shown, and while the lesson is
            if (!again) {
                open();
                QSignalSpy finished(&m_window->session(), &Session::finished);
                m_window->open(m_window->session().lesson(), 1);
                QTRY_VERIFY(finished.count() == 1);
            }
            m_window->player().toStart();
            QSignalSpy finished(&m_window->session(), &Session::finished);
            field().setFocus();
            field().setText(query);
            QCOMPARE(list().count(), 1);
            key(Qt::Key_Return);
            QTRY_VERIFY(m_window->session().run() != nullptr && !m_window->session().isRunning());
            QCOMPARE(int(m_window->session().script()), script);
            const Run& run = *m_window->session().run();
            const scene::CueMark* reached = run.cueAt(step());
            QCOMPARE(reached == nullptr ? QString() : reached->name, cue);
            QVERIFY(child<StageWidget>("stage")->hasFocus());
        }
    }

    void codeIsShownWhereItRunsFirst()
    {
        open();
        field().setText(u"first.join"_s);
        field().setFocus();
        key(Qt::Key_Return);
        const trace::View now = m_window->session().run()->trace().atStep(step());
        QCOMPARE(int(now.threads[0].line), 27);
        QVERIFY(step() > 0);
        const trace::View before = m_window->session().run()->trace().atStep(step() - 1);
        QVERIFY(before.threads[0].line < now.threads[0].line);
    }

    void keysGoThroughTheResults()
    {
        open();
        field().setFocus();
        QTest::keyClicks(&field(), u"worked"_s);
        key(Qt::Key_Down);
        QVERIFY(list().hasFocus());
        QCOMPARE(list().currentRow(), 0);
        key(Qt::Key_Up);
        QVERIFY(field().hasFocus());
        QCOMPARE(field().text(), u"worked"_s);
        key(Qt::Key_Down);
        key(Qt::Key_Escape);
        QVERIFY(field().text().isEmpty());
        QVERIFY(child<StageWidget>("stage")->hasFocus());
        field().setFocus();
        QTest::keyClicks(&field(), u"worked"_s);
        key(Qt::Key_Escape);
        QVERIFY(field().text().isEmpty());
        QVERIFY(child<StageWidget>("stage")->hasFocus());
        field().setFocus();
        key(Qt::Key_Down); // also without a query
        QVERIFY(list().hasFocus());
        QCOMPARE(list().currentRow(), 1);
    }
};

QTEST_MAIN(TestSearch)
#include "tst_search.moc"
