// The package's structure: what a strict reader needs to open it. That one does is tst_pptx_office's matter.
#include "exporting/pptx.h"

#include "slides_of.h"
#include "unzipped.h"

#include <QDir>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace il;
using exporting::Slide;

namespace {

struct Tag {
    QString name; ///< with its prefix
    QMap<QString, QString> attributes;
    QString text; ///< directly in it
};

/// All elements in order; none when the XML isn't well formed.
std::vector<Tag> tags(const QByteArray& xml)
{
    QXmlStreamReader reader(xml);
    std::vector<Tag> all;
    std::vector<std::size_t> open;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            Tag tag{reader.qualifiedName().toString(), {}, {}};
            for (const auto& attribute : reader.attributes())
                tag.attributes.insert(attribute.qualifiedName().toString(), attribute.value().toString());
            open.push_back(all.size());
            all.push_back(tag);
        } else if (reader.isEndElement()) {
            open.pop_back();
        } else if (reader.isCharacters() && !open.empty()) {
            all[open.back()].text += reader.text();
        }
    }
    return reader.hasError() ? std::vector<Tag>() : all;
}

std::vector<Tag> named(const std::vector<Tag>& all, const QString& name)
{
    std::vector<Tag> found;
    for (const Tag& tag : all)
        if (tag.name == name)
            found.push_back(tag);
    return found;
}

/// "ppt/slides/slide1.xml" for "ppt/slides/_rels/slide1.xml.rels"; "" for the package's own.
QString ownerOf(QString relations)
{
    return relations.remove("_rels/").chopped(5);
}

Slide slideOf(const QString& text)
{
    scene::DisplayList list{{1920, 1080}, Qt::white, {}};
    list.items.push_back(
        tests::itemOf("text/" + text, scene::Text{{60, 60, 800, 50}, text, {}}, {Qt::black}));
    list.items.push_back(tests::itemOf("box", scene::Rect{{60, 200, 100, 50}}, {Qt::black}));
    list.items.back().role = scene::Role::Object;
    list.items.back().accessible = text;
    return {list, "name", text, text};
}

} // namespace

class TestPptx : public QObject {
    Q_OBJECT

    std::vector<Slide> m_slides;
    tests::Unzipped m_package;

    std::vector<Tag> tagsOf(const QString& part) const { return tags(m_package.parts.value(part)); }

private slots:
    void initTestCase()
    {
        m_slides = tests::stageSlides(3);
        m_slides.push_back({tests::everyShape(), "shapes", "Every shape", ""});
        const auto bytes = exporting::encodePptx(m_slides, {.title = "A deck"});
        QVERIFY(bytes.has_value());
        m_package = tests::unzipped(*bytes);
        QVERIFY(!m_package.parts.isEmpty());
    }

    void everyPartIsXml()
    {
        for (auto part = m_package.parts.begin(); part != m_package.parts.end(); ++part)
            QVERIFY2(!tags(part.value()).empty(), qPrintable(part.key()));
        QCOMPARE(m_package.order.front(), QString("[Content_Types].xml"));
    }

    void relationsLeadToParts()
    {
        QSet<QString> reached;
        for (const QString& name : m_package.order) {
            if (!name.endsWith(".rels"))
                continue;
            const QString owner = ownerOf(name);
            QVERIFY2(owner.isEmpty() || m_package.parts.contains(owner), qPrintable(owner));
            const QString folder = owner.section('/', 0, -2);
            QSet<QString> ids;
            for (const Tag& relation : named(tagsOf(name), "Relationship")) {
                const QString target = QDir::cleanPath((folder.isEmpty() ? QString() : folder + '/') +
                                                       relation.attributes["Target"]);
                QVERIFY2(m_package.parts.contains(target), qPrintable(name + " -> " + target));
                QVERIFY(!ids.contains(relation.attributes["Id"]));
                ids.insert(relation.attributes["Id"]);
                reached.insert(target);
            }
        }
        for (const QString& name : m_package.order)
            QVERIFY2(name.endsWith(".rels") || name == "[Content_Types].xml" || reached.contains(name),
                     qPrintable(name));
    }

