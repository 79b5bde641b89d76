// The page of a handout: what is in it, without a browser. That it works in one is handout_in_browser's
// matter.
#include "exporting/handout.h"

#include "exporting/handout_film.h"
#include "slides_of.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace il;
using namespace Qt::StringLiterals;
using exporting::Handout;
using scene::ThemeId;

namespace {

Handout handoutOf(std::size_t steps, const std::vector<ThemeId>& themes = {ThemeId::Paper, ThemeId::Slate})
{
    Handout handout{.title = {u"A title"_s, u"标题"_s},
                    .subtitle = {},
                    .question = {u"Why *so*?"_s, u"为什么？"_s},
                    .answer = {},
                    .correction = {},
                    .themes = themes,
                    .steps = std::vector<exporting::HandoutStep>(steps),
                    .stepsOfRun = steps};
    for (std::size_t language = 0; language < 2; ++language) {
        for (const ThemeId theme : themes) {
            const auto slides =
                tests::stageSlides(steps, {.language = scene::Language(language), .theme = theme});
            for (std::size_t i = 0; i < steps; ++i)
                handout.steps[i].pictures[language].push_back(slides[i].list);
        }
    }
    return handout;
}

QByteArray pageOf(const Handout& handout)
{
    return exporting::handoutPage(handout).value_or(QByteArray());
}

/// What lies between the two; empty when one of them is missing.
QByteArray between(const QByteArray& text, const QByteArray& from, const QByteArray& to)
{
    const qsizetype found = text.indexOf(from), begin = found + from.size(), end = text.indexOf(to, begin);
    return found < 0 || end < 0 ? QByteArray() : text.mid(begin, end - begin);
}

QJsonObject dataOf(const QByteArray& page)
{
    return QJsonDocument::fromJson(between(page, "id=\"film\">", "</script>")).object();
}

using Picture = QList<std::pair<int, int>>; ///< id and item

/// As film.js does it.
Picture changed(Picture picture, const QJsonArray& change)
{
    const QJsonArray removed = change[0].toArray(), swapped = change[1].toArray(),
                     added = change[2].toArray();
    picture.removeIf([&](const auto& entry) { return removed.contains(entry.first); });
    for (auto& [id, item] : picture)
        for (qsizetype i = 0; i < swapped.size(); i += 2)
            if (swapped[i].toInt() == id)
                item = swapped[i + 1].toInt();
    for (qsizetype i = 0; i < added.size(); i += 3) {
        qsizetype place = 0;
        while (added[i + 2].toInt() >= 0 && picture[place].first != added[i + 2].toInt())
            ++place;
        picture.insert(added[i + 2].toInt() < 0 ? 0 : place + 1, {added[i].toInt(), added[i + 1].toInt()});
    }
    if (change.size() < 4)
        return picture;
    Picture ordered;
    for (const QJsonValue id : change[3].toArray())
        ordered.append(*std::find_if(picture.begin(), picture.end(),
                                     [id](const auto& entry) { return entry.first == id.toInt(); }));
    return ordered;
}

scene::DisplayList listOf(const QStringList& ids)
{
    scene::DisplayList list{{1920, 1080}, Qt::white, {}};
    for (const QString& id : ids)
        list.items.push_back(tests::itemOf(id, scene::Rect{{1, 2, 3, 4}}, {Qt::red}));
    return list;
}

QStringList idsOf(const scene::DisplayList& list)
{
    QStringList ids;
    for (const scene::Item& item : list.items)
        ids.append(item.id);
    return ids;
}

} // namespace

class TestHandout : public QObject {
    Q_OBJECT

private slots:
    void stepsComeBackFromTheirChanges_data()
    {
        QTest::addColumn<QList<QStringList>>("steps");
        QTest::newRow("the same") << QList<QStringList>{{"a", "b"}, {"a", "b"}};
        QTest::newRow("one comes first") << QList<QStringList>{{"a", "b"}, {"x", "a", "b"}};
        QTest::newRow("some come between") << QList<QStringList>{{"a", "b"}, {"a", "x", "y", "b", "z"}};
        QTest::newRow("some go") << QList<QStringList>{{"a", "b", "c", "d"}, {"b", "d"}, {}};
        QTest::newRow("some go, some come")
            << QList<QStringList>{{"a", "b", "c"}, {"x", "c", "y"}, {"a", "c"}};
        QTest::newRow("another order")
            << QList<QStringList>{{"a", "b", "c"}, {"c", "x", "a", "b"}, {"b", "a"}};
    }

    void stepsComeBackFromTheirChanges()
    {
        QFETCH(QList<QStringList>, steps);
        Handout handout{
            .title = {}, .subtitle = {}, .question = {}, .answer = {}, .correction = {}, .steps = {}};
        for (const QStringList& ids : steps)
            handout.steps.push_back({{{{listOf(ids)}, {listOf(ids)}}}});
        compare(handout);
    }

    void aRunComesBackFromItsChanges() { compare(handoutOf(20)); }

