#include "window_test.h"

#include "app/export/export_dialog.h"
#include "app/help/hints.h"
#include "app/lecture/presentation.h"
#include "app/lecture/presenter_view.h"
#include "app/playlist/playlists.h"
#include "app/trays/tray_pane.h"
#include "app/twins/compare_dialog.h"
#include "app/twins/comparing.h"
#include "app/twins/twins_page.h"
#include "app/twins/twins_stage.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QRegularExpression>
#include <QToolButton>

#include <array>

using namespace il;
using namespace il::app;
using namespace Qt::StringLiterals;

namespace {

QAccessibleInterface& access(QWidget& widget)
{
    return *QAccessible::queryAccessibleInterface(&widget);
}

QString nameOf(const QWidget& widget)
{
    return widget.objectName() + u" ("_s + QString::fromLatin1(widget.metaObject()->className()) + u')';
}

/// Something else lies over it: focus there would be lost to the eye.
bool isCovered(const QWidget& widget)
{
    const QWidget* window = widget.window();
    const QWidget* top = window->childAt(widget.mapTo(window, widget.rect().center()));
    return top != nullptr && top != &widget && top->objectName() != u"overlay"_s && // which is transparent
           !widget.isAncestorOf(top) && !top->isAncestorOf(&widget);
}

/// What the keyboard can work with there.
QList<QWidget*> controlsIn(QWidget& root)
{
    QList<QWidget*> all = root.findChildren<QWidget*>();
    all.prepend(&root);
    QList<QWidget*> controls;
    for (QWidget* widget : all)
        if (widget->window() == root.window() && widget->isVisible() && widget->isEnabled() &&
            (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr &&
            !isCovered(*widget))
            controls.append(widget);
    return controls;
}

/// On Linux Qt says what is chosen as the name of a list for choosing; its own name comes from its label, or
/// is said as its description.
QString spokenName(QWidget& widget)
{
    QAccessibleInterface& spoken = access(widget);
    if (spoken.role() != QAccessible::ComboBox)
        return spoken.text(QAccessible::Name);
    const auto labels = spoken.relations(QAccessible::Label);
    return labels.isEmpty() ? spoken.text(QAccessible::Description)
                            : labels.front().first->text(QAccessible::Name);
}

/// The roles that say what a widget of that kind is for.
QList<QAccessible::Role> rolesOf(const QWidget& widget)
{
    using Roles = QList<QAccessible::Role>;
    static const std::vector<std::pair<const char*, Roles>> all{
        {"QAbstractButton",
         {QAccessible::Button, QAccessible::ButtonMenu, QAccessible::CheckBox, QAccessible::RadioButton}},
        {"QLineEdit", {QAccessible::EditableText}},
        {"QPlainTextEdit", {QAccessible::EditableText}},
        {"QsciScintilla", {QAccessible::EditableText}},
        {"QComboBox", {QAccessible::ComboBox}},
        {"QAbstractSpinBox", {QAccessible::SpinBox}},
        {"QListView", {QAccessible::List}},
        {"QTreeView", {QAccessible::Tree}},
        {"QTableView", {QAccessible::Table}},
        {"QTabBar", {QAccessible::PageTabList}},
        {"QLabel", {QAccessible::StaticText, QAccessible::Link}},
        {"QScrollArea", {QAccessible::Client}}, // there is none for what scrolls
        {"QTextBrowser", {QAccessible::EditableText, QAccessible::StaticText}},
        {"il::app::StageWidget", {QAccessible::Canvas}},
        {"il::app::TwinsStage", {QAccessible::Canvas}},
        {"il::app::Scrubber", {QAccessible::Slider}},
        {"il::app::Grip", {QAccessible::Splitter}},
    };
    for (const auto& [kind, roles] : all)
        if (widget.inherits(kind))
            return roles;
    return {QAccessible::Graphic, QAccessible::Chart,  QAccessible::Pane,   QAccessible::Grouping,
            QAccessible::Dialog,  QAccessible::Window, QAccessible::Canvas, QAccessible::HelpBalloon};
}

/// Names of things that are called so in every language.
bool isProperName(const QString& name)
{
    static const QRegularExpression proper(u"^(CPython.*|Interleave.*|GIL|[\\d.]+×)$"_s);
    return proper.match(name).hasMatch();
}

bool hasHan(const QString& text)
{
    static const QRegularExpression han(u"\\p{Han}"_s);
    return text.contains(han);
}

} // namespace

/// Everything that can be worked with is named, reached by the keyboard and seen to have the focus: the
/// accessible tree of each surface is walked, and Tab pressed until it comes round.
class TestAccessibility : public WindowTest {
    Q_OBJECT

