#include "scene/layout_rules.h"

#include "scene/text.h"
#include "scene/theme.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <span>

namespace il::tests {
namespace {

using namespace scene;

constexpr double slack = 0.6; ///< stage pixels that nobody sees

/// What a text covers: its letters, not its rect.
QRectF inkOf(const Text& text)
{
    const double width = textWidth(text.text, text.font);
    const double height = text.font.px; // ascenders to descenders, near enough
    double x = text.rect.left();
    if (text.align & Qt::AlignRight)
        x = text.rect.right() - width;
    else if (text.align & Qt::AlignHCenter)
        x = text.rect.center().x() - width / 2;
    double y = text.rect.center().y() - height / 2;
    if (text.align & Qt::AlignTop)
        y = text.rect.top() + (lineHeight(text.font) - height) / 2;
    else if (text.align & Qt::AlignBottom)
        y = text.rect.bottom() - (lineHeight(text.font) + height) / 2;
    return {x, y, width, height};
}

const Text* textOf(const Item& item)
{
    return std::get_if<Text>(&item.shape);
}

QRectF coverOf(const Item& item)
{
    const Text* text = textOf(item);
    return text ? inkOf(*text) : bounds(item);
}

bool contains(const QRectF& outer, const QRectF& inner)
{
    // QRectF::contains knows nothing of lines, which have no width
    return inner.left() >= outer.left() - slack && inner.right() <= outer.right() + slack &&
           inner.top() >= outer.top() - slack && inner.bottom() <= outer.bottom() + slack;
}

bool overlap(const QRectF& a, const QRectF& b)
{
    const double width = std::min(a.right(), b.right()) - std::max(a.left(), b.left());
    const double height = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
    return width > slack && height > slack;
}

bool isArea(const Item& item)
{
    return std::holds_alternative<Rect>(item.shape) || std::holds_alternative<Ellipse>(item.shape);
}

bool isFilledArea(const Item& item)
{
    return isArea(item) && item.fill.color.isValid() && item.fill.texture != Texture::None &&
           item.opacity >= 1;
}

bool isBox(const Item& item)
{
    return isArea(item) &&
           (item.role == Role::Container || item.role == Role::Thread || item.role == Role::Object ||
            item.role == Role::Data || item.role == Role::Figure);
}

/// An Object may sit on a thread that has it.
bool mayOverlap(const Item& a, const Item& b)
{
    return (a.role == Role::Object && b.role == Role::Thread) ||
           (a.role == Role::Thread && b.role == Role::Object);
}

QString named(const Item& item)
{
    const Text* text = textOf(item);
    return text ? QStringLiteral("%1 \"%2\"").arg(item.id, text->text) : item.id;
}

/// The colours on which something covering `cover` lies: of the items drawn before it, the topmost that
/// contains it, and all that touch it above that one.
std::vector<QColor> colorsUnder(std::span<const Item> before, const QRectF& cover, const QColor& background)
{
    std::vector<QColor> colors;
    for (std::size_t i = before.size(); i-- > 0;) {
        const Item& item = before[i];
        if (!isFilledArea(item) || !overlap(bounds(item), cover))
            continue;
        const bool lines = item.fill.texture != Texture::Solid && item.fill.texture != Texture::Tint;
        if (item.fill.texture != Texture::Dots && item.fill.texture != Texture::ThinLine)
            colors.push_back(item.fill.color);
        if (lines && item.fill.under.isValid())
            colors.push_back(item.fill.under);
        if (contains(bounds(item), cover) && (!lines || item.fill.under.isValid()))
            return colors;
    }
    colors.push_back(background);
    return colors;
}

double worstContrast(const QColor& color, const std::vector<QColor>& under)
{
    double worst = 21;
    for (const QColor& c : under)
        worst = std::min(worst, contrast(color, c));
    return worst;
}

class Checker {
public:
    explicit Checker(const DisplayList& list) : m_list(list), m_stage(QPointF(0, 0), list.size) {}

    QStringList run()
    {
        for (std::size_t i = 0; i < m_list.items.size(); ++i) {
            const Item& item = m_list.items[i];
            identity(item);
            geometry(item);
            if (textOf(item))
                text(item, i);
            else
                mark(item, i);
        }
        pairs();
        return m_found;
    }

private:
    void add(const Item& item, const QString& what) { m_found << named(item) + QLatin1String(": ") + what; }

    void identity(const Item& item)
    {
        if (item.id.isEmpty() || m_ids.contains(item.id))
            add(item, QStringLiteral("id is empty or not unique"));
        m_ids.insert(item.id);
        const bool speaks = item.role != Role::Decoration && item.role != Role::Text;
        if (speaks && item.accessible.isEmpty())
            add(item, QStringLiteral("has a meaning but no accessible text"));
    }

