// Colours of a theme. Sizes and fonts are the same in all of them, except High contrast's heavier strokes.
#pragma once

#include <QColor>
#include <QString>

#include <array>
#include <cstdint>

namespace il::scene {

enum class ThemeId : std::uint8_t { Paper, Slate, HighContrast };

struct Theme {
    ThemeId id = ThemeId::Paper;
    QColor background, surface, soft, ink, ink2, line, accent, bad, good, gold;
    double strokeWidth = 1.5; ///< of cards and boxes

    static const Theme& of(ThemeId id);
    /// A thread's colour: main is grey, then Okabe-Ito in order, then again (with a ring, see hasRing).
    QColor thread(int number) const;
    static bool hasRing(int number); ///< true for the second round of colours
    /// White or the dark ink, whichever reads better on `fill`; black where neither reaches 4.5:1.
    QColor on(const QColor& fill) const;
    /// `color` mixed into the surface: backgrounds of code lines, "ready" boxes.
    QColor tint(const QColor& color) const;
    /// `color` made dark (or light) enough to be read as text on the surface (4.5:1).
    QColor readable(const QColor& color) const;
    /// `color` made dark (or light) enough to be seen as a mark on surface, soft and background (3:1): the
    /// outline of chips and lanes whose own colour is too close to what they lie on.
    QColor mark(const QColor& color) const;
};

/// `a` with `share` (0..1) of `b` in it.
QColor mixed(const QColor& a, const QColor& b, double share);
/// `color` moved towards white or black just enough to reach the contrast `ratio` on `under`.
QColor legible(const QColor& color, const QColor& under, double ratio);

/// Contrast ratio 1..21 after WCAG 2.1 (relative luminance).
double contrast(const QColor& a, const QColor& b);

/// Command-line and settings names: "paper", "slate", "contrast".
QString name(ThemeId id);
bool themeFromName(const QString& name, ThemeId& id);

} // namespace il::scene
