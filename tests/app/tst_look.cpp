#include "app/window/look.h"

#include <QRegularExpression>
#include <QTest>

using namespace il;
using namespace il::app;
using namespace Qt::StringLiterals;

namespace {

struct Rule {
    QString selector;
    QColor text, under, border; ///< invalid: says nothing of it
    int borderWidth = 0;
};

QColor colourIn(const QString& declarations, const QString& property)
{
    const QRegularExpression wanted(u"(?:^|[;\\s])%1:[^;]*?(#[0-9a-f]{6})"_s.arg(property));
    return {wanted.match(declarations).captured(1)};
}

std::vector<Rule> rulesOf(const scene::Theme& theme)
{
    static const QRegularExpression rule(u"([^{}]+)\\{([^}]*)\\}"_s), width(u"border:\\s*(\\d+)px"_s);
    std::vector<Rule> rules;
    for (auto each = rule.globalMatch(styleSheet(theme)); each.hasNext();) {
        const auto match = each.next();
        const QString said = match.captured(2);
        const QColor border = colourIn(said, u"border"_s), own = colourIn(said, u"border-color"_s);
        rules.push_back({match.captured(1).simplified(), colourIn(said, u"color"_s),
                         colourIn(said, u"background"_s), own.isValid() ? own : border,
                         width.match(said).captured(1).toInt()});
    }
    return rules;
}

/// Where a control may stand that says nothing of its ground.
std::vector<QColor> grounds(const scene::Theme& theme)
{
    std::vector<QColor> all{theme.background, theme.surface};
    for (const Rule& rule : rulesOf(theme))
        if (rule.selector == u"QWidget#centre")
            all.push_back(rule.under);
    return all;
}

} // namespace

/// The window's own colours, as the stage's are checked by the rules of its layout.
class TestLook : public QObject {
    Q_OBJECT

    static void addThemes()
    {
        QTest::addColumn<scene::ThemeId>("id");
        QTest::newRow("paper") << scene::ThemeId::Paper;
        QTest::newRow("slate") << scene::ThemeId::Slate;
        QTest::newRow("high contrast") << scene::ThemeId::HighContrast;
    }
    static const scene::Theme& theme()
    {
        QFETCH(scene::ThemeId, id);
        return scene::Theme::of(id);
    }

private slots:
    void theSheetIsRead()
    {
        const auto rules = rulesOf(scene::Theme::of(scene::ThemeId::Paper));
        QVERIFY(rules.size() > 60);
        QCOMPARE(std::count_if(rules.begin(), rules.end(), [](const Rule& r) { return r.text.isValid(); }) >
                     20,
                 true);
        QVERIFY2(!styleSheet(scene::Theme::of(scene::ThemeId::Paper)).contains(u'@'),
                 "every token has a colour");
    }

    void wordsCanBeRead_data() { addThemes(); }
    void wordsCanBeRead()
    {
        QStringList wrong;
        for (const Rule& rule : rulesOf(theme())) {
            if (!rule.text.isValid() || rule.selector.contains(u":disabled"_s))
                continue;
            const auto under = rule.under.isValid() ? std::vector{rule.under} : grounds(theme());
            for (const QColor& ground : under)
                if (const double found = scene::contrast(rule.text, ground); found < 4.5)
                    wrong << u"%1: %2 on %3 is %4"_s.arg(rule.selector, rule.text.name(), ground.name())
                                 .arg(found, 0, 'f', 2);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }

    void whatHasTheFocusIsSeen_data() { addThemes(); }
    void whatHasTheFocusIsSeen()
    {
        QStringList wrong;
        int checked = 0;
        for (const Rule& rule : rulesOf(theme())) {
            if (!rule.selector.contains(u":focus"_s) || !rule.border.isValid() ||
                rule.selector.contains(u":checked"_s))
                continue;
            ++checked;
            const bool filled = rule.selector.contains(u"#present"_s) || // a ring on the button's own colour
                                rule.selector.contains(u"#runScript"_s);
            const auto under = filled                                  ? std::vector{theme().accent}
                               : rule.selector.contains(u"\"play\""_s) ? std::vector{theme().ink}
                                                                       : grounds(theme());
            for (const QColor& ground : under)
                if (const double found = scene::contrast(rule.border, ground); found < 3)
                    wrong << u"%1: %2 on %3 is %4"_s.arg(rule.selector, rule.border.name(), ground.name())
                                 .arg(found, 0, 'f', 2);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
        QVERIFY(checked > 12);
    }

    void marksAreSeen_data() { addThemes(); }
    void marksAreSeen()
    {
        for (const QColor& ground : grounds(theme())) {
            QVERIFY(scene::contrast(theme().accent, ground) >= 3);
            QVERIFY(scene::contrast(theme().ink2, ground) >= 3); // boxes to tick, hovered frames
            QVERIFY(scene::contrast(theme().readable(theme().bad), ground) >= 3);
            QVERIFY(scene::contrast(theme().readable(theme().good), ground) >= 3);
        }
    }

    void thePaletteCanBeRead_data() { addThemes(); }
    void thePaletteCanBeRead()
    {
        const QPalette colours = palette(theme());
        const std::vector<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs{
            {QPalette::WindowText, QPalette::Window},       {QPalette::Text, QPalette::Base},
            {QPalette::Text, QPalette::AlternateBase},      {QPalette::PlaceholderText, QPalette::Base},
            {QPalette::ButtonText, QPalette::Button},       {QPalette::HighlightedText, QPalette::Highlight},
            {QPalette::ToolTipText, QPalette::ToolTipBase}, {QPalette::Link, QPalette::Base},
        };
        for (const auto& [text, under] : pairs)
            QVERIFY2(scene::contrast(colours.color(text), colours.color(under)) >= 4.5,
                     qPrintable(u"%1 on %2"_s.arg(text).arg(under)));
    }
};

QTEST_MAIN(TestLook)
#include "tst_look.moc"
