// The vocabulary that panels and the frame compose: chips, boxes, figures, arrows. Each function appends its
// items to `out`, back to front; the first item is named `id`, further ones "id/...". Sizes are stage pixels.
#pragma once

#include "scene/display_list.h"
#include "scene/text.h"
#include "scene/theme.h"
#include "scene/words.h"
#include "trace/trace.h"
#include "trace/view.h"

#include <string_view>
#include <vector>

namespace il::scene {

using Items = std::vector<Item>;

// Type sizes, spacing and radii of look/README.md.
namespace type {
inline constexpr Font title{FontFamily::Sans, 44, 700};
inline constexpr Font subtitle{FontFamily::Sans, 23, 400};
inline constexpr Font heading{FontFamily::Sans, 19, 600};
inline constexpr Font body{FontFamily::Sans, 20, 400};
inline constexpr Font strong{FontFamily::Sans, 20, 600};
inline constexpr Font note{FontFamily::Sans, 19, 400};
inline constexpr Font small{FontFamily::Sans, 17, 400};
inline constexpr Font figure{FontFamily::Sans, 30, 700};
inline constexpr Font caption{FontFamily::Sans, 24, 500};
inline constexpr Font code{FontFamily::Mono, 20, 400};
} // namespace type
inline constexpr double cardRadius = 18;
inline constexpr double boxRadius = 14;
inline constexpr double gap = 24; ///< between cards

// --- Threads
// -------------------------------------------------------------------------------------------------

/// What a thread is called everywhere: "main"; "T1" for "Thread-1" and "Thread-1 (worker)"; its own name when
/// that has at most 8 characters; "T" and its number otherwise.
QString threadLabel(const trace::Trace& trace, trace::ThreadId thread);
/// The same from the thread's name.
QString threadLabel(std::string_view name, trace::ThreadId thread);
/// The same without searching the events, for threads that `view` knows.
QString threadLabel(const trace::Trace& trace, const trace::View& view, trace::ThreadId thread);
Texture textureOf(trace::ThreadState state);
/// "running", "waiting for the GIL", ... in words (context "ThreadState").
QString stateText(trace::ThreadState state, const Words& words);

/// How a thread is drawn: who (number, label) and in what state.
struct ThreadLook {
    int number = 0; ///< ThreadId: colour and ring
    QString label;
    trace::ThreadState state = trace::ThreadState::Running;
    QString accessible; ///< "T1, waiting for the GIL for 3.4 ms"
};
ThreadLook threadLook(const trace::Trace& trace, const trace::View& view, trace::ThreadId thread,
                      const Words& words);

/// A thread as a pill with its state's texture. 96 x 48 or larger looks right, 46 x 30 is the smallest.
void threadChip(Items& out, const ElementId& id, const QRectF& rect, const ThreadLook& look,
                const Theme& theme);
/// A thread as a disc, for graphs.
void threadDisc(Items& out, const ElementId& id, QPointF centre, double diameter, const ThreadLook& look,
                const Theme& theme);
/// Fill and outline of a thread's texture, for shapes of one's own (lanes, bars).
struct Paint {
    Fill fill;
    Stroke stroke;
};
Paint threadPaint(const QColor& color, Texture texture, const Theme& theme);

// --- Boxes
// ---------------------------------------------------------------------------------------------------

/// A card on the stage: surface, hairline, heading at the top left (none when empty). Returns the inner area
/// below the heading, 24 px inside the card.
QRectF card(Items& out, const ElementId& id, const QRectF& rect, const QString& title, const Theme& theme);

struct BoxStyle {
    QColor outline;    ///< invalid: the theme's hairline
    bool soft = false; ///< filled with the soft colour
    bool dashed = false;
    QColor fill; ///< overrides soft
    Role role = Role::Container;
    double radius = boxRadius;
};
/// A box inside a card with its heading; returns the area below the heading, 16 px inside.
QRectF box(Items& out, const ElementId& id, const QRectF& rect, const QString& title, const Theme& theme,
           const QString& accessible, const BoxStyle& style = {});

// --- Words and numbers
// ---------------------------------------------------------------------------------------

/// One line, elided to the rect's width. Does nothing for "".
void label(Items& out, const ElementId& id, const QRectF& rect, const QString& text, const Font& font,
           const QColor& color, Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter);
/// Wrapped lines from the top of the rect (or centred in it with AlignVCenter); as many as fit, the last one
/// elided. Returns the height that was used.
double paragraph(Items& out, const ElementId& id, const QRectF& rect, const QString& text, const Font& font,
                 const QColor& color, Qt::Alignment align = Qt::AlignLeft | Qt::AlignTop,
                 double leading = 1.25);
/// A big number above its caption, at the rect's top left; wants a height of 64.
void figure(Items& out, const ElementId& id, const QRectF& rect, const QString& value, const QString& caption,
            const Theme& theme, const QColor& valueColor = {});
/// An outlined (or, with `solid`, filled) pill around one short text.
void pill(Items& out, const ElementId& id, const QRectF& rect, const QString& text, const Font& font,
          const QColor& color, const Theme& theme, bool solid = false);
/// Width of a pill that fits `text`.
double pillWidth(const QString& text, const Font& font);

// --- Marks
// ---------------------------------------------------------------------------------------------------

/// A ring that fills clockwise (a timer). `accessible` says how much of what.
void ringTimer(Items& out, const ElementId& id, const QRectF& square, double fraction, const QColor& color,
               const Theme& theme, const QString& accessible);
/// A bar that fills from the left.
void progressBar(Items& out, const ElementId& id, const QRectF& rect, double fraction, const QColor& color,
                 const Theme& theme, const QString& accessible);

struct ArrowStyle {
    double width = 3;
    bool dashed = false;
    bool curved = false;
    bool head = true;
};
void arrow(Items& out, const ElementId& id, std::vector<QPointF> points, const QColor& color,
           const QString& accessible, const ArrowStyle& style = {});
void icon(Items& out, const ElementId& id, const QRectF& rect, Symbol symbol, const QColor& color,
          const QString& accessible);
/// The GIL's key in its golden disc.
void keyBadge(Items& out, const ElementId& id, QPointF centre, double diameter, const Theme& theme,
              const QString& accessible);
/// A lock, closed in the owner's colour or open in ink-2, in a small box.
void lockBadge(Items& out, const ElementId& id, const QRectF& rect, bool closed, const QColor& color,
               const Theme& theme, const QString& accessible);

} // namespace il::scene
