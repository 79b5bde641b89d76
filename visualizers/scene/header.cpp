#include "scene/cards.h"

#include <algorithm>

namespace il::scene {
namespace {

QString fromUtf8(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// "CPython 3.11, 2 cores"
QString runDescription(const StageInput& input)
{
    const trace::RunInfo& info = input.trace.info();
    const QString cores = input.words.translate("Frame", "%n core(s)", nullptr, info.cores);
    if (info.pythonVersion.empty())
        return cores;
    return input.words.translate("Frame", "CPython %1, %2").arg(fromUtf8(info.pythonVersion), cores);
}

QString defaultSubtitle(const StageInput& input)
{
    const QString run = runDescription(input);
    return input.settings.isEmpty() ? run : input.settings + QStringLiteral(" · ") + run;
}

} // namespace

void headerItems(Items& out, const StageInput& input, const QRectF& area)
{
    const Theme& theme = input.theme;
    constexpr Font timeFont{FontFamily::Mono, 23, 500};
    const QString time = QLatin1String("t = ") + timeText(input.view.now.ns);
    // Wide enough for all but the longest times, so that it seldom changes its width.
    const double pillW = std::max(200.0, pillWidth(time, timeFont) + 16);
    const QRectF timeRect(area.right() - pillW, area.top() + 10, pillW, 56);
    const double wordsWidth = area.width() - pillW - 2 * gap;

    const QString title = input.title.isEmpty() ? fromUtf8(input.trace.info().file) : input.title;
    const QString subtitle = input.subtitle.isEmpty() ? defaultSubtitle(input) : input.subtitle;
    label(out, QStringLiteral("header/title"), {area.left(), area.top(), wordsWidth, 56}, title,
          fitted(title, type::title, wordsWidth, 28), theme.ink);
    label(out, QStringLiteral("header/subtitle"), {area.left(), area.top() + 56, wordsWidth, 30}, subtitle,
          fitted(subtitle, type::subtitle, wordsWidth, 18), theme.ink2);

    out.push_back({QStringLiteral("header/time"),
                   Role::Container,
                   Rect{timeRect, timeRect.height() / 2},
                   {theme.surface},
                   {theme.line, theme.strokeWidth},
                   time});
    label(out, QStringLiteral("header/time/text"), timeRect.adjusted(12, 0, -12, 0), time, timeFont,
          theme.ink, Qt::AlignCenter);
}

} // namespace il::scene
