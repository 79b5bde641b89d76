#include "still_picture.h"

#include "scene/replay.h"

#include <QPainter>

namespace il::app {

void StillPicture::setList(scene::DisplayList list)
{
    m_list = std::move(list);
    m_image = {};
    update();
}

void StillPicture::paintEvent(QPaintEvent*)
{
    if (m_list.items.empty() || m_list.size.isEmpty())
        return;
    const double ratio = devicePixelRatioF();
    const QSize pixels = m_list.size.scaled(QSizeF(size()) * ratio, Qt::KeepAspectRatio).toSize();
    if (m_image.size() != pixels)
        m_image = scene::toImage(m_list, pixels);
    const QSizeF shown = QSizeF(pixels) / ratio;
    const QRectF place({0, 0}, shown); // in line with the words around it
    QPainter painter(this);
    painter.drawImage(place, m_image);
    painter.setPen(m_outline);
    painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace il::app