    struct Surface {
        const char* name;
        QWidget* (TestAccessibility::*show)();
    };
    static const std::vector<Surface>& surfaces()
    {
        using T = TestAccessibility;
        static const std::vector<Surface> all{
            {"window", &T::showWindow},
            {"small window", &T::showSmallWindow},
            {"problem", &T::showProblem},
            {"editor", &T::showEditor},
            {"output", &T::showTray<TrayPane::Output>},
            {"events", &T::showTray<TrayPane::Events>},
            {"variables", &T::showTray<TrayPane::Variables>},
            {"charts", &T::showTray<TrayPane::Charts>},
            {"playlist", &T::showPlaylist},
            {"value", &T::showValue},
            {"why", &T::showWhy},
            {"presentation", &T::showPresentation},
            {"presenter view", &T::showPresenter},
            {"compare dialog", &T::showCompare},
            {"twins", &T::showTwins},
            {"export dialog", &T::showExport},
            {"keys", &T::showKeys},
            {"about", &T::showAbout},
            {"hints", &T::showHints},
        };
        return all;
    }

    void process()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    QWidget* showWindow()
    {
        // At the question, so that its options are there.
        for (const scene::CueMark& cue : m_window->player().cues())
            if (cue.name == u"work"_s)
                goTo(cue.step);
        return m_window.get();
    }
    QWidget* showSmallWindow()
    {
        m_window->resize(1024, 576);
        process();
        return showWindow();
    }
    QWidget* showProblem()
    {
        m_window->openFile(u"/nowhere/at/all.py"_s);
        return m_window.get();
    }
    QWidget* showEditor()
    {
        child<QAction>("newScript")->trigger();
        return m_window.get();
    }
    template <TrayPane::Tab tab>
    QWidget* showTray()
    {
        child<QAction>(qPrintable(u"openTray_"_s + il::app::nameOf(tab)))->trigger();
        goTo(lastStep());
        return m_window.get();
    }
    QWidget* showPlaylist()
    {
        child<QAction>("showPlaylist")->trigger();
        child<QAbstractButton>("playlistAddLesson")->click();
        child<QListWidget>("playlistEntries")->setCurrentRow(0);
        return m_window.get();
    }
    QWidget* showValue()
    {
        child<QToolButton>("chip_cores")->click();
        return m_window->findChild<QWidget*>(u"popup"_s);
    }
    QWidget* showWhy()
    {
        goTo(lastStep() / 2);
        child<StageWidget>("stage")->press(u"thread/1/chip"_s);
        return m_window->findChild<QWidget*>(u"popup"_s);
    }
    QWidget* showPresentation()
    {
        m_window->present(true);
        return m_window->presentation();
    }
    QWidget* showPresenter()
    {
        child<QAction>("presenterView")->trigger();
        return m_window->findChild<PresenterView*>();
    }
    QWidget* showCompare()
    {
        child<QAction>("compareAction")->trigger();
        return m_window->findChild<CompareDialog*>();
    }
    QWidget* showTwins()
    {
        auto* dialog = showCompare();
        QTest::keyClick(dialog->findChild<QListWidget*>(), Qt::Key_Return);
        return QTest::qWaitFor([this] { return m_window->comparing().isOn(); }) ? m_window->comparing().page()
                                                                                : nullptr;
    }
    QWidget* showExport()
    {
        child<QAction>("export")->trigger();
        return m_window->findChild<ExportDialog*>();
    }
    QWidget* showKeys()
    {
        child<QAction>("keys")->trigger();
        return m_window->findChild<QWidget*>(u"keysOverlay"_s);
    }
    QWidget* showAbout()
    {
        child<QAction>("about")->trigger();
        return m_window->findChild<QWidget*>(u"about"_s);
    }
    QWidget* showHints()
    {
        child<QAction>("hintsAgain")->trigger();
        return m_window->findChild<Hints*>();
    }

