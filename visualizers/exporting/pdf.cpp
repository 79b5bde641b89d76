#include "exporting/pdf.h"

#include "scene/replay.h"

#include <QBuffer>
#include <QHashSeed>
#include <QPainter>
#include <QPdfWriter>

namespace il::exporting {
using namespace Qt::StringLiterals;

namespace {

constexpr double pointsPerStagePixel = 0.5;

/// Qt's PDF engine keeps fonts in a QHash and writes them in its order, which differs from process to
/// process.
class FixedHashOrder {
public:
    FixedHashOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~FixedHashOrder() { QHashSeed::resetRandomGlobalSeed(); }
    FixedHashOrder(const FixedHashOrder&) = delete;
    FixedHashOrder& operator=(const FixedHashOrder&) = delete;
};

QPageSize pageOf(const scene::DisplayList& list)
{
    return QPageSize(list.size * pointsPerStagePixel, QPageSize::Point, {}, QPageSize::ExactMatch);
}

/// Overwrites the date of creation, which PDF can do without, with spaces, so that no place in the file
/// changes.
void dropDate(QByteArray& pdf)
{
    const QByteArray key = "/CreationDate (";
    const qsizetype from = pdf.indexOf(key), to = from < 0 ? -1 : pdf.indexOf(')', from);
    if (to >= 0)
        pdf.replace(from, to - from + 1, QByteArray(to - from + 1, ' '));
}

void drawPage(QPainter& painter, const scene::DisplayList& list, const Sheet& sheet)
{
    const QRectF page(QPointF(0, 0), QSizeF(painter.device()->width(), painter.device()->height()));
    if (!sheet.transparent)
        return scene::replay(list, painter, page);
    scene::DisplayList bare = list;
    bare.background = Qt::transparent;
    scene::replay(bare, painter, page);
}

} // namespace

Result<QByteArray> encodePdf(const std::vector<Slide>& slides, const Sheet& sheet)
{
    const FixedHashOrder order;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setCreator(u"Interleave"_s);
        writer.setTitle(sheet.title);
        writer.setResolution(1200);
        writer.setPageMargins({});
        writer.setPageSize(pageOf(slides.front().list));
        QPainter painter(&writer);
        for (std::size_t i = 0; i < slides.size(); ++i) {
            if (i > 0) {
                writer.setPageSize(pageOf(slides[i].list));
                writer.newPage();
            }
            drawPage(painter, slides[i].list, sheet);
            if (!goesOn(sheet, i + 1, slides.size()))
                return tl::unexpected(Error{Trouble::Cancelled});
            if (bytes.size() > maxBytes)
                return tl::unexpected(Error{Trouble::TooLarge});
        }
    }
    dropDate(bytes);
    return bytes;
}

} // namespace il::exporting
