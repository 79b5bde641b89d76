// The two boxes that hold many threads: the queue, and everybody outside the interpreter.
#include "gil/crowd.h"
#include "gil/picture.h"
#include "gil/texts.h"

#include <algorithm>
#include <array>

namespace il::gil {

using namespace scene;
using trace::ThreadId;

namespace {

constexpr double any = 1e6;
constexpr std::array<SeatForm, 6> timerForms{{
    {{116, 56}, 54, 2, 330, any, 66},
    {{88, 42}, 42, 2, 280, any, 50},
    {{72, 36}, 32, 1, 232, any, 42},
    {{66, 36}, 32, 0, 110, 130, 42},
    {{60, 30}, 26, 0, 92, 112, 35},
    {{54, 30}, 0, 0, 54, 64, 34},
}};
constexpr std::array<SeatForm, 5> plainForms{{
    {{112, 54}, 0, 2, 380, any, 66},
    {{88, 42}, 0, 2, 280, any, 50},
    {{72, 36}, 0, 1, 200, any, 42},
    {{66, 36}, 0, 0, 66, 76, 44},
    {{54, 30}, 0, 0, 54, 64, 34},
}};

/// One thread in one of the boxes.
struct Guest {
    ThreadId thread = trace::noThread;
    Lines lines;
    const Waiter* waiter = nullptr;
};

void ringOf(Picture& p, const Guest& guest, const QRectF& square)
{
    if (!guest.waiter || guest.waiter->interval.ns <= 0)
        return;
    ringTimer(p.items, QStringLiteral("gil/ring/%1").arg(guest.thread), square, guest.waiter->fraction(),
              p.color(guest.thread), p.theme(), guest.lines.first);
}

/// The first of the texts that fits on one line, not smaller than the smallest size; else the last, elided.
void firstFitting(Picture& p, const ElementId& id, const QRectF& rect, const QStringList& texts,
                  const Font& font, const QColor& color)
{
    for (const QString& text : texts) {
        const Font fit = fitted(text, font, rect.width(), minTextPx);
        if (textWidth(text, fit) <= rect.width())
            return label(p.items, id, rect, text, fit, color);
    }
    label(p.items, id, rect, texts.back(), fitted(texts.back(), font, rect.width(), minTextPx), color);
}

void linesOf(Picture& p, const Guest& guest, const QRectF& rect, int count)
{
    const ElementId id = QStringLiteral("gil/words/%1").arg(guest.thread);
    const Lines& lines = guest.lines;
    const double middle = rect.center().y();
    if (count < 2 || lines.second.isEmpty()) {
        const QRectF line(rect.left(), middle - 13, rect.width(), 26);
        const QString& full = lines.code ? lines.second : lines.first;
        return firstFitting(p, id + QStringLiteral("/0"), line, {full, lines.brief}, type::note,
                            p.theme().ink);
    }
    label(p.items, id + QStringLiteral("/0"), {rect.left(), middle - 27, rect.width(), 27}, lines.first,
          lines.code ? type::code : type::strong, p.theme().ink);
    const QString last = lines.code ? lines.brief : lines.second;
    firstFitting(p, id + QStringLiteral("/1"), {rect.left(), middle, rect.width(), 24}, {lines.second, last},
                 type::note, p.theme().readable(p.theme().ink2));
}

void drawGuest(Picture& p, const Guest& guest, const SeatForm& form, const QRectF& seat)
{
    const QRectF chip(seat.left(), seat.center().y() - form.chip.height() / 2, form.chip.width(),
                      form.chip.height());
    p.chip(guest.thread, chip);
    double x = chip.right() + 14;
    if (form.ring > 0) {
        ringOf(p, guest,
               {x - (form.lines == 0 ? 8 : 0), seat.center().y() - form.ring / 2, form.ring, form.ring});
        if (guest.waiter && guest.waiter->interval.ns > 0)
            x += form.ring + 12;
    }
    if (form.lines > 0)
        linesOf(p, guest, {x, seat.top(), seat.right() - x, seat.height()}, form.lines);
}

void drawCrowd(Picture& p, const ElementId& id, const QRectF& area, const std::vector<Guest>& guests,
               std::span<const SeatForm> forms)
{
    const Crowd crowd = arrange(area, static_cast<int>(guests.size()), forms);
    for (std::size_t i = 0; i < crowd.seats.size(); ++i)
        drawGuest(p, guests[i], crowd.form, crowd.seats[i]);
    if (crowd.hidden > 0)
        label(p.items, id + QStringLiteral("/more"), crowd.more, QStringLiteral("+%1").arg(crowd.hidden),
              type::strong, p.theme().ink);
}

void nobody(Picture& p, const ElementId& id, const QRectF& area, const QString& words)
{
    paragraph(p.items, id + QStringLiteral("/empty"), area.adjusted(6, 0, -6, 0), words, type::note,
              p.theme().readable(p.theme().ink2), Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

QString queueTitle(const Picture& p)
{
    return p.model == Model::None ? p.words("Ready, waiting for a core") : p.words("Waiting for the GIL");
}

void drawQueue(Picture& p)
{
    const ElementId id = QStringLiteral("gil/queue");
    const QString title = queueTitle(p);
    const QRectF inner = box(p.items, id, p.plan.queue, title, p.theme(), title);
    std::vector<Guest> guests;
    for (const Waiter& waiter : p.seating.queue)
        guests.push_back({waiter.thread, waiterLines(p.input, waiter), &waiter});
    if (guests.empty())
        return nobody(p, id, inner, p.words("nobody waits"));
    const bool timers = std::any_of(p.seating.queue.begin(), p.seating.queue.end(),
                                    [](const Waiter& waiter) { return waiter.interval.ns > 0; });
    drawCrowd(p, id, inner.adjusted(4, -2, 0, 8), guests,
              timers ? std::span<const SeatForm>(timerForms) : plainForms);
}

void drawOutside(Picture& p)
{
    const ElementId id = QStringLiteral("gil/outside");
    const QString title = p.model == Model::None ? p.words("Outside the interpreter")
                                                 : p.words("Outside the interpreter (GIL released)");
    QRectF inner = box(p.items, id, p.plan.outside, title, p.theme(), title);
    inner.setRight(p.plan.figures.left() - 24);
    std::vector<Guest> guests;
    for (const ThreadId thread : p.seating.outside)
        guests.push_back({thread, outsideLines(p.input, thread), nullptr});
    if (guests.empty())
        return nobody(p, id, inner, p.words("nobody: no thread is blocked, asleep or in I/O"));
    drawCrowd(p, id, inner.adjusted(4, -2, 0, 8), guests, plainForms);
}

} // namespace il::gil
