#include "scene/frame.h"

#include "scene/cards.h"
#include "scene/choice_strip.h"
#include "scene/timeline.h"

#include <algorithm>

namespace il::scene {
namespace {

constexpr double margin = 64; ///< left and right
constexpr double headerTop = 44, headerHeight = 92;
constexpr double captionHeight = 64, captionBottom = 24;

/// Where the parts of the stage lie. They never overlap: each one begins a gap below or beside the one
/// before.
struct Geometry {
    QRectF header, code, panel, timeline, caption;
};

Geometry geometry(const StageInput& input, int lanes)
{
    const double width = input.size.width();
    const double height = input.size.height();
    Geometry g;
    g.header = {margin, headerTop, width - 2 * margin, headerHeight};
    g.caption = {margin, height - captionBottom - captionHeight, width - 2 * margin, captionHeight};
    const double lanesHeight = timelineHeight(lanes, height * 0.345);
    g.timeline = {margin, g.caption.top() - gap - lanesHeight, width - 2 * margin, lanesHeight};
    const double cardsTop = g.header.bottom() + gap;
    const double cardsHeight = g.timeline.top() - gap - cardsTop;
    const double codeWidth = codeCardWidth(input, width);
    g.code = {margin, cardsTop, codeWidth, cardsHeight};
    g.panel = {g.code.right() + gap, cardsTop, width - margin - gap - g.code.right(), cardsHeight};
    return g;
}

void panelItems(Items& out, const StageInput& input, const Panel& panel, const QRectF& area)
{
    const auto variant = variantOf(panel, input.variant, input.words);
    const QString title = variant ? variant->title : panel.cardTitle(input.words);
    const QRectF inner = card(out, QStringLiteral("panel"), area, title, input.theme);
    if (panel.hasSubject(input.trace)) {
        Items items = panel.layout(input, inner);
        std::move(items.begin(), items.end(), std::back_inserter(out));
        return;
    }
    const QString name = input.words.translate("Panels", panel.info().title);
    const QString text =
        input.words
            .translate("Frame", "This run has nothing to show under “%1”. Another tab tells its story.")
            .arg(name);
    const double width = std::min(inner.width(), 560.0);
    const QRectF middle(inner.center().x() - width / 2, inner.top(), width, inner.height());
    paragraph(out, QStringLiteral("panel/empty"), middle, text, type::body, input.theme.ink2,
              Qt::AlignCenter);
}

} // namespace

std::optional<PanelVariant> variantOf(const Panel& panel, const std::string& id, const Words& words)
{
    const std::vector<PanelVariant> all = panel.variants(words);
    for (const PanelVariant& variant : all)
        if (variant.id == id)
            return variant;
    return all.empty() ? std::nullopt : std::optional(all.front());
}

QSizeF stageSize(QSizeF pixels)
{
    constexpr double width = 1920, height = 1080;
    if (pixels.isEmpty())
        return {width, height};
    // Slivers get a stage of bearable proportions; replay centres it.
    const double aspect = std::clamp(pixels.width() / pixels.height(), 1.0, 3.0);
    return aspect >= width / height ? QSizeF(height * aspect, height) : QSizeF(width, width / aspect);
}

DisplayList stage(const StageInput& input, const Panel& panel)
{
    std::optional<trace::Lanes> made;
    const trace::Lanes& lanes = input.lanes ? *input.lanes : made.emplace(input.trace);
    const std::vector<std::string> extra = panel.extraLanes(input.trace);
    const Geometry g = geometry(input, laneCount(input.trace, lanes, extra));
    DisplayList list{input.size, input.theme.background, {}};
    headerItems(list.items, input, g.header);
    codeItems(list.items, input, g.code);
    panelItems(list.items, input, panel, g.panel);
    timelineItems(list.items, input, lanes, extra, g.timeline);
    if (input.choice && *input.choice < input.trace.choices().size())
        choiceItems(list.items, input, *input.choice, g.caption);
    else
        captionItems(list.items, input, g.caption);
    return list;
}

} // namespace il::scene
