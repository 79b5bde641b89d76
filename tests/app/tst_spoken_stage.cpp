#include "window_test.h"

#include "app/access/listener.h"
#include "app/access/picture_words.h"
#include "app/lecture/presentation.h"
#include "app/twins/comparing.h"
#include "app/twins/twins_page.h"
#include "app/twins/twins_stage.h"

#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

using namespace il;
using namespace il::app;
using namespace Qt::StringLiterals;

namespace {

/// Hears, as long as it lives, what assistive technology is told.
class Listening {
public:
    struct Heard {
        const QObject* of;
        QAccessible::Event kind;
    };

    Listening()
    {
        heard().clear();
        listenWith([](const QAccessibleEvent& event) { heard().push_back({event.object(), event.type()}); });
    }
    ~Listening() { listenWith(nullptr); }

    static qsizetype count(const QObject* of, QAccessible::Event kind)
    {
        return std::count_if(heard().begin(), heard().end(),
                             [&](const Heard& one) { return one.of == of && one.kind == kind; });
    }
    static void forget() { heard().clear(); }

private:
    static std::vector<Heard>& heard()
    {
        static std::vector<Heard> all;
        return all;
    }
};

scene::Item item(const QString& id, const QString& says, scene::Role role = scene::Role::Object)
{
    return {id, role, scene::Rect{{0, 0, 10, 10}}, {}, {}, says};
}

} // namespace

/// The stage and the scrubber as assistive technology meets them.
class TestSpokenStage : public WindowTest {
    Q_OBJECT

    StageWidget& stage() { return *child<StageWidget>("stage"); }
    static QAccessibleInterface& access(QWidget& widget)
    {
        return *QAccessible::queryAccessibleInterface(&widget);
    }
    QAccessibleInterface* elementOf(const scene::ElementId& id)
    {
        const auto items = spokenItems(*stage().pictureAtRest());
        for (std::size_t i = 0; i < items.size(); ++i)
            if (items[i]->id == id)
                return access(stage()).child(static_cast<int>(i));
        return nullptr;
    }

private slots:
    void initTestCase() { useOwnSettings(); }
    void cleanup() { closeWindow(); }

    // --- a picture in words

    void theNewsComeFirst()
    {
        const scene::DisplayList list{
            {}, {}, {item(u"header/time"_s, u"t = 1"_s), item(u"caption"_s, u"T1 starts."_s)}};
        QCOMPARE(inWords(list), u"T1 starts.\nt = 1"_s);
    }

    void nothingIsSaidTwiceAndNoPast()
    {
        const scene::DisplayList list{{},
                                      {},
                                      {item(u"a"_s, u"counter is 0"_s), item(u"b"_s, u"counter is 0"_s),
                                       item(u"plain"_s, {}, scene::Role::Text),
                                       item(u"lane/thread/0/1"_s, u"main: running"_s, scene::Role::Lane)}};
        QCOMPARE(inWords(list), u"counter is 0"_s);
        QCOMPARE(spokenItems(list).size(), std::size_t(3));
    }

    // --- the stage

    void theStageSaysWhatItShows()
    {
        open();
        goTo(3);
        const QAccessibleInterface& spoken = access(stage());
        QCOMPARE(spoken.role(), QAccessible::Canvas);
        QCOMPARE(spoken.text(QAccessible::Name), u"Two workers"_s);
        const QStringList lines = spoken.text(QAccessible::Description).split(u'\n');
        QCOMPARE(lines.front(), spokenItems(*stage().pictureAtRest()).front()->accessible);
        QVERIFY(std::any_of(lines.begin(), lines.end(),
                            [](const QString& line) { return line.startsWith(u"main, "); }));
        child<QAction>("language_zh")->trigger();
        QCOMPARE(spoken.text(QAccessible::Name), u"两个线程"_s);
        QVERIFY(!spoken.text(QAccessible::Description).contains(lines.front()));
    }

    void everyThingIsAnElementAtItsPlace_data()
    {
        QTest::addColumn<QString>("panel");
        for (const auto& panel : scene::panels())
            QTest::newRow(panel->info().id.c_str()) << QString::fromStdString(panel->info().id);
    }

