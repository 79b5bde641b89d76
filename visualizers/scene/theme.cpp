#include "scene/theme.h"

#include <algorithm>
#include <cmath>

namespace il::scene {
namespace {

const QColor white(0xFF, 0xFF, 0xFF);
const QColor darkInk(0x1B, 0x1F, 0x24);
const QColor black(0, 0, 0);

Theme paper()
{
    return {ThemeId::Paper,
            {0xF6, 0xF6, 0xF2},
            white,
            {0xEF, 0xF0, 0xEB},
            darkInk,
            {0x5B, 0x64, 0x70},
            {0xDF, 0xE2, 0xDC},
            {0x2F, 0x5B, 0xEA},
            {0xC6, 0x28, 0x28},
            {0x1B, 0x7F, 0x4B},
            {0xB8, 0x86, 0x0B},
            1.5};
}

Theme slate()
{
    return {ThemeId::Slate,     {0x12, 0x15, 0x1B}, {0x1A, 0x1F, 0x27}, {0x22, 0x29, 0x34},
            {0xEE, 0xF1, 0xF5}, {0x9A, 0xA4, 0xB2}, {0x2C, 0x34, 0x40}, {0x7A, 0xA2, 0xFF},
            {0xFF, 0x6B, 0x6B}, {0x4C, 0xC3, 0x8A}, {0xF2, 0xC1, 0x4E}, 1.5};
}

Theme highContrast()
{
    return {ThemeId::HighContrast,
            white,
            white,
            {0xF2, 0xF2, 0xF2},
            black,
            {0x2B, 0x2B, 0x2B},
            {0x59, 0x59, 0x59},
            {0x00, 0x33, 0xB8},
            {0xA8, 0x00, 0x00},
            {0x00, 0x5A, 0x2B},
            {0x6E, 0x4E, 0x00},
            2.5};
}

/// Linear light of one sRGB channel, 0..1 (WCAG 2.1, "relative luminance").
double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    static const std::array<double, 256> light = [] {
        std::array<double, 256> all{};
        for (int channel = 0; channel < 256; ++channel)
            all[static_cast<std::size_t>(channel)] = linear(QColor(channel, 0, 0).redF());
        return all;
    }();
    const auto of = [](int channel) { return light[static_cast<std::size_t>(channel)]; };
    return 0.2126 * of(color.red()) + 0.7152 * of(color.green()) + 0.0722 * of(color.blue());
}

} // namespace

const Theme& Theme::of(ThemeId id)
{
    static const std::array<Theme, 3> all{paper(), slate(), highContrast()};
    return all[static_cast<std::size_t>(id)];
}

QColor Theme::thread(int number) const
{
    // Okabe and Ito, "Color Universal Design" (2008), without black and yellow.
    static const std::array<QColor, 6> okabeIto{QColor(0x00, 0x72, 0xB2), QColor(0xE6, 0x9F, 0x00),
                                                QColor(0x00, 0x9E, 0x73), QColor(0xCC, 0x79, 0xA7),
                                                QColor(0x56, 0xB4, 0xE9), QColor(0xD5, 0x5E, 0x00)};
    if (number <= 0)
        return {0x5B, 0x64, 0x70};
    return okabeIto[static_cast<std::size_t>(number - 1) % okabeIto.size()];
}

bool Theme::hasRing(int number)
{
    return number > 0 && ((number - 1) / 6) % 2 == 1;
}

QColor Theme::on(const QColor& fill) const
{
    const QColor best = contrast(white, fill) >= contrast(darkInk, fill) ? white : darkInk;
    if (contrast(best, fill) >= 4.5)
        return best;
    return contrast(white, fill) >= contrast(black, fill) ? white : black;
}

QColor Theme::tint(const QColor& color) const
{
    return mixed(surface, color, id == ThemeId::Slate ? 0.14 : 0.12);
}

QColor Theme::readable(const QColor& color) const
{
    return legible(legible(legible(color, surface, 4.5), soft, 4.5), background, 4.5);
}

QColor Theme::mark(const QColor& color) const
{
    constexpr double ratio = 3.4; // 3:1 with something left for the tints that code lines and boxes have
    return legible(legible(legible(color, surface, ratio), soft, ratio), background, ratio);
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto channel = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

QColor legible(const QColor& color, const QColor& under, double ratio)
{
    const QColor& goal = contrast(white, under) > contrast(black, under) ? white : black;
    for (int percent = 0; percent < 100; percent += 2) {
        const QColor candidate = mixed(color, goal, percent / 100.0);
        if (contrast(candidate, under) >= ratio)
            return candidate;
    }
    return goal;
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QString name(ThemeId id)
{
    switch (id) {
    case ThemeId::Paper:
        return QStringLiteral("paper");
    case ThemeId::Slate:
        return QStringLiteral("slate");
    case ThemeId::HighContrast:
        return QStringLiteral("contrast");
    }
    return {};
}

bool themeFromName(const QString& text, ThemeId& id)
{
    for (const ThemeId candidate : {ThemeId::Paper, ThemeId::Slate, ThemeId::HighContrast})
        if (name(candidate) == text) {
            id = candidate;
            return true;
        }
    return false;
}

} // namespace il::scene
