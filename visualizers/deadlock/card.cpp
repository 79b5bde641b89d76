// The card of Coffman's conditions.
#include "deadlock/conditions.h"

#include <algorithm>
#include <cmath>

namespace il::deadlock {

using namespace scene;

namespace {

constexpr double signSide = 34, signGap = 14;

double pitch(const Font& font)
{
    return std::ceil(font.px * 1.25);
}

/// Lines of `text` in that width.
int linesOf(const QString& text, const Font& font, double width)
{
    return static_cast<int>(wrap(text, font, width, 4).size());
}

/// How rich the card is: as much as its height allows.
struct Form {
    bool brief = false;
    bool remedyTitle = true;
    double between = 18; ///< two conditions
    double nameLine = 26;
};

class Card {
public:
    Card(Picture& picture, const QRectF& area)
        : p(picture), m_area(area), m_conditions(conditionsOf(picture)), m_remedy(remedyText(picture, false))
    {
        m_all =
            std::all_of(m_conditions.begin(), m_conditions.end(), [](const Condition& c) { return c.holds; });
        chooseForm();
    }

    void draw()
    {
        double y = m_area.top();
        for (const Condition& condition : m_conditions) {
            drawCondition(condition, y);
            y += heightOf(condition) + m_form.between;
        }
        drawRemedy(y - m_form.between + remedyGap());
    }

private:
    double textWidthOfCard() const { return m_area.width() - signSide - signGap; }
    const QString& evidence(const Condition& c) const { return m_form.brief ? c.brief : c.evidence; }

    double heightOf(const Condition& c) const
    {
        const int lines = m_form.brief ? 1 : linesOf(c.evidence, type::small, textWidthOfCard());
        return m_form.nameLine + pitch(type::small) * lines;
    }

    /// Between the last condition and the remedy, with the rule in its middle.
    double remedyGap() const { return std::max(m_form.between, 14.0); }

    /// With the gap above it.
    double remedyHeight() const
    {
        if (m_remedy.isEmpty())
            return 0;
        return remedyGap() + pitch(type::small) * linesOf(m_remedy, type::small, m_area.width()) + 4 +
               (m_form.remedyTitle ? 28 : 0);
    }

    double height() const
    {
        double sum = remedyHeight() - m_form.between;
        for (const Condition& c : m_conditions)
            sum += heightOf(c) + m_form.between;
        return sum;
    }

    void chooseForm()
    {
        for (const Form& form : {Form{false, true, 22}, Form{false, true, 14}, Form{false, false, 12},
                                 Form{true, true, 12}, Form{true, false, 8}, Form{true, false, 2, 24}}) {
            m_form = form;
            if (height() <= m_area.height())
                break;
        }
        if (height() > m_area.height())
            m_remedy = remedyText(p, true);
        const double left = m_area.height() - height();
        m_form.between += std::clamp(left / 5, 0.0, 26.0);
    }

    /// A filled disc with a check where it holds, a hollow one with a cross where it doesn't.
    void drawSign(const Condition& c, double y)
    {
        const QString id = QStringLiteral("deadlock/condition/") + QLatin1String(c.id);
        const QRectF disc(m_area.left(), y + 3, signSide, signSide);
        const Theme& theme = p.theme();
        const QColor mark = theme.mark(m_all ? theme.bad : c.holds ? theme.ink : theme.ink2);
        const QString says =
            (c.holds ? p.words("%1 holds: %2") : p.words("%1 doesn't hold: %2")).arg(c.name, c.evidence);
        p.items.push_back({id,
                           Role::Marker,
                           Ellipse{disc},
                           {c.holds ? mark : theme.surface},
                           {mark, theme.strokeWidth + 0.5},
                           says});
        icon(p.items, id + QStringLiteral("/sign"), disc.adjusted(7, 7, -7, -7),
             c.holds ? Symbol::Check : Symbol::Cross, c.holds ? theme.on(mark) : mark, {});
    }

    void drawCondition(const Condition& c, double y)
    {
        const QString id = QStringLiteral("deadlock/condition/") + QLatin1String(c.id);
        drawSign(c, y);
        const double x = m_area.left() + signSide + signGap, width = textWidthOfCard();
        const QString state = c.holds ? p.words("holds") : p.words("doesn't hold");
        const double stateWidth = std::ceil(textWidth(state, type::small)) + 2;
        label(p.items, id + QStringLiteral("/name"), {x, y, width - stateWidth - 8, m_form.nameLine}, c.name,
              type::strong, c.holds ? p.theme().ink : p.quiet());
        label(p.items, id + QStringLiteral("/state"),
              {x + width - stateWidth, y, stateWidth, m_form.nameLine}, state, type::small,
              m_all ? p.theme().readable(p.theme().bad) : p.quiet(), Qt::AlignRight | Qt::AlignVCenter);
        const QRectF rest(x, y + m_form.nameLine, width, heightOf(c) - m_form.nameLine);
        paragraph(p.items, id + QStringLiteral("/evidence"), rest, evidence(c), type::small, p.quiet());
    }

    void drawRemedy(double y)
    {
        if (m_remedy.isEmpty())
            return;
        const QRectF rest(m_area.left(), std::min(y, m_area.bottom()), m_area.width(),
                          std::max(0.0, m_area.bottom() - y));
        if (rest.height() < lineHeight(type::small))
            return;
        const double above = std::min(remedyGap() / 2 - 2, 12.0);
        p.items.push_back({QStringLiteral("deadlock/remedy/rule"),
                           Role::Decoration,
                           Path{{rest.topLeft() - QPointF(0, above), rest.topRight() - QPointF(0, above)}},
                           {},
                           {p.theme().line, p.theme().strokeWidth},
                           {}});
        double top = rest.top() + 2;
        if (m_form.remedyTitle) {
            const QString title = !p.graph.ring.empty() ? p.words("What would break it")
                                  : p.exhaustedPool()   ? p.words("What would break it")
                                  : p.isStuck()         ? p.words("What is missing")
                                  : p.triesInVain() > 0 ? p.words("What is missing")
                                                        : p.words("What keeps it away");
            label(p.items, QStringLiteral("deadlock/remedy/title"), {rest.left(), top, rest.width(), 26},
                  title, type::strong, p.theme().ink);
            top += 28;
        }
        paragraph(p.items, QStringLiteral("deadlock/remedy"),
                  {rest.left(), top, rest.width(), rest.bottom() - top}, m_remedy, type::small,
                  p.theme().ink);
    }

    Picture& p;
    QRectF m_area;
    std::array<Condition, 4> m_conditions;
    QString m_remedy;
    bool m_all = false;
    Form m_form;
};

} // namespace

void drawCard(Picture& p)
{
    const QRectF inner = box(p.items, QStringLiteral("deadlock/card"), p.plan.card,
                             p.words("Coffman conditions"), p.theme(), p.words("Coffman conditions"));
    Card(p, inner.adjusted(4, 0, -4, 0)).draw();
}

} // namespace il::deadlock
