#include "window_test.h"

#include "app/lecture/presentation.h"
#include "app/playlist/deck.h"
#include "app/playlist/playlist_file.h"
#include "app/playlist/playlist_pane.h"
#include "app/playlist/playlists.h"
#include "app/playlist/resolve.h"

#include <QAction>
#include <QDir>
#include <QDropEvent>
#include <QImage>
#include <QInputDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>

using namespace il;
using namespace il::app;
using namespace Qt::StringLiterals;

namespace {

PlaylistEntry whole(const QString& lesson, const QString& script = {})
{
    return {.lesson = lesson, .script = script};
}

PlaylistEntry cueOf(const QString& lesson, const QString& cue)
{
    return {.lesson = lesson, .cue = cue};
}

/// Everything that an entry can say.
Playlist full(const QString& folder)
{
    PlaylistEntry rich{.title = u"开场 \"quoted\""_s,
                       .lesson = u"counter"_s,
                       .script = u"second"_s,
                       .cue = u"work"_s,
                       .panel = u"gil"_s,
                       .variant = u"v"_s,
                       .notes = u"Say hello.\nThen wait."_s};
    rich.options.cores = 1;
    rich.options.python = "3.13t";
    rich.options.parameters["n"] = std::int64_t{3};
    return {u"GIL in twenty minutes"_s,
            {rich, whole(u"counter"_s), {.file = folder + u"/own/mine.py"_s}, whole(u"unknown-lesson"_s)}};
}

QByteArray around(const QByteArray& entries)
{
    return R"({"interleave": "playlist", "version": 1, "entries": )" + entries + "}";
}

} // namespace

Q_DECLARE_METATYPE(il::app::PlaylistEntry)

class TestPlaylist : public WindowTest {
    Q_OBJECT

    QString saved(const QString& name, const Playlist& playlist)
    {
        return written(name, playlistJson(playlist, m_folder.path()));
    }

    Playlists& lists() { return m_window->playlists(); }
    QListWidget& list() { return *child<QListWidget>("playlistEntries"); }
    void click(const char* button) { QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton); }

    void openPlaylist(const Playlist& playlist)
    {
        QSignalSpy finished(&m_window->session(), &Session::finished);
        QVERIFY(lists().open(saved(u"talk.interleave"_s, playlist)));
        QTRY_VERIFY(finished.count() >= 1 || playlist.entries.empty());
    }

    /// A clicker's key, and the run that it may have begun.
    void page(Qt::Key key, QWidget* at = nullptr)
    {
        QTest::keyClick(at != nullptr ? at : child<StageWidget>("stage"), key);
        QTRY_VERIFY(!m_window->session().isRunning());
        rest();
    }

    QString cueHere() const
    {
        const RunPtr& run = m_window->session().run();
        const auto* cue = run != nullptr ? run->cueAt(step()) : nullptr;
        return cue != nullptr && cue->step == step() ? cue->name : QString();
    }

