#include "exporting/pptx.h"

#include "exporting/pptx_names.h"
#include "exporting/pptx_place.h"
#include "exporting/pptx_slide.h"
#include "exporting/zip.h"

#include <QFile>

namespace il::exporting {
namespace {

using namespace Qt::StringLiterals;

const QString officeType = u"application/vnd.openxmlformats-officedocument."_s;

/// A part that another one refers to: "slide", "slides/slide1.xml" from within the other one's folder.
struct Relation {
    QString kind;
    QString target;
};

/// The relations get the ids rId1, rId2, ... in their order.
QByteArray relations(const std::vector<Relation>& all)
{
    return documentOf("Relationships", {{"xmlns", ns::packageRelations}}, [&](QXmlStreamWriter& xml) {
        int id = 1;
        for (const Relation& relation : all) {
            const bool core = relation.kind == "core-properties"_L1;
            const QString type = core ? ns::packageRelations + u"/metadata/core-properties"_s
                                      : ns::relations + u'/' + relation.kind;
            leaf(xml, "Relationship",
                 {{"Id", u"rId%1"_s.arg(id++)}, {"Type", type}, {"Target", relation.target}});
        }
    });
}

QString numbered(const char* pattern, std::size_t number)
{
    return QString::fromLatin1(pattern).arg(number);
}

QByteArray contentTypes(std::size_t slides)
{
    return documentOf("Types", {{"xmlns", ns::contentTypes}}, [&](QXmlStreamWriter& xml) {
        const auto type = [&xml](const QString& part, const QString& content) {
            leaf(xml, "Override", {{"PartName", u'/' + part}, {"ContentType", content}});
        };
        leaf(xml, "Default",
             {{"Extension", u"rels"_s},
              {"ContentType", u"application/vnd.openxmlformats-package.relationships+xml"_s}});
        leaf(xml, "Default", {{"Extension", u"xml"_s}, {"ContentType", u"application/xml"_s}});
        type(u"docProps/core.xml"_s, u"application/vnd.openxmlformats-package.core-properties+xml"_s);
        const QString presentation = officeType + u"presentationml."_s;
        type(u"ppt/presentation.xml"_s, presentation + u"presentation.main+xml"_s);
        type(u"ppt/slideMasters/slideMaster1.xml"_s, presentation + u"slideMaster+xml"_s);
        type(u"ppt/slideLayouts/slideLayout1.xml"_s, presentation + u"slideLayout+xml"_s);
        type(u"ppt/notesMasters/notesMaster1.xml"_s, presentation + u"notesMaster+xml"_s);
        for (std::size_t theme = 1; theme <= 2; ++theme)
            type(numbered("ppt/theme/theme%1.xml", theme), officeType + u"theme+xml"_s);
        for (std::size_t i = 1; i <= slides; ++i) {
            type(numbered("ppt/slides/slide%1.xml", i), presentation + u"slide+xml"_s);
            type(numbered("ppt/notesSlides/notesSlide%1.xml", i), presentation + u"notesSlide+xml"_s);
        }
    });
}

/// No dates and no names: equal slides give equal bytes.
QByteArray coreProperties(const QString& title)
{
    return documentOf("cp:coreProperties", {{"xmlns:cp", ns::coreProperties}, {"xmlns:dc", ns::dublinCore}},
                      [&](QXmlStreamWriter& xml) {
                          textElement(xml, "dc:title", title);
                          textElement(xml, "dc:creator", u"Interleave"_s);
                      });
}

constexpr std::size_t firstSlideRelation = 3; // after the two masters

QByteArray presentation(std::size_t slides, const QSize& emu)
{
    return document("p:presentation", [&](QXmlStreamWriter& xml) {
        {
            const Element masters(xml, "p:sldMasterIdLst");
            leaf(xml, "p:sldMasterId", {{"id", u"2147483648"_s}, {"r:id", u"rId1"_s}});
        }
        {
            const Element masters(xml, "p:notesMasterIdLst");
            leaf(xml, "p:notesMasterId", {{"r:id", u"rId2"_s}});
        }
        {
            constexpr std::size_t firstId = 256; // the smallest that the format allows
            const Element list(xml, "p:sldIdLst");
            for (std::size_t i = 0; i < slides; ++i)
                leaf(xml, "p:sldId",
                     {{"id", QString::number(firstId + i)},
                      {"r:id", numbered("rId%1", firstSlideRelation + i)}});
        }
        leaf(xml, "p:sldSz", {{"cx", QString::number(emu.width())}, {"cy", QString::number(emu.height())}});
        leaf(xml, "p:notesSz", {{"cx", u"6858000"_s}, {"cy", u"9144000"_s}});
    });
}

QByteArray resource(const char* name)
{
    QFile file(u":/pptx/"_s + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// All that doesn't depend on what the slides show.
std::vector<Part> frame(std::size_t slides, const QSize& emu, const QString& title)
{
    std::vector<Relation> ofPresentation{{u"slideMaster"_s, u"slideMasters/slideMaster1.xml"_s},
                                         {u"notesMaster"_s, u"notesMasters/notesMaster1.xml"_s}};
    for (std::size_t i = 1; i <= slides; ++i)
        ofPresentation.push_back({u"slide"_s, numbered("slides/slide%1.xml", i)});
    ofPresentation.push_back({u"theme"_s, u"theme/theme1.xml"_s});
    const QByteArray theme = resource("theme.xml");
    return {
        {u"[Content_Types].xml"_s, contentTypes(slides)},
        {u"_rels/.rels"_s, relations({{u"officeDocument"_s, u"ppt/presentation.xml"_s},
                                      {u"core-properties"_s, u"docProps/core.xml"_s}})},
        {u"docProps/core.xml"_s, coreProperties(title)},
        {u"ppt/presentation.xml"_s, presentation(slides, emu)},
        {u"ppt/_rels/presentation.xml.rels"_s, relations(ofPresentation)},
        {u"ppt/theme/theme1.xml"_s, theme},
        {u"ppt/theme/theme2.xml"_s, theme}, // each master has its own
        {u"ppt/slideMasters/slideMaster1.xml"_s, resource("slide_master.xml")},
        {u"ppt/slideMasters/_rels/slideMaster1.xml.rels"_s,
         relations({{u"slideLayout"_s, u"../slideLayouts/slideLayout1.xml"_s},
                    {u"theme"_s, u"../theme/theme1.xml"_s}})},
        {u"ppt/slideLayouts/slideLayout1.xml"_s, resource("slide_layout.xml")},
        {u"ppt/slideLayouts/_rels/slideLayout1.xml.rels"_s,
         relations({{u"slideMaster"_s, u"../slideMasters/slideMaster1.xml"_s}})},
        {u"ppt/notesMasters/notesMaster1.xml"_s, resource("notes_master.xml")},
        {u"ppt/notesMasters/_rels/notesMaster1.xml.rels"_s,
         relations({{u"theme"_s, u"../theme/theme2.xml"_s}})},
    };
}

void addSlide(std::vector<Part>& parts, const Slide& slide, std::size_t number, const SlideLook& look)
{
    parts.push_back({numbered("ppt/slides/slide%1.xml", number), slideXml(slide, look)});
    parts.push_back({numbered("ppt/slides/_rels/slide%1.xml.rels", number),
                     relations({{u"slideLayout"_s, u"../slideLayouts/slideLayout1.xml"_s},
                                {u"notesSlide"_s, numbered("../notesSlides/notesSlide%1.xml", number)}})});
    parts.push_back({numbered("ppt/notesSlides/notesSlide%1.xml", number), notesXml(slide)});
    parts.push_back({numbered("ppt/notesSlides/_rels/notesSlide%1.xml.rels", number),
                     relations({{u"notesMaster"_s, u"../notesMasters/notesMaster1.xml"_s},
                                {u"slide"_s, numbered("../slides/slide%1.xml", number)}})});
}

} // namespace

Result<QByteArray> encodePptx(const std::vector<Slide>& slides, const Sheet& sheet)
{
    if (slides.size() > maxSlides)
        return tl::unexpected(Error{Trouble::TooMany, QString::number(slides.size())});
    const QSize emu = slideSize(slides.front().list.size);
    std::vector<Part> parts = frame(slides.size(), emu, sheet.title);
    qint64 bytes = 0;
    for (std::size_t i = 0; i < slides.size(); ++i) {
        const std::size_t before = parts.size();
        addSlide(parts, slides[i], i + 1, {emu, sheet.transparent});
        for (std::size_t part = before; part < parts.size(); ++part)
            bytes += parts[part].bytes.size();
        if (bytes > maxPptxBytes)
            return tl::unexpected(Error{Trouble::TooLarge, QString::number(maxPptxBytes / 1'000'000)});
        if (!goesOn(sheet, i + 1, slides.size()))
            return tl::unexpected(Error{Trouble::Cancelled});
    }
    const auto archive = zipped(parts);
    if (!archive)
        return tl::unexpected(Error{Trouble::TooLarge});
    return *archive;
}

} // namespace il::exporting