    void everyReferenceHasARelation()
    {
        for (const QString& name : m_package.order) {
            if (name.endsWith(".rels"))
                continue;
            const QString relations = name.section('/', 0, -2) + "/_rels/" + name.section('/', -1) + ".rels";
            QSet<QString> ids;
            for (const Tag& relation : named(tagsOf(relations), "Relationship"))
                ids.insert(relation.attributes["Id"]);
            for (const Tag& tag : tagsOf(name))
                if (tag.attributes.contains("r:id"))
                    QVERIFY2(ids.contains(tag.attributes["r:id"]), qPrintable(name + tag.attributes["r:id"]));
        }
    }

    void everyPartHasAContentType()
    {
        QMap<QString, QString> types;
        for (const Tag& type : named(tagsOf("[Content_Types].xml"), "Override")) {
            QVERIFY(!types.contains(type.attributes["PartName"]));
            types.insert(type.attributes["PartName"], type.attributes["ContentType"]);
        }
        for (const QString& name : m_package.order) {
            const bool own = !name.endsWith(".rels") && name != "[Content_Types].xml";
            QCOMPARE(types.contains('/' + name), own);
            types.remove('/' + name);
        }
        QVERIFY(types.isEmpty()); // no type of a part that isn't there
    }

    void idsAreUnique()
    {
        for (std::size_t i = 1; i <= m_slides.size(); ++i) {
            QSet<QString> ids;
            for (const Tag& tag : named(tagsOf(QString("ppt/slides/slide%1.xml").arg(i)), "p:cNvPr")) {
                QVERIFY2(!ids.contains(tag.attributes["id"]), qPrintable(tag.attributes["name"]));
                ids.insert(tag.attributes["id"]);
            }
        }
        QSet<QString> ids;
        for (const Tag& tag : named(tagsOf("ppt/presentation.xml"), "p:sldId"))
            ids.insert(tag.attributes["id"]);
        QCOMPARE(ids.size(), qsizetype(m_slides.size()));
    }

    void shapesHaveTheirItemsNames()
    {
        for (std::size_t i = 0; i < m_slides.size(); ++i) {
            QStringList names;
            QMap<QString, QString> says;
            for (const Tag& tag : named(tagsOf(QString("ppt/slides/slide%1.xml").arg(i + 1)), "p:cNvPr")) {
                names.append(tag.attributes["name"]);
                says.insert(tag.attributes["name"], tag.attributes["descr"]);
            }
            for (const scene::Item& item : m_slides[i].list.items) {
                QCOMPARE(names.count("!!" + item.id), 1);
                QCOMPARE(says["!!" + item.id], item.accessible);
            }
        }
    }

    void textsAreTexts()
    {
        QStringList texts;
        for (const Tag& tag : named(tagsOf("ppt/slides/slide1.xml"), "a:t"))
            texts.append(tag.text);
        for (const scene::Item& item : m_slides[0].list.items)
            if (const auto* text = std::get_if<scene::Text>(&item.shape))
                QVERIFY2(texts.contains(text->text), qPrintable(text->text));
    }

    void titlesAndNotes()
    {
        for (std::size_t i = 0; i < m_slides.size(); ++i) {
            const auto slide = tagsOf(QString("ppt/slides/slide%1.xml").arg(i + 1));
            QCOMPARE(named(slide, "p:ph").front().attributes["type"], QString("title"));
            QCOMPARE(named(slide, "a:t").front().text, m_slides[i].title);
            QStringList notes;
            for (const Tag& tag :
                 named(tagsOf(QString("ppt/notesSlides/notesSlide%1.xml").arg(i + 1)), "a:t"))
                notes.append(tag.text);
            QCOMPARE(notes.join("\n\n"), m_slides[i].notes);
        }
    }

    void slidesMorph()
    {
        const auto slide = tagsOf("ppt/slides/slide2.xml");
        QCOMPARE(named(slide, "p159:morph").size(), std::size_t(1));
        QCOMPARE(named(slide, "p:fade").size(), std::size_t(1));
    }