    /// Every step's ids in their order, and every item's numbers.
    static void compare(const Handout& handout)
    {
        const QJsonObject film = *exporting::handoutFilm(handout, {});
        const QJsonArray ids = film["ids"_L1].toArray(), items = film["items"_L1].toArray();
        for (qsizetype language = 0; language < 2; ++language) {
            Picture picture;
            const QJsonArray changes = film["changes"_L1].toArray()[language].toArray();
            QCOMPARE(changes.size(), qsizetype(handout.steps.size()));
            for (qsizetype i = 0; i < changes.size(); ++i) {
                picture = changed(picture, changes[i].toArray());
                const auto& list = handout.steps[std::size_t(i)].pictures[std::size_t(language)].front();
                QStringList names;
                for (const auto& [id, item] : picture)
                    names.append(ids[id].toString());
                QCOMPARE(names, idsOf(list));
                for (std::size_t k = 0; k < list.items.size(); ++k)
                    if (const auto* rect = std::get_if<scene::Rect>(&list.items[k].shape))
                        QVERIFY(std::abs(items[picture[qsizetype(k)].second][4].toDouble() - rect->rect.x()) <
                                0.051);
            }
        }
    }

    void changesAreSmall()
    {
        const QByteArray ten = pageOf(handoutOf(10)), thirty = pageOf(handoutOf(30));
        QVERIFY(!ten.isEmpty());
        QVERIFY2(thirty.size() < 2 * ten.size(), qPrintable(QString::number(thirty.size())));
    }

    void coloursOfEachTheme()
    {
        const QJsonObject film = *exporting::handoutFilm(handoutOf(2), {});
        const QJsonArray ground = film["palette"_L1].toArray()[film["background"_L1].toInt()].toArray();
        QCOMPARE(ground, (QJsonArray{"#f6f6f2", "#12151b"}));
        const QByteArray page = pageOf(handoutOf(2, {ThemeId::HighContrast}));
        QCOMPARE(dataOf(page)["dark"_L1].toArray(), QJsonArray{false});
    }

    /// Only the very script and style that the page has.
    void policyNamesScriptAndStyle()
    {
        const QByteArray page = pageOf(handoutOf(1));
        const QByteArray policy = between(page, "Content-Security-Policy\" content=\"", "\"");
        QVERIFY(policy.startsWith("default-src 'none'; "));
        const auto hash = [](const QByteArray& text) {
            return "'sha256-" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64() + "'";
        };
        QVERIFY(policy.contains("script-src " + hash(between(page, "<script>", "</script>")) + ";"));
        QVERIFY(policy.contains("style-src " + hash(between(page, "<style>", "</style>")) + ";"));
        for (const char* loose : {"unsafe", "http", "*"})
            QVERIFY2(!policy.contains(loose), loose);
    }

    void hostileWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("script") << u"</script><script>hacked()</script>"_s;
        QTest::newRow("attribute") << u"\"'><img src=x onerror=hacked()>"_s;
        QTest::newRow("comment") << u"<!-- <script> --> ]]>"_s;
        QTest::newRow("line separator") << u"a\u2028b\u2029c"_s;
        QTest::newRow("placeholder") << u"{{script}} {{data}}"_s;
        QTest::newRow("controls") << (u"a\u0001b\u007f"_s + QChar(0xD800));
    }

    /// Wherever they stand, the page has as many elements as with harmless words, and its data are what they
    /// were.
    void hostileWords()
    {
        QFETCH(QString, text);
        const QByteArray page = pageOf(everywhere(text)), harmless = pageOf(everywhere(u"harmless"_s));
        for (const char* tag : {"<script", "</script", "<img", "<style", "<p", "<span", "<div", "<!--"})
            QVERIFY2(page.count(tag) == harmless.count(tag), tag);
        const QJsonObject data = dataOf(page);
        QCOMPARE(data["titles"_L1].toArray()[0].toString(), text);
        QVERIFY(!between(page, "id=\"film\">", "</script>").contains("\xe2\x80\xa8"));
    }

    static Handout everywhere(const QString& text)
    {
        Handout handout = handoutOf(1);
        const exporting::BothLanguages<QString> both{text, text};
        handout.title = handout.subtitle = handout.question = handout.answer = handout.correction = both;
        handout.cues = {{.step = 0,
                         .caption = both,
                         .body = both,
                         .prediction = exporting::HandoutPrediction{both, {{both, true}, {both, false}}}}};
        for (auto& pictures : handout.steps[0].pictures)
            for (auto& list : pictures)
                list.items.push_back(tests::itemOf(text, scene::Text{{0, 0, 9, 9}, text, {}}, {Qt::black}));
        return handout;
    }

    void imagesAreWordsOnly()
    {
        Handout handout = handoutOf(1);
        handout.question[0] = u"![the *words*](http://127.0.0.1/x.png \"t\")"_s;
        const QByteArray page = pageOf(handout);
        QVERIFY(!page.contains("<img"));
        QVERIFY(page.contains("the words"));
    }

    void saysThatItIsASample()
    {
        Handout handout = handoutOf(3);
        QVERIFY(!pageOf(handout).contains("id=\"sample\""));
        handout.stepsOfRun = 1234;
        const QByteArray note = between(pageOf(handout), "id=\"sample\">", "</p>");
        QVERIFY2(note.contains("1234") && note.contains("3"), note);
    }

    void limits()
    {
        Handout handout = handoutOf(1);
        handout.steps.resize(exporting::maxHandoutSteps + 1, handout.steps.front());
        QCOMPARE(exporting::handoutPage(handout).error().trouble, exporting::Trouble::TooMany);
        const auto stop = [](std::size_t, std::size_t) { return false; };
        QCOMPARE(exporting::handoutPage(handoutOf(1), stop).error().trouble, exporting::Trouble::Cancelled);
    }

    void sameHandoutSameBytes() { QCOMPARE(pageOf(handoutOf(3)), pageOf(handoutOf(3))); }
};

QTEST_MAIN(TestHandout)
#include "tst_handout.moc"