    void everyThingIsAnElementAtItsPlace()
    {
        QFETCH(QString, panel);
        open();
        m_window->setPanel(panel.toStdString());
        goTo(lastStep() / 2);
        QAccessibleInterface& spoken = access(stage());
        QVERIFY(spoken.childCount() > 5);
        const QRect whole = spoken.rect();
        for (int i = 0; i < spoken.childCount(); ++i) {
            QAccessibleInterface* element = spoken.child(i);
            const QString name = element->text(QAccessible::Name);
            QVERIFY(!name.isEmpty());
            QCOMPARE(element->parent(), &spoken);
            QCOMPARE(spoken.indexOfChild(element), i);
            QVERIFY2(!element->rect().isEmpty() && whole.contains(element->rect()), qPrintable(name));
            const QPoint middle = element->rect().center();
            QAccessibleInterface* there = spoken.childAt(middle.x(), middle.y());
            QVERIFY2(there != nullptr && there->rect().contains(middle), qPrintable(name));
            QVERIFY(there->rect().width() * there->rect().height() <=
                    element->rect().width() * element->rect().height());
            const QList<QAccessible::Role> fitting{QAccessible::StaticText, QAccessible::Graphic,
                                                   QAccessible::Grouping, QAccessible::Button};
            QVERIFY(fitting.contains(element->role()));
            QCOMPARE(element->interface_cast(QAccessible::ActionInterface) != nullptr,
                     element->role() == QAccessible::Button);
        }
        QCOMPARE(spoken.child(-1), nullptr);
        QCOMPARE(spoken.child(spoken.childCount()), nullptr);
        QCOMPARE(spoken.childAt(whole.left() - 5, whole.top()), nullptr);
    }

    void anElementIsWhereItsThingIsDrawn()
    {
        open();
        goTo(lastStep() / 2);
        const QRect seen = stage().placeOf(u"thread/1/chip"_s);
        const QRect said = elementOf(u"thread/1/chip"_s)->rect().translated(-stage().mapToGlobal(QPoint()));
        QVERIFY(!seen.isEmpty());
        QVERIFY(said.adjusted(-4, -4, 4, 4).contains(seen) && seen.adjusted(-4, -4, 4, 4).contains(said));
        QVERIFY(stage().elementsAt(said.center()).contains(u"thread/1/chip"_s));
    }

    void elementsKeepTheirIdentity()
    {
        open();
        goTo(lastStep() / 2);
        const Listening listening;
        QAccessibleInterface* const chip = elementOf(u"thread/1/chip"_s);
        const QString before = chip->text(QAccessible::Name);
        const QAccessible::Id id = QAccessible::uniqueId(chip);
        goTo(step() + 2);
        QCoreApplication::processEvents();
        QCOMPARE(QAccessible::uniqueId(elementOf(u"thread/1/chip"_s)), id);
        QVERIFY(chip->isValid());
        QVERIFY(chip->text(QAccessible::Name) != before);
    }

    void elementsOfWhatHasGoneAreForgotten()
    {
        open();
        goTo(lastStep() / 2);
        const Listening listening;
        const int count = access(stage()).childCount();
        QList<QAccessible::Id> ids;
        for (int i = 0; i < count; ++i)
            ids << QAccessible::uniqueId(access(stage()).child(i));
        m_window->setPanel("deadlock");
        QCoreApplication::processEvents();
        const auto gone = [](QAccessible::Id id) { return QAccessible::accessibleInterface(id) == nullptr; };
        QVERIFY(std::any_of(ids.begin(), ids.end(), gone));
        QVERIFY(!std::all_of(ids.begin(), ids.end(), gone)); // the frame is still there
        for (int i = 0; i < access(stage()).childCount(); ++i)
            QVERIFY(access(stage()).child(i)->isValid());
    }

    void aThreadAnswersWhenPressed()
    {
        open();
        goTo(lastStep() / 2);
        auto* chip = elementOf(u"thread/1/chip"_s);
        QCOMPARE(chip->role(), QAccessible::Button);
        chip->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY2(m_window->findChild<QLabel*>(u"whyTitle"_s) != nullptr, "as by a click");
    }

    void anEmptyStageHasNoElements()
    {
        open();
        stage().setRun(nullptr);
        QCOMPARE(access(stage()).childCount(), 0);
        QCOMPARE(access(stage()).text(QAccessible::Name), u"Picture of the run"_s);
    }

    // --- news

    void oneAnnouncementPerStep()
    {
        open();
        const Listening listening;
        for (int i = 0; i < 3; ++i) {
            Listening::forget();
            key(Qt::Key_Right);
            QVERIFY(m_window->player().isMoving());
            for (int frame = 0; frame < 10; ++frame) {
                pass(m_clock, m_window->player(), 20);
                QCoreApplication::processEvents();
            }
            QCOMPARE(Listening::count(&stage(), QAccessible::DescriptionChanged), 0);
            rest();
            QCoreApplication::processEvents();
            QCOMPARE(Listening::count(&stage(), QAccessible::DescriptionChanged), 1);
            QCOMPARE(Listening::count(&stage(), QAccessible::NameChanged), 0);
        }
    }

    void playingIsQuiet()
    {
        open();
        const Listening listening;
        m_window->player().setPausesAtCues(false);
        QCoreApplication::processEvents();
        Listening::forget(); // that there is somebody to tell
        key(Qt::Key_Space);
        pass(m_clock, m_window->player(), 500);
        QCoreApplication::processEvents();
        QVERIFY(m_window->player().isPlaying());
        QCOMPARE(Listening::count(&stage(), QAccessible::DescriptionChanged), 0);
        key(Qt::Key_Space);
        rest();
        QCoreApplication::processEvents();
        QCOMPARE(Listening::count(&stage(), QAccessible::DescriptionChanged), 1);
    }