    void hostileTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kept");
        QTest::newRow("markup") << "</a:t><p:sp a=\"'&amp;]]>"
                                << "</a:t><p:sp a=\"'&amp;]]>";
        const QChar other = QChar::ReplacementCharacter;
        const QString pair = QString::fromUcs4(U"a\U0001F600b");
        QTest::newRow("control characters")
            << QString("a\x01\x1f") + "b" << QString("a") + other + other + "b";
        QTest::newRow("half a pair") << QString("a") + QChar(0xD83D) + "b" << QString("a") + other + "b";
        QTest::newRow("a pair") << pair << pair;
        QTest::newRow("no character") << QString("a") + QChar(0xFFFE) + "b" << QString("a") + other + "b";
        QTest::newRow("spaces") << "    indented"
                                << "    indented";
        QTest::newRow("nothing") << ""
                                 << "";
    }

    void hostileTexts()
    {
        QFETCH(QString, text);
        QFETCH(QString, kept);
        const auto bytes = exporting::encodePptx({slideOf(text)}, {.title = text});
        QVERIFY(bytes.has_value());
        const auto package = tests::unzipped(*bytes);
        for (auto part = package.parts.begin(); part != package.parts.end(); ++part)
            QVERIFY2(!tags(part.value()).empty(), qPrintable(part.key()));
        const auto slide = tags(package.parts["ppt/slides/slide1.xml"]);
        QCOMPARE(named(slide, "a:t").back().text, kept);
        const auto names = named(slide, "p:cNvPr");
        QCOMPARE(names[2].attributes["name"], "!!text/" + kept);
        QCOMPARE(names[3].attributes["descr"], kept);
    }

    void sameSlidesSameBytes()
    {
        const auto first = exporting::encodePptx(m_slides, {.title = "A deck"});
        QCOMPARE(*exporting::encodePptx(m_slides, {.title = "A deck"}), *first);
        QVERIFY(*exporting::encodePptx(m_slides, {.title = "Another"}) != *first);
    }

    void canBeStopped()
    {
        const auto stop = [](std::size_t done, std::size_t of) { return done < of - 1; };
        const auto stopped = exporting::encodePptx(m_slides, {.progress = stop});
        QCOMPARE(stopped.error().trouble, exporting::Trouble::Cancelled);
    }

    void background()
    {
        const auto has = [&](bool transparent) {
            const auto bytes = exporting::encodePptx(m_slides, {.transparent = transparent});
            return !named(tags(tests::unzipped(*bytes).parts["ppt/slides/slide1.xml"]), "p:bg").empty();
        };
        QVERIFY(has(false));
        QVERIFY(!has(true));
    }

    void limits()
    {
        const std::vector<Slide> many(exporting::maxSlides + 1, slideOf("x"));
        QCOMPARE(exporting::encodePptx(many, {}).error().trouble, exporting::Trouble::TooMany);
    }

    void slidesOfTheStagesShape_data()
    {
        QTest::addColumn<QSizeF>("stage");
        QTest::addColumn<QString>("width");
        QTest::addColumn<QString>("height");
        QTest::newRow("16:9") << QSizeF(1920, 1080) << "12192000"
                              << "6858000";
        QTest::newRow("4:3") << QSizeF(1920, 1440) << "12192000"
                             << "9144000";
        QTest::newRow("broad") << QSizeF(20000, 1000) << "51206400"
                               << "2560320";
    }

    void slidesOfTheStagesShape()
    {
        QFETCH(QSizeF, stage);
        Slide slide = slideOf("x");
        slide.list.size = stage;
        const auto bytes = exporting::encodePptx({slide}, {});
        QVERIFY(bytes.has_value());
        const auto size =
            named(tags(tests::unzipped(*bytes).parts["ppt/presentation.xml"]), "p:sldSz").front();
        QTEST(size.attributes["cx"], "width");
        QTEST(size.attributes["cy"], "height");
    }
};

QTEST_MAIN(TestPptx)
#include "tst_pptx.moc"
