#include "scene/frame.h"

#include "scene/cards.h"
#include "scene/choice_strip.h"
#include "scene/scaled.h"
#include "scene/timeline.h"

#include <algorithm>

namespace il::scene {
namespace {

constexpr QSizeF leastPanel(1040, 300); ///< inside the card: what panels count on
constexpr double headerHeight = 92, captionHeight = 64;

/// What lies between the parts.
struct Spacing {
    double margin; ///< left and right
    double headerTop, gap, captionBottom;
    double mostTimeline; ///< of the stage's height
};
constexpr Spacing roomy{64, 44, gap, 24, 0.345};
constexpr Spacing tight{32, 16, 16, 16, 0.3}; ///< larger texts take the air's room

/// Where the parts of the stage lie. They never overlap: each one begins a gap below or beside the one
/// before.
struct Geometry {
    QRectF header, code, panel, timeline, caption;
};

/// How small the stage is for larger texts; 1 for the usual one.
double smallness(QSizeF stage)
{
    return std::min({1.0, stage.width() / 1920, stage.height() / 1080});
}

const Spacing& spacing(QSizeF stage)
{
    return smallness(stage) < 1 ? tight : roomy;
}

/// The timeline's height, which a question may need more of.
double lowerHeight(const StageInput& input, int lanes)
{
    const double most = input.size.height() * spacing(input.size).mostTimeline;
    const double height = timelineHeight(lanes, 240 * smallness(input.size), most);
    return input.gate ? std::max(height, gateHeight(*input.gate)) : height;
}

/// What the code may take of the width that it shares with the panel: among larger texts, as much as leaves
/// the panel's words their usual size.
double codeRoom(QSizeF stage, double both)
{
    constexpr double cardPadding = 48;
    const double k = smallness(stage);
    return k < 1 ? both - leastPanel.width() * k - cardPadding : both;
}

Geometry geometry(const StageInput& input, int lanes)
{
    const Spacing& air = spacing(input.size);
    const double width = input.size.width(), height = input.size.height();
    const double left = air.margin, inner = width - 2 * air.margin;
    Geometry g;
    g.header = {left, air.headerTop, inner, headerHeight};
    g.caption = {left, height - air.captionBottom - captionHeight, inner, captionHeight};
    const double lanesHeight = lowerHeight(input, lanes);
    g.timeline = {left, g.caption.top() - air.gap - lanesHeight, inner, lanesHeight};
    const double cardsTop = g.header.bottom() + air.gap;
    const double cardsHeight = g.timeline.top() - air.gap - cardsTop;
    const double codeWidth = std::min(codeCardWidth(input, width), codeRoom(input.size, inner - air.gap));
    g.code = {left, cardsTop, codeWidth, cardsHeight};
    g.panel = {g.code.right() + air.gap, cardsTop, left + inner - air.gap - g.code.right(), cardsHeight};
    return g;
}

/// Panels count on a room of a certain size. Where larger texts leave them less, the panel is laid out in
/// what it needs, and the whole of it made smaller.
Items panelLayout(const StageInput& input, const Panel& panel, const QRectF& area)
{
    const double fits =
        std::min({1.0, area.width() / leastPanel.width(), area.height() / leastPanel.height()});
    if (fits >= 1 || smallness(input.size) >= 1)
        return panel.layout(input, area);
    Items items = panel.layout(input, {QPointF(0, 0), area.size() / fits});
    scaleAndMove(items, fits, area.topLeft());
    return items;
}

void panelItems(Items& out, const StageInput& input, const Panel& panel, const QRectF& area)
{
    const auto variant = variantOf(panel, input.variant, input.words);
    const QString title = variant ? variant->title : panel.cardTitle(input.words);
    const QRectF inner = card(out, QStringLiteral("panel"), area, title, input.theme);
    if (panel.hasSubject(input.trace)) {
        Items items = panelLayout(input, panel, inner);
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

QSizeF stageSize(QSizeF pixels, TextSize texts)
{
    const double width = 1920 / textFactor(texts), height = 1080 / textFactor(texts);
    if (pixels.isEmpty())
        return {width, height};
    // Slivers get a stage of bearable proportions; replay centres it.
    const double aspect = std::clamp(pixels.width() / pixels.height(), 1.0, 3.0);
    return aspect >= width / height ? QSizeF(height * aspect, height) : QSizeF(width, width / aspect);
}

void panelCard(Items& out, const StageInput& input, const Panel& panel, const QRectF& area)
{
    panelItems(out, input, panel, area);
}

DisplayList stage(const StageInput& input, const Panel& panel)
{
    std::optional<trace::Lanes> made;
    const trace::Lanes& lanes = input.lanes ? *input.lanes : made.emplace(input.trace);
    const TimelineExtras extras{panel.extraLanes(input.trace), panel.arrivals(input.trace)};
    const Geometry g = geometry(input, laneCount(input.trace, lanes, extras.lanes));
    DisplayList list{input.size, input.theme.background, {}};
    headerItems(list.items, input, g.header);
    codeItems(list.items, input, g.code);
    panelItems(list.items, input, panel, g.panel);
    if (input.gate)
        gateItems(list.items, input, g.timeline);
    else
        timelineItems(list.items, input, lanes, extras, g.timeline);
    if (input.choice && *input.choice < input.trace.choices().size())
        choiceItems(list.items, input, *input.choice, g.caption);
    else
        captionItems(list.items, input, g.caption);
    return list;
}

} // namespace il::scene