    void pullingWithinAStepIsQuiet()
    {
        open();
        goTo(2);
        const Listening listening;
        Player& player = m_window->player();
        const double from = player.fractionOf(2), width = player.fractionOf(3) - from;
        for (const double part : {0.1, 0.2, 0.3, 0.4}) {
            player.scrub(from + width * part);
            QCoreApplication::processEvents();
        }
        QCOMPARE(step(), std::size_t(2));
        QVERIFY(Listening::count(&stage(), QAccessible::DescriptionChanged) <= 1);
    }

    // --- presenting, comparing

    void thePresentationSpeaks()
    {
        open();
        m_window->present(true);
        Presentation& shown = *m_window->presentation();
        QVERIFY(QTest::qWaitForWindowExposed(&shown));
        QCOMPARE(shown.focusWidget(), &shown.stage()); // so that its news are read out
        const Listening listening;
        QTest::keyClick(shown.focusWidget(), Qt::Key_Right);
        rest();
        QCoreApplication::processEvents();
        QCOMPARE(step(), std::size_t(1));
        QCOMPARE(Listening::count(&shown.stage(), QAccessible::DescriptionChanged), 1);
        QTest::keyClick(shown.focusWidget(), Qt::Key_Escape);
        QVERIFY(m_window->presentation() == nullptr);
    }

    void twinsSpeakOfBoth()
    {
        open();
        key(Qt::Key_D, Qt::ControlModifier);
        QTest::keyClick(child<QListWidget>("compareList"), Qt::Key_Return);
        QTRY_VERIFY(m_window->comparing().isOn());
        TwinsStage& both = m_window->comparing().page()->stage();
        QVERIFY(access(both).text(QAccessible::Name).contains(u'|'));
        const auto items = spokenItems(*both.pictureAtRest());
        for (const QString& side : {u"left/"_s, u"right/"_s, u"figures/"_s})
            QVERIFY(std::any_of(items.begin(), items.end(),
                                [&](const scene::Item* one) { return one->id.startsWith(side); }));
        QCOMPARE(access(both).childCount(), static_cast<int>(items.size()));
    }

    // --- the scrubber

    void theScrubberIsASlider()
    {
        open();
        goTo(4);
        auto& scrubber = *child<QWidget>("scrubber");
        QAccessibleInterface& spoken = access(scrubber);
        QCOMPARE(spoken.role(), QAccessible::Slider);
        QAccessibleValueInterface* value = spoken.valueInterface();
        QVERIFY(value != nullptr);
        QCOMPARE(value->minimumValue().toInt(), 1);
        QCOMPARE(value->maximumValue().toInt(), static_cast<int>(lastStep()) + 1);
        QCOMPARE(value->currentValue().toInt(), 5);
        const QString now = scene::timeText(m_window->player().moment().now.ns),
                      all = scene::timeText(trace().duration().ns);
        QCOMPARE(spoken.text(QAccessible::Value),
                 u"%1 of %2, step 5 of %3"_s.arg(now, all).arg(lastStep() + 1));
        value->setCurrentValue(3);
        rest();
        QCOMPARE(step(), std::size_t(2));
        value->setCurrentValue(1'000'000);
        rest();
        QCOMPARE(step(), lastStep());
        value->setCurrentValue(-7);
        rest();
        QCOMPARE(step(), std::size_t(0));
    }

    void theScrubberTellsEachStepOnce()
    {
        open();
        auto* scrubber = child<QWidget>("scrubber");
        const Listening listening;
        key(Qt::Key_Right);
        rest();
        QCOMPARE(Listening::count(scrubber, QAccessible::ValueChanged), 1);
        m_window->player().showStep(step());
        QCOMPARE(Listening::count(scrubber, QAccessible::ValueChanged), 1);
    }

    void theGripSaysHowHighTheTrayIs()
    {
        open();
        auto* grip = child<QWidget>("trayGrip");
        QAccessibleInterface& spoken = access(*grip);
        QCOMPARE(spoken.role(), QAccessible::Splitter);
        const int before = spoken.valueInterface()->currentValue().toInt();
        QCOMPARE(before, grip->parentWidget()->height());
        spoken.valueInterface()->setCurrentValue(before + 40);
        QCOMPARE(spoken.valueInterface()->currentValue().toInt(), before + 40);
        QCOMPARE(spoken.text(QAccessible::Value), u"%1 pixels"_s.arg(before + 40));
    }
};

QTEST_MAIN(TestSpokenStage)
#include "tst_spoken_stage.moc"
