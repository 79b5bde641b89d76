// Text metrics: how much room words take. Replay draws with the very same fonts, so layout and pixels agree.
#pragma once

#include "scene/display_list.h"

#include <QFont>
#include <QStringList>

namespace il::scene {

/// The one place where a Font becomes a real font: Inter, then Noto Sans CJK SC; JetBrains Mono, then Noto
/// Sans Mono CJK SC. Unhinted, so that widths grow linearly with size. Its pixel size is `font.px` rounded to
/// a whole number; qfontScale gives the small factor that is left.
const QFont& qfont(const Font& font); ///< valid until the thread ends
double qfontScale(const Font& font);

/// Advance width of one line in stage pixels. Cached; safe to call for every item of every frame.
double textWidth(const QString& text, const Font& font);
/// Ascent + descent of the font's first family: the least height of a Text's rect.
double lineHeight(const Font& font);
/// Baseline below the top of a box of lineHeight(font).
double ascent(const Font& font);

/// `text`, or as much of its start as fits into `width` followed by "…". "" when not even that fits.
QString elide(const QString& text, const Font& font, double width);
/// Breaks at spaces, and between any two Chinese characters where their punctuation allows it. Never more
/// than `maxLines` lines: the last one is elided when there is more. Words wider than a line are cut;
/// nothing more comes where not even a letter fits.
QStringList wrap(const QString& text, const Font& font, double width, int maxLines);
/// The largest whole size from font.px down to minPx at which `text` fits `width` on one line; minPx when
/// none.
Font fitted(const QString& text, const Font& font, double width, double minPx);

/// The smallest sizes on a stage (look/README.md): readable from the last row.
inline constexpr double minTextPx = 17;
inline constexpr double minCodePx = 20;

} // namespace il::scene