    static void addRows(bool themes)
    {
        QTest::addColumn<int>("surface");
        QTest::addColumn<bool>("chinese");
        QTest::addColumn<int>("theme");
        int i = 0;
        for (const Surface& surface : surfaces()) {
            for (const bool chinese : {false, true})
                QTest::addRow("%s, %s", surface.name, chinese ? "Chinese" : "English")
                    << i << chinese << (themes && chinese ? int(scene::ThemeId::Slate) : 0);
            if (themes)
                QTest::addRow("%s, high contrast", surface.name)
                    << i << false << int(scene::ThemeId::HighContrast);
            ++i;
        }
    }

    /// The row's surface; null (and a failed test) when it doesn't come.
    QWidget* shown()
    {
        QFETCH(int, surface);
        QFETCH(bool, chinese);
        QFETCH(int, theme);
        Settings settings = welcomed();
        settings.look.language = chinese ? scene::Language::Chinese : scene::Language::English;
        settings.look.theme = static_cast<scene::ThemeId>(theme);
        open({1500, 900}, settings);
        QApplication::setActiveWindow(m_window.get());
        const QPointer<QWidget> root = (this->*surfaces()[static_cast<std::size_t>(surface)].show)();
        process();
        if (root == nullptr || !root->isVisible() || !QTest::qWaitForWindowExposed(root->window())) {
            QTest::qFail("it isn't shown", __FILE__, __LINE__);
            return nullptr;
        }
        QApplication::setActiveWindow(root->window());
        process();
        return root;
    }

    struct Round {
        QList<QWidget*> visited;
        QStringList unseen;
    };
    /// Where Tab (or Shift+Tab) leads, from where the focus is, until it comes round; or until the key has
    /// closed the surface.
    static Round round(const QPointer<QWidget>& root, Qt::Key key)
    {
        const bool back = key == Qt::Key_Backtab;
        Round result;
        QWidget* window = root->window();
        if (window->focusWidget() == nullptr)
            window->setFocus();
        int links = 0;
        while (result.visited.size() < 300) {
            QWidget* before = window->focusWidget();
            const bool writes = before->inherits("QsciScintilla"); // where Tab indents
            QTest::keyClick(before, key,
                            (back ? Qt::ShiftModifier : Qt::NoModifier) |
                                (writes ? Qt::ControlModifier : Qt::NoModifier));
            QWidget* now = window->focusWidget();
            if (root == nullptr || !root->isVisible() || now == nullptr)
                break;
            if (now == before && ++links < 20)
                continue; // from link to link in one text
            if (result.visited.contains(now))
                break;
            links = 0;
            result.visited.append(now);
            if (isCovered(*now))
                result.unseen << nameOf(*now) + u" has the focus unseen"_s;
        }
        return result;
    }

    /// Tab comes to one of some that exclude each other; the arrows lead to the others.
    static QList<QWidget*> inGroupsOf(const QList<QWidget*>& visited)
    {
        QList<QWidget*> all;
        for (QWidget* widget : visited) {
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            if (button == nullptr || button->group() == nullptr)
                continue;
            for (const auto& keys : {std::array{Qt::Key_Right, Qt::Key_Down}, {Qt::Key_Left, Qt::Key_Up}}) {
                widget->setFocus();
                for (qsizetype i = 0; i < button->group()->buttons().size(); ++i) {
                    QWidget* before = widget->window()->focusWidget();
                    for (const Qt::Key key : keys)
                        if (widget->window()->focusWidget() == before)
                            QTest::keyClick(before, key);
                    all.append(widget->window()->focusWidget());
                }
            }
        }
        return all;
    }

private slots:
    void initTestCase()
    {
        useOwnSettings();
        QApplication::setCursorFlashTime(0);
    }
    void cleanup()
    {
        m_window->playlists().saveTo(m_folder.filePath(u"left.interleave"_s)); // or closing would ask
        closeWindow();
    }

