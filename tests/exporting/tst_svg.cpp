#include <QTest> // before the standard headers: moc 6.4 cannot read those alone

#include "deadlock/deadlock_traces.h"
#include "exporting/likeness.h"
#include "gil/gil_traces.h"
#include "iomux/iomux_traces.h"
#include "mutex/mutex_traces.h"
#include "panels/picture_of.h"
#include "pool/pool_traces.h"
#include "trace/sample_traces.h"

#include "exporting/png.h"
#include "exporting/svg.h"
#include "exporting/svg_shapes.h"

#include <QImage>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <map>

using namespace il;
using namespace il::exporting;
using namespace il::scene;
using namespace Qt::StringLiterals;

namespace {

const QColor ink(0, 0, 200), paper(255, 255, 255);

struct Element {
    QString name;
    QXmlStreamAttributes attributes;
    QString text;
};

/// The document's elements in order; a failed test when it isn't XML.
std::vector<Element> parsed(const QByteArray& svg)
{
    std::vector<Element> all;
    std::vector<std::size_t> open;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            open.push_back(all.size());
            all.push_back({xml.name().toString(), xml.attributes(), {}});
        } else if (xml.isEndElement()) {
            open.pop_back();
        } else if (xml.isCharacters() && !open.empty()) {
            all[open.back()].text += xml.text();
        }
    }
    if (xml.hasError())
        QTest::qFail(qPrintable(xml.errorString()), __FILE__, __LINE__);
    return all;
}

const Element* withId(const std::vector<Element>& all, const QString& id)
{
    for (const Element& one : all)
        if (one.attributes.value("id"_L1) == id)
            return &one;
    return nullptr;
}

Slide slideOf(Item item)
{
    return {.list = {{192, 108}, paper, {std::move(item)}}};
}

Item rectItem(Texture texture, const QColor& under = {})
{
    return {u"a/b"_s, Role::Lane, Rect{{20, 20, 100, 60}, 8}, {ink, texture, under}, {}, u"a lane"_s};
}

Item textItem(const QString& text, Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter)
{
    return {u"t"_s, Role::Text, Text{{10, 10, 170, 30}, text, {FontFamily::Sans, 20, 600}, align}, {ink}};
}

std::map<std::string, trace::Trace> samplesOf(const std::string& panel)
{
    if (panel == "gil")
        return {{"handoff", samples::handoffWithIo()},
                {"ticks", samples::tickChecks()},
                {"crowd", samples::mixedCrowd(16, 4)}};
    if (panel == "mutex")
        return {{"readers", samples::threeReaders()},
                {"zoo", samples::objectZoo()},
                {"lost", samples::lostUpdate()}};
    if (panel == "deadlock")
        return {
            {"dining", samples::dining(5)}, {"crowd", samples::crowd(16, 8)}, {"away", samples::takenAway()}};
    if (panel == "pool")
        return {{"processes", samples::processPool(4, 12)},
                {"troubles", samples::troubles()},
                {"tree", samples::forkTree()}};
    return {{"models", samples::threeModels(40)},
            {"zoo", samples::descriptorZoo()},
            {"sweep", samples::costSweep()}};
}

} // namespace