    void geometry(const Item& item)
    {
        const QRectF b = bounds(item);
        if (!std::isfinite(b.x() + b.y() + b.width() + b.height()) || b.width() < 0 || b.height() < 0)
            add(item, QStringLiteral("bad geometry"));
        if (!contains(m_stage, coverOf(item)))
            add(item, QStringLiteral("not on the stage"));
    }

    void text(const Item& item, std::size_t index)
    {
        const Text& t = *textOf(item);
        if (t.text.isEmpty())
            add(item, QStringLiteral("empty text"));
        const bool code =
            item.id.startsWith(QLatin1String("code/line/")) && item.id.count(QLatin1Char('/')) > 2;
        if (t.font.px < (code ? minCodePx : minTextPx) * m_smallness - 1e-9)
            add(item, QStringLiteral("too small: %1 px").arg(t.font.px));
        if (textWidth(t.text, t.font) > t.rect.width() + slack)
            add(item, QStringLiteral("%1 px wide in a rect of %2")
                          .arg(textWidth(t.text, t.font))
                          .arg(t.rect.width()));
        if (lineHeight(t.font) > t.rect.height() + slack)
            add(item,
                QStringLiteral("%1 px high in a rect of %2").arg(lineHeight(t.font)).arg(t.rect.height()));
        const QRectF ink = inkOf(t);
        const double found = worstContrast(
            item.fill.color, colorsUnder(std::span(m_list.items).first(index), ink, m_list.background));
        if (!item.fill.color.isValid() || found < 4.5)
            add(item, QStringLiteral("text contrast %1").arg(found, 0, 'f', 2));
        for (std::size_t later = index + 1; later < m_list.items.size(); ++later)
            if (isFilledArea(m_list.items[later]) && overlap(bounds(m_list.items[later]), ink))
                add(item, QLatin1String("lies below ") + named(m_list.items[later]));
    }

    void mark(const Item& item, std::size_t index)
    {
        if (item.role == Role::Decoration || item.role == Role::Container || item.role == Role::Figure)
            return;
        const auto under = colorsUnder(std::span(m_list.items).first(index), bounds(item), m_list.background);
        double best = 0;
        if (item.fill.color.isValid() && item.fill.texture != Texture::None)
            best = worstContrast(item.fill.color, under);
        if (item.stroke.color.isValid() && item.stroke.width > 0)
            best = std::max(best, worstContrast(item.stroke.color, under));
        if (best < 3)
            add(item, QStringLiteral("mark contrast %1").arg(best, 0, 'f', 2));
    }

    void pairs()
    {
        for (std::size_t i = 0; i < m_list.items.size(); ++i) {
            const Item& a = m_list.items[i];
            if (!textOf(a) && !isBox(a))
                continue;
            for (std::size_t j = i + 1; j < m_list.items.size(); ++j) {
                const Item& b = m_list.items[j];
                if (textOf(b) || isBox(b))
                    pair(a, b);
            }
        }
        cards();
    }

    void pair(const Item& a, const Item& b)
    {
        const QRectF ra = coverOf(a), rb = coverOf(b);
        if (!overlap(ra, rb))
            return;
        if (textOf(a) && textOf(b))
            add(a, QLatin1String("overlaps ") + named(b));
        else if (textOf(a) || textOf(b)) {
            const bool inside = textOf(a) ? contains(rb, ra) : contains(ra, rb);
            if (!inside)
                add(textOf(a) ? a : b, QLatin1String("crosses the edge of ") + named(textOf(a) ? b : a));
        } else if (!contains(ra, rb) && !contains(rb, ra) && !mayOverlap(a, b)) {
            add(a, QLatin1String("overlaps ") + named(b));
        }
    }

    /// Cards are containers that lie in no other one.
    void cards()
    {
        std::vector<const Item*> outer;
        for (const Item& item : m_list.items)
            if (item.role == Role::Container && isArea(item) &&
                std::none_of(outer.begin(), outer.end(),
                             [&](const Item* o) { return contains(bounds(*o), bounds(item)); }))
                outer.push_back(&item);
        for (const Item& item : m_list.items)
            for (const Item* card : outer)
                if (bounds(*card).contains(coverOf(item).center()) &&
                    !contains(bounds(*card), coverOf(item)) && !contains(coverOf(item), bounds(*card)))
                    add(item, QLatin1String("spills out of ") + card->id);
    }

    const DisplayList& m_list;
    QRectF m_stage;
    /// A smaller stage fills the same screen: what counts is how large a text is on that.
    double m_smallness = std::min({1.0, m_stage.width() / 1920, m_stage.height() / 1080});
    QSet<QString> m_ids;
    QStringList m_found;
};

} // namespace

QStringList violations(const DisplayList& list)
{
    return Checker(list).run();
}

} // namespace il::tests
