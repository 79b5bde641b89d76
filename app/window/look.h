// How the window looks: what the user may switch while running, and the fonts and colours that follow from
// it.
#pragma once

#include "scene/text_size.h"
#include "scene/theme.h"
#include "scene/words.h"

#include <QFont>
#include <QIcon>
#include <QPalette>

class QStyle;

namespace il::app {

struct Look {
    scene::Language language = scene::Language::English;
    scene::ThemeId theme = scene::ThemeId::Paper;
    scene::TextSize texts = scene::TextSize::Normal; ///< on the stage

    const scene::Theme& colours() const { return scene::Theme::of(theme); }
    friend bool operator==(const Look&, const Look&) = default;
};

/// Fusion without underlined letters in the menus (Alt still finds them), and with a focus that is seen.
QStyle* windowStyle();
QFont uiFont();             ///< Inter with Noto Sans CJK SC for Chinese
QStringList codeFamilies(); ///< JetBrains Mono with Noto Sans Mono CJK SC
QPalette palette(const scene::Theme& theme);
/// The window's style sheet, made of the theme's tokens.
QString styleSheet(const scene::Theme& theme);

/// The window's few symbols, drawn; never font glyphs.
enum class Glyph : std::uint8_t { Play, Pause, StepBack, StepForward, PreviousCue, NextCue, Search };
QIcon icon(Glyph glyph, const QColor& color);

} // namespace il::app