private slots:
    void initTestCase() { useOwnSettings(); }

    void cleanup()
    {
        if (m_window != nullptr && lists().isChanged())
            lists().saveTo(m_folder.filePath(u"left.interleave"_s)); // or closing would ask
        m_window.reset();
    }

    // --- the value

    void moves_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("order");
        QTest::newRow("down") << 0 << 1 << u"bacd"_s;
        QTest::newRow("up") << 2 << 1 << u"acbd"_s;
        QTest::newRow("far down") << 0 << 3 << u"bcda"_s;
        QTest::newRow("far up") << 3 << 0 << u"dabc"_s;
        QTest::newRow("nowhere") << 1 << 1 << u"abcd"_s;
        QTest::newRow("too far") << 1 << 99 << u"acdb"_s;
    }

    void moves()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QString, order);
        Playlist playlist;
        for (const QChar name : u"abcd"_s)
            playlist.entries.push_back(whole(name));
        move(playlist, static_cast<std::size_t>(from), static_cast<std::size_t>(to));
        QString now;
        for (const PlaylistEntry& entry : playlist.entries)
            now += entry.lesson;
        QCOMPARE(now, order);
    }

    void emptyListsCanBeMoved()
    {
        Playlist none;
        move(none, 0, 3);
        QVERIFY(none.entries.empty());
    }

    // --- the file

    void comesBackAsItWas()
    {
        const Playlist playlist = full(u"/somewhere"_s);
        const auto again = playlistFromJson(playlistJson(playlist, u"/somewhere"_s), u"x"_s, u"/somewhere"_s);
        QVERIFY2(again.has_value(), qPrintable(again ? QString() : again.error()));
        QVERIFY(*again == playlist);
    }

    void ownFilesMoveAlong()
    {
        const QByteArray json = playlistJson(full(u"/somewhere"_s), u"/somewhere"_s);
        QVERIFY(json.contains("\"own/mine.py\""));
        const auto elsewhere = playlistFromJson(json, u"x"_s, u"/else/where"_s);
        QVERIFY(elsewhere.has_value());
        QCOMPARE(elsewhere->entries[2].file, u"/else/where/own/mine.py"_s);
    }

    void savesAndLoads()
    {
        const QString path = m_folder.filePath(u"saved.interleave"_s);
        const Playlist playlist = full(m_folder.path());
        QVERIFY(savePlaylist(playlist, path).has_value());
        QVERIFY(*loadPlaylist(path) == playlist);
        const auto refused = savePlaylist(playlist, m_folder.filePath(u"no/such/folder.interleave"_s));
        QVERIFY(!refused && refused.error().contains(u"folder.interleave"_s));
        const auto gone = loadPlaylist(m_folder.filePath(u"gone.interleave"_s));
        QVERIFY(!gone && gone.error().contains(u"gone.interleave"_s));
    }

    void unknownKeysArePassedOver()
    {
        const auto read = playlistFromJson(
            around(R"([{"lesson": "counter", "colour": "red", "options": {"later": 1}}])"), u"x"_s, u"/"_s);
        QVERIFY(read.has_value());
        QVERIFY(read->entries.front() == whole(u"counter"_s));
    }

    void brokenFilesSayWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("says");
        const QByteArray fine = playlistJson(full(u"/"_s), u"/"_s);
        QTest::newRow("empty") << QByteArray() << QStringList{u"line 1"_s};
        QTest::newRow("cut off") << fine.first(fine.size() / 2) << QStringList{u"line "_s, u"column "_s};
        QTest::newRow("a slip in line 3")
            << QByteArray("{\n \"interleave\": \"playlist\",\n \"version\" 1\n}") << QStringList{u"line 3"_s};
        QTest::newRow("another kind of file") << QByteArray("{}") << QStringList{u"\"interleave\""_s};
        QTest::newRow("a list") << QByteArray("[1, 2]") << QStringList{u"\"interleave\""_s};
        QTest::newRow("of the future")
            << QByteArray(R"({"interleave": "playlist", "version": 2, "entries": []})")
            << QStringList{u"version 2"_s, u"newer"_s};
        QTest::newRow("no version") << QByteArray(R"({"interleave": "playlist", "entries": []})")
                                    << QStringList{u"\"version\""_s};
        QTest::newRow("a version in words")
            << QByteArray(R"({"interleave": "playlist", "version": "one", "entries": []})")
            << QStringList{u"\"version\""_s};
        QTest::newRow("no entries") << QByteArray(R"({"interleave": "playlist", "version": 1})")
                                    << QStringList{u"\"entries\""_s};
        QTest::newRow("entries of another kind") << around("{}") << QStringList{u"\"entries\""_s};
        QTest::newRow("a title of another kind")
            << QByteArray(R"({"interleave": "playlist", "version": 1, "title": 7, "entries": []})")
            << QStringList{u"\"title\""_s};
        QTest::newRow("an entry of another kind")
            << around(R"([{"lesson": "counter"}, 7])") << QStringList{u"entry 2"_s};
        QTest::newRow("a cue of another kind")
            << around(R"([{"lesson": "counter", "cue": 3}])") << QStringList{u"entry 1"_s, u"\"cue\""_s};
        QTest::newRow("nothing to show") << around(R"([{"lesson": "counter"}, {"title": "x"}])")
                                         << QStringList{u"entry 2"_s, u"\"file\""_s};
        QTest::newRow("options of another kind") << around(R"([{"lesson": "counter", "options": []}])")
                                                 << QStringList{u"entry 1"_s, u"\"options\""_s};
        QTest::newRow("cores in words") << around(R"([{"lesson": "counter", "options": {"cores": "two"}}])")
                                        << QStringList{u"entry 1"_s, u"\"cores\""_s};
        QTest::newRow("too many") << around("[" + QByteArray(R"({"lesson": "a"},)").repeated(1000) +
                                            R"({"lesson": "a"}])")
                                  << QStringList{u"1001"_s, u"1000"_s};
        QTest::newRow("deep") << around(QByteArray(5000, '[')) << QStringList{u"line 1"_s};
        QTest::newRow("no text at all") << QByteArray("\xff\xfe\0\0\1", 5) << QStringList{u"line 1"_s};
    }

    void brokenFilesSayWhatIsWrong()
    {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, says);
        const auto read = playlistFromJson(json, u"talk.interleave"_s, u"/"_s);
        QVERIFY(!read.has_value());
        QVERIFY2(read.error().startsWith(u"talk.interleave: "_s), qPrintable(read.error()));
        for (const QString& part : says)
            QVERIFY2(read.error().contains(part), qPrintable(read.error()));
    }

    void everyBeginningOfAFileIsRefused()
    {
        const QByteArray fine = playlistJson(full(u"/"_s), u"/"_s).trimmed();
        for (qsizetype length = 0; length < fine.size(); ++length)
            QVERIFY(!playlistFromJson(fine.first(length), u"x"_s, u"/"_s).has_value());
    }

    void hugeFilesAreRefused()
    {
        const auto read = loadPlaylist(written(u"huge.interleave"_s, QByteArray(maxPlaylistBytes + 1, ' ')));
        QVERIFY(!read && read.error().contains(u"4 MB"_s));
    }

    // --- what entries mean

    void resolves_data()
    {
        QTest::addColumn<PlaylistEntry>("entry");
        QTest::addColumn<int>("script"); // -1: it can't be shown
        QTest::addColumn<QString>("why");
        QTest::newRow("a lesson") << whole(u"counter"_s) << 0 << QString();
        QTest::newRow("its second script") << whole(u"counter"_s, u"second"_s) << 1 << QString();
        QTest::newRow("an unknown lesson") << whole(u"nobody"_s) << -1 << u"nobody"_s;
        QTest::newRow("an unknown script") << whole(u"counter"_s, u"third"_s) << -1 << u"third"_s;
        QTest::newRow("a folder") << PlaylistEntry{.file = QStringLiteral(IL_SOURCE_DIR
                                                                          "/tests/app/lessons/counter")}
                                  << 0 << QString();
        QTest::newRow("a file") << PlaylistEntry{.file = QStringLiteral(
                                                     IL_SOURCE_DIR "/tests/app/lessons/counter/first.py")}
                                << 0 << QString();
        QTest::newRow("a file that is gone")
            << PlaylistEntry{.file = u"/no/such.py"_s} << -1 << u"/no/such.py"_s;
        PlaylistEntry cores = whole(u"counter"_s);
        cores.options.cores = 1000;
        QTest::newRow("an option that doesn't fit") << cores << -1 << u"64"_s;
    }

    void resolves()
    {
        QFETCH(PlaylistEntry, entry);
        QFETCH(int, script);
        QFETCH(QString, why);
        const auto resolved = resolve(entry, testLibrary());
        QCOMPARE(resolved.has_value(), script >= 0);
        if (resolved)
            QCOMPARE(resolved->script, static_cast<std::size_t>(script));
        else
            QVERIFY2(resolved.error().contains(why), qPrintable(resolved.error()));
    }

    void decksHaveEveryEntryInOrder()
    {
        Playlist playlist{u"Talk"_s, {whole(u"counter"_s), cueOf(u"counter"_s, u"work"_s)}};
        playlist.entries[1].title = u"Again"_s;
        playlist.entries[1].notes = u"Slowly."_s;
        const Deck deck = makeDeck(playlist, testLibrary(), {});
        QStringList names;
        for (const exporting::Slide& slide : deck.slides)
            names.append(slide.name);
        QCOMPARE(names, QStringList({u"1-start"_s, u"1-work"_s, u"1-done"_s, u"2-work"_s}));
        QVERIFY(deck.problems.isEmpty());
        QVERIFY(deck.slides.back().notes.startsWith(u"Slowly."_s));
        QVERIFY(deck.slides.back().title.startsWith(u"Again"_s));
    }

    void missingEntriesAreTold()
    {
        const Deck deck = makeDeck(
            {{}, {whole(u"nobody"_s), cueOf(u"counter"_s, u"no-such-cue"_s), cueOf(u"counter"_s, u"done"_s)}},
            testLibrary(), {});
        QCOMPARE(deck.slides.size(), std::size_t(1));
        QCOMPARE(deck.problems.size(), 2);
        QVERIFY(deck.problems[0].startsWith(u"1 (nobody)"_s));
        QVERIFY(deck.problems[1].contains(u"no-such-cue"_s));
    }

    void decksStopWhenTold()
    {
        const Deck deck = makeDeck({{}, {whole(u"counter"_s), whole(u"counter"_s)}}, testLibrary(), {},
                                   [](std::size_t, std::size_t) { return false; });
        QCOMPARE(deck.slides.size(), std::size_t(3));
    }

    // --- the window

    void isMadeByClicks()
    {
        open();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F4);
        QVERIFY(lists().pane().isVisible());
        click("playlistAddLesson");
        QTest::keyClick(child<StageWidget>("stage"), Qt::Key_PageDown);
        rest();
        click("playlistAddCue");
        QCOMPARE(lists().playlist().entries.size(), std::size_t(2));
        QCOMPARE(lists().playlist().entries[0].cue, QString());
        QCOMPARE(lists().playlist().entries[1].cue, u"start"_s);
        QCOMPARE(lists().playlist().entries[1].panel, u"gil"_s);
        QVERIFY(lists().isChanged());
        QCOMPARE(list().count(), 2);
    }

    void noCueYetIsTold()
    {
        open();
        QTest::keyClick(child<StageWidget>("stage"), Qt::Key_Home);
        child<QAction>("showPlaylist")->trigger();
        click("playlistAddCue");
        QVERIFY(lists().playlist().entries.empty());
    }

    void isChangedByKeys()
    {
        open();
        openPlaylist(
            {{}, {whole(u"counter"_s), cueOf(u"counter"_s, u"work"_s), cueOf(u"counter"_s, u"done"_s)}});
        list().setFocus();
        list().setCurrentRow(0);
        QTest::keyClick(&list(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(lists().playlist().entries[1].cue, QString());
        QCOMPARE(list().currentRow(), 1);
        QCOMPARE(lists().current(), std::optional<std::size_t>(1)); // the shown one moved
        QTest::keyClick(&list(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(lists().playlist().entries[0].cue, QString());
        QTest::keyClick(&list(), Qt::Key_Up, Qt::AltModifier); // is the first
        QCOMPARE(list().currentRow(), 0);
        list().setCurrentRow(2);
        QTest::keyClick(&list(), Qt::Key_Delete);
        QCOMPARE(lists().playlist().entries.size(), std::size_t(2));
    }

    void isReorderedByDragging()
    {
        open();
        openPlaylist(
            {{}, {whole(u"counter"_s), cueOf(u"counter"_s, u"work"_s), cueOf(u"counter"_s, u"done"_s)}});
        // What dropping does to the model.
        QVERIFY(list().model()->moveRow({}, 0, {}, 3));
        QTRY_COMPARE(lists().playlist().entries[2].cue, QString());
        QCOMPARE(lists().playlist().entries[0].cue, u"work"_s);
    }

    void isRenamedAndNoted()
    {
        open();
        openPlaylist({{}, {whole(u"counter"_s)}});
        list().setCurrentRow(0);
        click("playlistRename");
        auto* dialog = m_window->findChild<QInputDialog*>(u"playlistName"_s);
        QVERIFY(dialog != nullptr);
        dialog->setTextValue(u"Warm-up"_s);
        dialog->accept();
        QCOMPARE(lists().playlist().entries[0].title, u"Warm-up"_s);
        QVERIFY(list().item(0)->text().contains(u"Warm-up"_s));
        QTest::keyClicks(child<QPlainTextEdit>("playlistNotes"), u"Hello"_s);
        QCOMPARE(lists().playlist().entries[0].notes, u"Hello"_s);
    }

    void isSavedAndOpenedAgain()
    {
        open();
        openPlaylist({{}, {whole(u"counter"_s)}});
        QVERIFY(!lists().isChanged());
        QTest::keyClicks(child<QPlainTextEdit>("playlistNotes"), u"Hi"_s);
        QVERIFY(lists().isChanged());
        click("playlistSave");
        QVERIFY(!lists().isChanged());
        QCOMPARE(loadPlaylist(lists().path())->entries[0].notes, u"Hi"_s);
    }

    void keysGoOnToTheNextEntry()
    {
        open();
        openPlaylist(
            {{}, {whole(u"counter"_s), cueOf(u"counter"_s, u"work"_s), whole(u"counter"_s, u"second"_s)}});
        QCOMPARE(step(), std::size_t(0));
        for (const char* cue : {"start", "work", "done"}) {
            page(Qt::Key_PageDown);
            QCOMPARE(cueHere(), QString::fromLatin1(cue));
            QCOMPARE(lists().current(), std::optional<std::size_t>(0));
        }
        page(Qt::Key_PageDown); // a single cue: there at once
        QCOMPARE(lists().current(), std::optional<std::size_t>(1));
        QCOMPARE(cueHere(), u"work"_s);
        page(Qt::Key_PageDown);
        QCOMPARE(lists().current(), std::optional<std::size_t>(2));
        QCOMPARE(m_window->session().script(), std::size_t(1));
        QCOMPARE(step(), std::size_t(0));
        page(Qt::Key_PageUp);
        QCOMPARE(lists().current(), std::optional<std::size_t>(1));
        page(Qt::Key_PageUp); // back at the end of the one before
        QCOMPARE(lists().current(), std::optional<std::size_t>(0));
        QCOMPARE(cueHere(), u"done"_s);
    }

    void keysGoOnWhilePresenting()
    {
        open();
        openPlaylist({{}, {cueOf(u"counter"_s, u"start"_s), cueOf(u"counter"_s, u"done"_s)}});
        m_window->present(true);
        QVERIFY(m_window->presentation() != nullptr);
        QCOMPARE(cueHere(), u"start"_s);
        page(Qt::Key_PageDown, m_window->presentation());
        QCOMPARE(lists().current(), std::optional<std::size_t>(1));
        QCOMPARE(cueHere(), u"done"_s);
        page(Qt::Key_PageUp, m_window->presentation());
        QCOMPARE(cueHere(), u"start"_s);
        QVERIFY(m_window->presentation() != nullptr);
        m_window->present(false);
    }

    void questionsAreAnsweredBeforeTheNextEntry_data()
    {
        QTest::addColumn<bool>("presenting");
        QTest::addColumn<bool>("chosen");
        QTest::newRow("in the window") << false << false;
        QTest::newRow("in the window, with an answer") << false << true;
        QTest::newRow("presenting") << true << false;
        QTest::newRow("presenting, with an answer") << true << true;
    }

    /// The entry's last cue asks: a step reveals what is right, and only the next one leaves the entry.
    void questionsAreAnsweredBeforeTheNextEntry()
    {
        QFETCH(bool, presenting);
        QFETCH(bool, chosen);
        open();
        m_window->setStopAtQuestions(presenting ? StopAtQuestions::WhenPresenting : StopAtQuestions::Always);
        openPlaylist({u""_s, {cueOf(u"counter"_s, u"work"_s), whole(u"counter"_s, u"second"_s)}});
        rest();
        if (presenting)
            m_window->present(true);
        QWidget* stage =
            presenting ? static_cast<QWidget*>(m_window->presentation()) : child<StageWidget>("stage");
        QCOMPARE(cueHere(), u"work"_s);
        QVERIFY(m_window->gates().gate().has_value());
        if (chosen)
            page(Qt::Key_2, stage);
        QVERIFY(!m_window->gates().gate()->revealed);
        page(Qt::Key_PageDown, stage);
        QCOMPARE(lists().current(), std::optional<std::size_t>(0));
        QCOMPARE(cueHere(), u"work"_s);
        QVERIFY(m_window->gates().gate().has_value() && m_window->gates().gate()->revealed);
        QCOMPARE(m_window->gates().gate()->chosen, chosen ? 1 : -1);
        page(Qt::Key_PageDown, stage);
        QCOMPARE(lists().current(), std::optional<std::size_t>(1));
        QCOMPARE(m_window->session().script(), std::size_t(1));
        QVERIFY(!m_window->gates().gate().has_value());
        m_window->present(false);
    }

    void isOpenAgainAtTheNextStart_data()
    {
        QTest::addColumn<QByteArray>("later"); // what is in the file by then; empty: it is gone
        QTest::addColumn<int>("entry");        // -1: the playlist isn't there; -2: without a place
        QTest::addColumn<bool>("shown");
        const QByteArray same =
            playlistJson({u""_s, {whole(u"counter"_s), whole(u"counter"_s, u"second"_s)}}, u"/"_s);
        QTest::newRow("as it was") << same << 1 << true;
        QTest::newRow("with its pane hidden") << same << 1 << false;
        QTest::newRow("gone") << QByteArray() << -1 << true;
        QTest::newRow("broken") << same.first(same.size() / 2) << -1 << true;
        QTest::newRow("shorter") << around(R"([{"lesson": "counter"}])") << -2 << true;
        QTest::newRow("changed") << around(R"([{"lesson": "counter"}, {"lesson": "counter"}])") << -2 << true;
        QTest::newRow("its lesson is gone")
            << around(R"([{"lesson": "counter"}, {"lesson": "nobody"}])") << 1 << true;
    }

    void isOpenAgainAtTheNextStart()
    {
        QFETCH(QByteArray, later);
        QFETCH(int, entry);
        QFETCH(bool, shown);
        open();
        openPlaylist({u""_s, {whole(u"counter"_s), whole(u"counter"_s, u"second"_s)}});
        lists().show(1);
        QTRY_VERIFY(!m_window->session().isRunning());
        page(Qt::Key_PageDown);
        const QString cue = cueHere();
        QVERIFY(!cue.isEmpty());
        lists().pane().setVisible(shown);
        QVERIFY(m_window->close());
        later.isEmpty() ? QFile::remove(m_folder.filePath(u"talk.interleave"_s))
                        : !written(u"talk.interleave"_s, later).isEmpty();

        const Settings settings = Settings::load(scene::Language::English);
        QVERIFY(settings.session.playlist.endsWith(u"talk.interleave"_s));
        m_window = std::make_unique<MainWindow>(settings, testLibrary(), &m_clock);
        m_window->resume(settings.session);
        m_window->show();
        QTRY_VERIFY(m_window->session().run() != nullptr);
        QCOMPARE(m_window->session().script(), std::size_t(1));
        QCOMPARE(cueHere(), cue);
        QCOMPARE(lists().playlist().entries.empty(), entry == -1);
        QCOMPARE(lists().current(),
                 entry < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(entry)));
        QCOMPARE(lists().pane().isHidden(), !shown || entry == -1);
        QVERIFY(!lists().isChanged());
        QVERIFY(m_window->findChild<QMessageBox*>() == nullptr);
        QCOMPARE(child<QLabel>("note")->isVisible(), entry == -1);
        if (entry != 1)
            return;
        page(Qt::Key_Home); // the keys lead through the list again
        page(Qt::Key_PageUp);
        QCOMPARE(lists().current(), std::optional<std::size_t>(0));
    }

    void missingEntriesArePassed()
    {
        open();
        openPlaylist(
            {{}, {cueOf(u"counter"_s, u"start"_s), whole(u"nobody"_s), cueOf(u"counter"_s, u"done"_s)}});
        QVERIFY(list().item(1)->text().contains(u"missing"_s));
        page(Qt::Key_PageDown);
        QCOMPARE(lists().current(), std::optional<std::size_t>(1));
        QCOMPARE(cueHere(), u"start"_s); // what was shown stays
        page(Qt::Key_PageDown);
        QCOMPARE(lists().current(), std::optional<std::size_t>(2));
        QCOMPARE(cueHere(), u"done"_s);
        QCOMPARE(lists().playlist().entries.size(), std::size_t(3)); // it is kept
    }

    void anotherLessonLeavesThePlaylist()
    {
        open();
        openPlaylist({{}, {cueOf(u"counter"_s, u"start"_s), cueOf(u"counter"_s, u"done"_s)}});
        m_window->session().runAgain();
        QVERIFY(lists().current().has_value()); // the same program
        QTRY_VERIFY(!m_window->session().isRunning());
        m_window->openFile(QStringLiteral(IL_SOURCE_DIR "/tests/app/lessons/counter/second.py"));
        QVERIFY(!lists().current());
        QTRY_VERIFY(!m_window->session().isRunning());
        page(Qt::Key_End);
        page(Qt::Key_PageDown);
        QVERIFY(!lists().current());
    }

    void opensByDropping()
    {
        open();
        QMimeData data;
        data.setUrls(
            {QUrl::fromLocalFile(saved(u"drop.interleave"_s, {{}, {cueOf(u"counter"_s, u"work"_s)}}))});
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QVERIFY(lists().pane().isVisible());
        QTRY_COMPARE(cueHere(), u"work"_s);
    }

    void brokenFilesChangeNothing()
    {
        open();
        openPlaylist({{}, {whole(u"counter"_s)}});
        m_window->openFile(written(u"broken.interleave"_s, "{\n\"interleave\": "));
        QTRY_VERIFY(m_window->findChild<QMessageBox*>(u"playlistProblem"_s) != nullptr);
        auto* box = child<QMessageBox>("playlistProblem");
        QVERIFY2(box->text().contains(u"line 2"_s), qPrintable(box->text()));
        box->accept();
        QCOMPARE(lists().playlist().entries.size(), std::size_t(1));
    }

    void unsavedChangesAreAskedAbout()
    {
        open();
        openPlaylist({{}, {whole(u"counter"_s)}});
        QTest::keyClicks(child<QPlainTextEdit>("playlistNotes"), u"x"_s);
        QTimer::singleShot(0, this, [this] {
            if (auto* box = m_window->findChild<QMessageBox*>(u"playlistUnsaved"_s))
                box->button(QMessageBox::Cancel)->click();
        });
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
    }

    void everyControlHasAName()
    {
        open();
        openPlaylist({{}, {whole(u"counter"_s)}});
        for (const auto* button : lists().pane().findChildren<QPushButton*>())
            QVERIFY2(!button->accessibleName().isEmpty() && !button->objectName().isEmpty(),
                     qPrintable(button->objectName()));
        QVERIFY(!list().accessibleName().isEmpty());
    }

    void decksAreExportedFromTheWindow()
    {
        open();
        openPlaylist({{}, {whole(u"counter"_s)}});
        QSignalSpy ended(&lists(), &Playlists::deckEnded);
        lists().exportDeck(m_folder.filePath(u"deck.png"_s));
        QTRY_VERIFY_WITH_TIMEOUT(ended.count() == 1, 60'000);
        QVERIFY(ended.front().front().toBool());
        for (const char* name : {"deck-01.png", "deck-02.png", "deck-03.png"})
            QCOMPARE(QImage(m_folder.filePath(QString::fromLatin1(name))).size(), QSize(1920, 1080));
    }

    // --- the command line

    void decksAreExportedFromTheCommandLine_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("says");
        const QByteArray two = around(R"([{"lesson": "gil-handoff"}, {"lesson": "nobody"}])");
        QTest::newRow("as PDF") << two << QStringList{u"-o"_s, u"out.pdf"_s} << 0 << u"nobody"_s;
        QTest::newRow("as pictures") << two
                                     << QStringList{u"-o"_s,     u"out.png"_s, u"--size"_s,  u"640x360"_s,
                                                    u"--lang"_s, u"zh"_s,      u"--theme"_s, u"slate"_s}
                                     << 0 << u"nobody"_s;
        QTest::newRow("nothing to show")
            << around(R"([{"lesson": "nobody"}])") << QStringList{u"-o"_s, u"out.pdf"_s} << 2 << u"nobody"_s;
        QTest::newRow("broken") << QByteArray("{") << QStringList{u"-o"_s, u"out.pdf"_s} << 2 << u"line 1"_s;
        QTest::newRow("as a film") << two << QStringList{u"-o"_s, u"out.mp4"_s} << 2 << u"mp4"_s;
        QTest::newRow("an option of a run")
            << two << QStringList{u"-o"_s, u"out.pdf"_s, u"--at"_s, u"all"_s} << 2 << u"--at"_s;
    }

    void decksAreExportedFromTheCommandLine()
    {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, options);
        QFETCH(int, status);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"talk.interleave"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) == json.size());
        file.close();
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(QStringLiteral(IL_BUILD_DIR "/app/interleave"),
                      QStringList{u"export"_s, u"talk.interleave"_s} + options);
        QVERIFY(process.waitForFinished(120'000));
        const QString errors = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(process.exitCode() == status, qPrintable(errors));
        QVERIFY2(errors.contains(says), qPrintable(errors));
        const QStringList files = QDir(folder.path()).entryList({u"out*"_s});
        QCOMPARE(!files.isEmpty(), status == 0);
    }
};

QTEST_MAIN(TestPlaylist)
#include "tst_playlist.moc"
