// Queues and pipes between processes in the pool panel: what lies where, and that it is drawn there.
#include <QTest> // before the standard headers: moc 6.4 cannot read those alone

#include "panels/picture_of.h"
#include "pool/channels.h"
#include "pool/pool_panel.h"
#include "pool/pool_traces.h"

using namespace il;
using namespace il::tests;
using trace::microseconds;
using trace::milliseconds;
using trace::SimTime;
using trace::Trace;

namespace {

const scene::Panel& panel()
{
    static const std::unique_ptr<scene::Panel> one = pool::makePanel();
    return *one;
}

scene::DisplayList pictureAt(const Trace& trace, SimTime time, const Setting& setting = {})
{
    return pictureOf(panel(), trace, trace.stepAt(time), setting);
}

QString message(int number)
{
    return QStringLiteral("pool/message/%1").arg(number);
}

const QString row = QStringLiteral("pool/channel/0");

} // namespace

class TestChannels : public QObject {
    Q_OBJECT

private slots:
    /// Two senders of three each, two receivers: forked by 4 ms, put at 5 ms, the first sent at 6 ms.
    void contents_data()
    {
        using List = QList<int>;
        QTest::addColumn<qint64>("us");
        QTest::addColumn<List>("waiting");
        QTest::addColumn<List>("inside");
        QTest::addColumn<List>("taken");
        QTest::addColumn<List>("lost");
        const auto at = [](qint64 us, const char* name, const List& waiting, const List& inside,
                           const List& taken, const List& lost) {
            QTest::newRow(name) << us << waiting << inside << taken << lost;
        };
        at(4'900, "before put", {}, {}, {}, {});
        at(5'000, "put", {0, 1, 2, 3, 4, 5}, {}, {}, {});
        at(6'000, "first sent", {1, 2, 3, 4, 5}, {0}, {}, {});
        at(6'500, "first taken", {1, 2, 3, 4, 5}, {}, {0}, {});
        at(9'000, "third sent", {3, 4, 5}, {2}, {1, 0}, {});
        at(12'500, "all but the last", {5}, {}, {4, 3, 2, 1, 0}, {});
        at(14'500, "its process has ended", {}, {}, {4, 3, 2, 1, 0}, {5});
    }
    void contents()
    {
        QFETCH(qint64, us);
        const Trace trace = samples::messages(2, 2, 3);
        const auto channels = pool::channelsOf(trace);
        QCOMPARE(channels.size(), std::size_t{1});
        const auto contents = pool::contentsOf(trace.at(microseconds(us)), channels[0]);
        const auto list = [](const std::vector<trace::MessageId>& ids) {
            return QList<int>(ids.begin(), ids.end());
        };
        QTEST(list(contents.waiting), "waiting");
        QTEST(list(contents.inside), "inside");
        QTEST(list(contents.taken), "taken");
        QTEST(list(contents.lost), "lost");
    }

    void sendersAndReceiversAreThoseOfTheRun()
    {
        const auto channels = pool::channelsOf(samples::messages(2, 3, 4));
        QCOMPARE(channels[0].senders, (std::vector<trace::ProcessId>{1, 2}));
        QCOMPARE(channels[0].receivers, (std::vector<trace::ProcessId>{3, 4, 5}));
    }

    void isASubjectWithoutChildren()
    {
        trace::TraceBuilder alone;
        alone.addObject({trace::ObjectKind::Channel, alone.intern("q")});
        QVERIFY(!panel().hasSubject(alone.finish({})));
        trace::TraceBuilder one;
        one.addMessage({one.intern("'tea'"), one.addObject({trace::ObjectKind::Channel, one.intern("q")})});
        QVERIFY(panel().hasSubject(one.finish({})));
    }

    /// A message keeps its id, so that it moves, and lies in the place where it is.
    void messagesMove()
    {
        const Trace trace = samples::messages(1, 1, 4);
        const auto placeOf = [&](SimTime time) {
            const scene::DisplayList list = pictureAt(trace, time);
            const QRectF chip = rectOf(list, message(0));
            for (const char* place : {"buffer", "pipe", "taken"})
                if (within(rectOf(list, row + QLatin1Char('/') + QLatin1String(place)), chip))
                    return QString::fromLatin1(place);
            return QString();
        };
        QCOMPARE(placeOf(milliseconds(3)), QStringLiteral("buffer"));
        QCOMPARE(placeOf(milliseconds(4)), QStringLiteral("pipe"));
        QCOMPARE(placeOf(microseconds(4'500)), QStringLiteral("taken"));
    }

    void theNextOneIsNearestToTheArrow()
    {
        const scene::DisplayList list = pictureAt(samples::messages(1, 1, 4), milliseconds(3));
        QVERIFY(rectOf(list, message(0)).left() > rectOf(list, message(1)).right());
        QVERIFY(rectOf(list, message(1)).left() > rectOf(list, message(2)).right());
    }

    void words_data()
    {
        QTest::addColumn<Trace>("trace");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("expected");
        const Trace queue = samples::messages(1, 1, 4);
        const Trace full = samples::messages(2, 2, 4, true, 8);
        const Trace pipe = samples::messages(2, 0, 3, false);
        QTest::newRow("name") << queue << ""
                              << "q";
        QTest::newRow("a queue") << queue << "/note"
                                 << "queue";
        QTest::newRow("its places") << full << "/note"
                                    << "8 of 8 places";
        QTest::newRow("a pipe") << pipe << "/note"
                                << "pipe";
        QTest::newRow("whose buffer") << queue << "/buffer/heading"
                                      << "buffer of 4243";
        QTest::newRow("whose buffers") << full << "/buffer/heading"
                                       << "buffer of 4243, 4244";
        QTest::newRow("who sends") << pipe << "/buffer/heading"
                                   << "being sent by 4243, 4244";
        QTest::newRow("who takes") << full << "/taken/heading"
                                   << "taken by 4245, 4246";
        QTest::newRow("nobody takes") << pipe << "/taken/heading"
                                      << "taken by nobody";
    }
    void words()
    {
        QFETCH(Trace, trace);
        QFETCH(QString, id);
        const auto step = trace.stepOf(static_cast<std::uint32_t>(
            std::find_if(trace.events().begin(), trace.events().end(),
                         [](const trace::Event& e) { return e.kind == trace::EventKind::MessagePut; }) -
            trace.events().begin()));
        QTEST(textOf(pictureOf(panel(), trace, step), row + id), "expected");
    }

    void severalHaveTheirPidOnIt()
    {
        const Trace two = samples::messages(2, 1, 3);
        QCOMPARE(textOf(pictureAt(two, milliseconds(4)), message(0) + QStringLiteral("/text")),
                 QStringLiteral("4243  'a0'"));
        QCOMPARE(textOf(pictureAt(samples::messages(1, 1, 3), milliseconds(3)),
                        message(0) + QStringLiteral("/text")),
                 QStringLiteral("'a0'"));
    }

    void lostOnesSaySo()
    {
        const Trace trace = samples::messages(1, 1, 2);
        const scene::DisplayList list = pictureOf(panel(), trace, trace.steps().size() - 1);
        QCOMPARE(textOf(list, message(1) + QStringLiteral("/text")), QStringLiteral("lost: 'a1'"));
    }

    void whatHasNoRoomIsCounted()
    {
        const Trace trace = samples::messages(1, 0, 60);
        const scene::DisplayList list = pictureAt(trace, milliseconds(2));
        const auto shown = idsLike(list, QStringLiteral("pool/message/"), QStringLiteral("/text")).size();
        QVERIFY(shown >= 3 && shown < 60);
        QCOMPARE(textOf(list, row + QStringLiteral("/buffer/more")), QStringLiteral("+%1").arg(60 - shown));
    }

    void poolsHaveThemAsAVariant()
    {
        Setting setting;
        setting.variant = "processes";
        const Trace trace = samples::processPool(4, 12);
        const scene::DisplayList list = pictureAt(trace, milliseconds(20), setting);
        QVERIFY(find(list, QStringLiteral("pool/process/1")) != nullptr);
        QVERIFY(find(list, QStringLiteral("pool/0/queue/title")) == nullptr);
    }

    void speaksChinese()
    {
        const scene::DisplayList list =
            pictureAt(samples::messages(1, 1, 4), milliseconds(3), {{1920, 1080}, scene::Language::Chinese});
        QCOMPARE(textOf(list, row + QStringLiteral("/buffer/heading")), QStringLiteral("4243 的缓冲区"));
    }
};

QTEST_MAIN(TestChannels)
#include "tst_channels.moc"