class TestSvg : public QObject {
    Q_OBJECT

private slots:
    void everyPanelIsXmlWithUniqueIds_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("language");
        for (std::size_t i = 0; i < panels().size(); ++i)
            for (const Language language : {Language::English, Language::Chinese})
                QTest::addRow("%s %s", panels()[i]->info().id.c_str(),
                              language == Language::English ? "en" : "zh")
                    << int(i) << int(language);
    }

    void everyPanelIsXmlWithUniqueIds()
    {
        QFETCH(int, index);
        QFETCH(int, language);
        const Panel& panel = *panels()[std::size_t(index)];
        for (const auto& [name, trace] : samplesOf(panel.info().id)) {
            for (const std::size_t step : tests::someSteps(trace, 6)) {
                const DisplayList list =
                    tests::pictureOf(panel, trace, step, {.language = Language(language)});
                const auto bytes = svg({.list = list, .title = u"Slide"_s}, {.language = Language(language)});
                QVERIFY(bytes.has_value());
                const auto elements = parsed(*bytes);
                QSet<QString> ids;
                for (const Element& element : elements) {
                    const QString id = element.attributes.value("id"_L1).toString();
                    QVERIFY2(id.isEmpty() || !ids.contains(id), qPrintable(id));
                    ids.insert(id);
                    const QString fill = element.attributes.value("fill"_L1).toString();
                    if (fill.startsWith(u"url(#"_s))
                        QVERIFY2(withId(elements, fill.mid(5).chopped(1)) != nullptr, qPrintable(fill));
                }
                for (const Item& item : list.items)
                    QVERIFY2(ids.contains(item.id) || svgElements(item).isEmpty(), qPrintable(item.id));
            }
        }
    }

    void itemsKeepNameRoleAndWords()
    {
        const auto elements = parsed(*svg(slideOf(rectItem(Texture::Solid)), {}));
        const Element* item = withId(elements, u"a/b"_s);
        QVERIFY(item != nullptr);
        QCOMPARE(item->name, u"rect"_s);
        QCOMPARE(item->attributes.value("class"_L1), u"lane"_s);
        QCOMPARE(item->attributes.value("role"_L1), u"img"_s);
        QCOMPARE(item->attributes.value("aria-label"_L1), u"a lane"_s);
        QCOMPARE(item->attributes.value("fill"_L1), ink.name());
        QCOMPARE(item->attributes.value("rx"_L1), u"8"_s);
    }

    void titleAndDescriptionAreTold()
    {
        Slide slide = slideOf(rectItem(Texture::Solid));
        slide.title = u"What <happens> & why"_s;
        const auto elements = parsed(*svg(slide, {.title = u"The GIL"_s, .language = Language::Chinese}));
        const Element& root = elements.front();
        QCOMPARE(root.attributes.value("xml:lang"_L1), u"zh-CN"_s);
        const Element* title = withId(elements, root.attributes.value("aria-labelledby"_L1).toString());
        const Element* description =
            withId(elements, root.attributes.value("aria-describedby"_L1).toString());
        QVERIFY(title != nullptr && description != nullptr);
        QCOMPARE(title->name + u':' + title->text, u"title:The GIL"_s);
        QCOMPARE(description->name + u':' + description->text, u"desc:What <happens> & why"_s);
    }

    void textsAreTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        QTest::newRow("plain") << u"hello"_s << u"hello"_s;
        QTest::newRow("chinese") << u"线程等待"_s << u"线程等待"_s;
        QTest::newRow("markup") << u"</text><script>alert(1)</script>&\"'"_s
                                << u"</text><script>alert(1)</script>&\"'"_s;
        QTest::newRow("spaces") << u"  a  b "_s << u"  a  b "_s;
        QTest::newRow("control characters") << QString(u"a\u0001\u001bb"_s) << QString(u"a\uFFFD\uFFFDb"_s);
        QTest::newRow("half a character") << (u'a' + QString(QChar(0xD800)) + u'b') << u"a\uFFFDb"_s;
        QTest::newRow("a whole one") << u"a\U0001F40Db"_s << u"a\U0001F40Db"_s;
    }

    void textsAreTexts()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        Item item = textItem(text);
        item.accessible = text;
        const auto elements = parsed(*svg(slideOf(item), {.title = text}));
        const Element* found = withId(elements, u"t"_s);
        QVERIFY(found != nullptr);
        QCOMPARE(found->name, u"text"_s);
        QCOMPARE(found->text, written);
        QVERIFY(elements.front().attributes.value("font-family"_L1).startsWith("Inter, "_L1));
        QCOMPARE(found->attributes.value("font-weight"_L1), u"600"_s);
        QVERIFY(std::none_of(elements.begin(), elements.end(),
                             [](const Element& one) { return one.name == "script"_L1; }));
    }

    void textsAreAnchoredWhereTheyAreAligned_data()
    {
        QTest::addColumn<int>("align");
        QTest::addColumn<QString>("anchor");
        QTest::addColumn<double>("x");
        QTest::newRow("left") << int(Qt::AlignLeft) << QString() << 10.0;
        QTest::newRow("middle") << int(Qt::AlignHCenter) << u"middle"_s << 95.0;
        QTest::newRow("right") << int(Qt::AlignRight) << u"end"_s << 180.0;
    }

    void textsAreAnchoredWhereTheyAreAligned()
    {
        QFETCH(int, align);
        QFETCH(QString, anchor);
        QFETCH(double, x);
        const auto elements =
            parsed(*svg(slideOf(textItem(u"word"_s, Qt::Alignment(align) | Qt::AlignVCenter)), {}));
        const Element* text = withId(elements, u"t"_s);
        QCOMPARE(text->attributes.value("text-anchor"_L1).toString(), anchor);
        QCOMPARE(text->attributes.value("x"_L1).toDouble(), x);
    }

    void texturesArePatterns()
    {
        for (const Texture texture : {Texture::Hatch, Texture::CrossHatch}) {
            const auto elements = parsed(*svg(slideOf(rectItem(texture, Qt::yellow)), {}));
            const QString fill = withId(elements, u"a/b"_s)->attributes.value("fill"_L1).toString();
            const Element* pattern = withId(elements, fill.mid(5).chopped(1));
            QVERIFY(pattern != nullptr);
            QCOMPARE(pattern->name, u"pattern"_s);
        }
        Slide two = slideOf(rectItem(Texture::Hatch));
        two.list.items.push_back(rectItem(Texture::Hatch));
        two.list.items.back().id = u"other"_s;
        const auto elements = parsed(*svg(two, {}));
        QCOMPARE(std::count_if(elements.begin(), elements.end(),
                               [](const Element& one) { return one.name == "pattern"_L1; }),
                 1);
    }

    void idsThatCameTwiceAreTold()
    {
        Slide slide = slideOf(rectItem(Texture::Solid));
        slide.list.items.push_back(slide.list.items.front());
        slide.list.items.push_back(slide.list.items.front());
        slide.list.items.back().id = u"with a space"_s;
        const auto elements = parsed(*svg(slide, {}));
        QVERIFY(withId(elements, u"a/b"_s) != nullptr && withId(elements, u"a/b#2"_s) != nullptr);
        QVERIFY(withId(elements, u"with_a_space"_s) != nullptr);
    }

    void transparentHasNoBackground()
    {
        const Slide slide = slideOf(rectItem(Texture::Solid));
        QVERIFY(withId(parsed(*svg(slide, {})), u"background"_s) != nullptr);
        QVERIFY(withId(parsed(*svg(slide, {.transparent = true})), u"background"_s) == nullptr);
    }

    void strangeGeometryIsStillXml()
    {
        Slide slide = slideOf(rectItem(Texture::Solid));
        const double nan = std::numeric_limits<double>::quiet_NaN();
        slide.list.items = {
            {u"1"_s, Role::Edge, Path{{{1, 1}}, false, false, true}, {}, {ink, 2}},
            {u"2"_s, Role::Edge, Path{{{1, 1}, {1, 1}}, false, true, true}, {}, {ink, 2}},
            {u"3"_s, Role::Lane, Rect{{nan, 2, -3, nan}, 4}, {ink}},
            {u"4"_s, Role::Figure, Arc{{1, 1, 20, 20}, 2, 3}, {}, {ink, 1}},
            {u"5"_s, Role::Figure, Arc{{1, 1, 20, 20}, 0, 3}, {}, {ink, 1}},
            {u"6"_s, Role::Lane, Rect{{0, 0, 10, 10}, 0}, {{}, Texture::Dots, paper}},
        };
        const QByteArray bytes = *svg(slide, {});
        parsed(bytes);
        QVERIFY(!bytes.contains("nan"));
    }

    void sizesHaveLimits()
    {
        const Slide slide = slideOf(rectItem(Texture::Solid));
        for (const QSize size : {QSize(1, 1), QSize(20000, 100), QSize(16000, 16000), QSize(-5, 100)})
            QCOMPARE(svg(slide, {.pixels = size}).error().trouble, Trouble::Size);
    }

    /// As a browser shows it against our own pixels. Letters differ in their antialiasing, nothing else may.
    void looksLikeThePng_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("language");
        for (std::size_t i = 0; i < panels().size(); ++i)
            QTest::addRow("%s", panels()[i]->info().id.c_str()) << int(i) << int(i % 2);
    }

    void looksLikeThePng()
    {
        if (!tests::has(u"chromium"_s))
            QSKIP("chromium is not installed");
        QFETCH(int, index);
        QFETCH(int, language);
        const Panel& panel = *panels()[std::size_t(index)];
        const trace::Trace trace = samplesOf(panel.info().id).begin()->second;
        const DisplayList list =
            tests::pictureOf(panel, trace, trace.steps().size() * 2 / 3, {.language = Language(language)});
        const QTemporaryDir folder;
        const QSize pixels(1920, 1080);
        QVERIFY(writeFile(*svg({.list = list}, {.pixels = pixels}), folder.filePath(u"a.svg"_s)));
        tests::outputOf(u"chromium"_s,
                        {u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--hide-scrollbars"_s,
                         u"--user-data-dir="_s + folder.filePath(u"profile"_s), u"--window-size=1920,1080"_s,
                         u"--screenshot="_s + folder.filePath(u"a.png"_s),
                         u"file://"_s + folder.filePath(u"a.svg"_s)});
        const tests::Likeness likeness =
            tests::compare(QImage(folder.filePath(u"a.png"_s)), image(list, pixels, false));
        QVERIFY2(likeness.mean < 1.5, qPrintable(QString::number(likeness.mean)));
        QVERIFY2(likeness.blotches < 0.001, qPrintable(QString::number(likeness.blotches)));
    }
};

QTEST_MAIN(TestSvg)
#include "tst_svg.moc"