    void controlsSayWhatTheyAre_data() { addRows(false); }
    void controlsSayWhatTheyAre()
    {
        QWidget* root = shown();
        if (root == nullptr)
            return;
        QFETCH(bool, chinese);
        QStringList wrong;
        for (QWidget* control : controlsIn(*root)) {
            QAccessibleInterface& spoken = access(*control);
            const QString name = spokenName(*control);
            if (!rolesOf(*control).contains(spoken.role()))
                wrong << nameOf(*control) + u" has role %1"_s.arg(spoken.role());
            if (name.trimmed().isEmpty())
                wrong << nameOf(*control) + u" has no name"_s;
            else if (chinese && !hasHan(name) && !isProperName(name))
                wrong << nameOf(*control) + u" has no Chinese name: "_s + name;
            if (!spoken.state().focusable || spoken.state().invisible)
                wrong << nameOf(*control) + u" says it can't be used"_s;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }

    void tabReachesEverything_data() { addRows(false); }
    void tabReachesEverything()
    {
        const QPointer<QWidget> root = shown();
        if (root == nullptr)
            return;
        const QList<QWidget*> controls = controlsIn(*root);
        const Round forward = round(root, Qt::Key_Tab);
        if (root == nullptr || !root->isVisible())
            return; // any key ends it
        const Round back = round(root, Qt::Key_Backtab);
        QStringList wrong = forward.unseen + back.unseen;
        const QList<QWidget*> others = inGroupsOf(forward.visited);
        for (QWidget* control : controls) {
            if (others.contains(control) || control == root->window())
                continue;
            if (!forward.visited.contains(control))
                wrong << nameOf(*control) + u" isn't reached by Tab"_s;
            if (!back.visited.contains(control))
                wrong << nameOf(*control) + u" isn't reached by Shift+Tab"_s;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }

    void tabFollowsTheEye()
    {
        open();
        QApplication::setActiveWindow(m_window.get());
        showWindow();
        process();
        child<QWidget>("compareButton")->setFocus();
        QStringList visited{u"compareButton"_s};
        for (const QWidget* widget : round(m_window.get(), Qt::Key_Tab).visited)
            visited << widget->objectName();
        qsizetype last = -1;
        for (const char* name :
             {"compareButton", "present", "search", "lessons", "tab_gil", "editScriptButton", "stage",
              "chip_cores", "chip_seed", "trayGrip", "tray_output", "output", "qaScroll", "option_0",
              "option_1", "previousCue", "scrubber", "speed"}) {
            QVERIFY2(visited.indexOf(QLatin1StringView(name)) > last, qPrintable(visited.join(u' ')));
            last = visited.indexOf(QLatin1StringView(name));
        }
    }

    void aRunTakesNoFocusAway()
    {
        open();
        child<QWidget>("chip_cores")->setFocus();
        RunOptions options;
        options.cores = 3;
        QSignalSpy finished(&m_window->session(), &Session::finished);
        m_window->session().setOptions(options);
        QTRY_COMPARE(finished.count(), 1);
        process();
        QCOMPARE(m_window->focusWidget(), child<QWidget>("chip_cores"));
        child<QWidget>("chip_reset")->setFocus();
        m_window->session().setOptions({});
        QTRY_COMPARE(finished.count(), 2);
        process();
        QCOMPARE(m_window->focusWidget(), child<QWidget>("chip_cores")); // the first one
    }

    void anAnswerTakesNoFocusAway()
    {
        open();
        showWindow();
        process();
        child<QWidget>("option_1")->setFocus();
        QTest::keyClick(child<QWidget>("option_1"), Qt::Key_Space);
        process();
        QVERIFY(m_window->findChild<QLabel*>(u"verdict"_s) != nullptr);
        QCOMPARE(m_window->focusWidget(), child<QWidget>("qaScroll")); // where the verdict is
    }

    void focusIsSeen_data() { addRows(true); }
    void focusIsSeen()
    {
        QWidget* root = shown();
        if (root == nullptr)
            return;
        const QList<QWidget*> controls = controlsIn(*root);
        if (controls.size() == 1)
            return; // nowhere else it could be
        QStringList wrong;
        QTest::keyClick(root->window(), Qt::Key_Tab); // who works with keys
        for (QWidget* control : controls) {
            control->setFocus(Qt::TabFocusReason);
            if (!control->hasFocus()) {
                wrong << nameOf(*control) + u" takes no focus"_s;
                continue;
            }
            const QRect place = QRect(control->mapTo(root->window(), QPoint()), control->size());
            const QImage with = root->window()->grab(place).toImage();
            control->clearFocus();
            const QImage without = root->window()->grab(place).toImage();
            int changed = 0;
            for (int y = 0; y < with.height(); ++y)
                for (int x = 0; x < with.width(); ++x)
                    changed += scene::contrast(with.pixelColor(x, y), without.pixelColor(x, y)) >= 3 ? 1 : 0;
            if (changed < 40) // more than a text's cursor
                wrong << nameOf(*control) + u" looks the same with the focus (%1 pixels)"_s.arg(changed);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
