#include "twin_picture.h"

#include "../picture.h"
#include "../window/parameter_bar.h"
#include "figures_card.h"

#include "scene/beside.h"
#include "scene/cards.h"
#include "scene/timeline.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr double air = 24;             ///< round and between the halves
constexpr double halfWidth = 1112;     ///< the least: panels need 1064 inside their card
constexpr double halfHeight = 960;     ///< the least
constexpr double tallestAspect = 1.15; ///< below, one above the other
constexpr double headerHeight = 92, captionHeight = 64, smallGap = 16;
constexpr double leastPanel = 380, leastCode = 132, leastTimeline = 200;

/// Where the parts of the whole lie.
struct Places {
    QSizeF whole;
    QRectF left, right, figures;
};

Places placesFor(QSizeF pixels)
{
    const double aspect =
        pixels.isEmpty() ? 16.0 / 9 : std::clamp(pixels.width() / pixels.height(), 0.5, 3.0);
    const bool stacked = aspect < tallestAspect;
    const int across = stacked ? 1 : 2, down = stacked ? 2 : 1;
    const QSizeF least(across * halfWidth + (across + 1) * air,
                       down * (halfHeight + air) + figuresHeight + 2 * air);
    QSizeF whole(std::max(least.width(), least.height() * aspect), 0);
    whole.setHeight(whole.width() / aspect);
    const double width = (whole.width() - (across + 1) * air) / across;
    const double height = (whole.height() - figuresHeight - (down + 2) * air) / down;
    const QRectF left(air, air, width, height);
    const QRectF right = stacked ? left.translated(0, height + air) : left.translated(width + air, 0);
    return {whole, left, right,
            QRectF(air, whole.height() - air - figuresHeight, whole.width() - 2 * air, figuresHeight)};
}

const scene::Panel& panelFor(const std::string& id)
{
    const scene::Panel* panel = panelOfId(id);
    return panel != nullptr ? *panel : *scene::panels().front();
}

/// One of the two runs, and how it is to be drawn.
struct Half {
    const Run& run;
    RunMoment moment;
    const scene::Panel& panel;
    std::string variant;
    scene::LaneMemo* memo;
    const std::set<int>& differing; ///< lines of its program
};

bool bySteps(const Run& run)
{
    return run.shown().metadata.axis == "steps";
}

/// One axis for both, so that what is below each other's is at the same time; the longer run fills it.
std::pair<std::int64_t, std::int64_t> windowOf(const Twins& twins, bool steps)
{
    const auto length = [steps](const Run& run) {
        return steps ? std::ssize(run.trace().steps()) : run.trace().duration().ns;
    };
    const std::int64_t longest = std::max<std::int64_t>({1, length(*twins.left), length(*twins.right)});
    return {0, longest + longest / 50 + (steps ? 1 : 0)};
}

void timeline(scene::Items& out, const scene::StageInput& input, const scene::Panel& panel,
              const QRectF& area)
{
    std::optional<trace::Lanes> made;
    const trace::Lanes& lanes = input.lanes != nullptr ? *input.lanes : made.emplace(input.trace);
    scene::timelineItems(out, input, lanes, {panel.extraLanes(input.trace), panel.arrivals(input.trace)},
                         area);
}

int lanesOf(const Run& run, const scene::Panel& panel)
{
    return scene::laneCount(run.trace(), *run.lanes, panel.extraLanes(run.trace()));
}

/// A bar in the margin of each line that the other program hasn't, and what it means.
void markLines(scene::Items& items, const std::set<int>& lines, const QRectF& card,
               const scene::StageInput& input)
{
    const QString prefix = u"code/line/"_s;
    const QColor color = input.theme.mark(input.theme.accent);
    scene::Items marks;
    for (const scene::Item& item : items) {
        bool isNumber = false;
        const int number = item.id.startsWith(prefix) ? item.id.mid(prefix.size()).toInt(&isNumber) : 0;
        if (!isNumber || lines.count(number) == 0)
            continue;
        const QRectF row = scene::bounds(item);
        marks.push_back({u"code/differs/%1"_s.arg(number),
                         scene::Role::Marker,
                         scene::Rect{{card.left() + 6, row.top() + 1, 5, row.height() - 3}, 2.5},
                         {color},
                         {},
                         input.words.translate("Twins", "Line %1 differs").arg(number)});
    }
    std::move(marks.begin(), marks.end(), std::back_inserter(items));
    if (lines.empty())
        return;
    const QString legend = input.words.translate("Twins", "differs");
    const double width = std::ceil(scene::textWidth(legend, scene::type::small)) + 1;
    const double right = card.left() + card.width() - 250;
    items.push_back({u"code/legend/bar"_s,
                     scene::Role::Decoration,
                     scene::Rect{{right - width - 14, card.top() + 25, 5, 20}, 2.5},
                     {color}});
    scene::label(items, u"code/legend"_s, {right - width, card.top() + 22, width, 26}, legend,
                 scene::type::small, input.theme.readable(input.theme.ink2));
}

scene::DisplayList halfPicture(const Half& half, const TwinPictureOf& wanted, QSizeF size,
                               double timelineHeight, bool steps,
                               std::pair<std::int64_t, std::int64_t> window)
{
    const Run& run = half.run;
    const trace::View view = trace::advanced(run.trace().atStep(half.moment.step), half.moment.now);
    const scene::Words& words = scene::Words::of(wanted.language);
    const scene::StageInput input{.trace = run.trace(),
                                  .view = view,
                                  .step = half.moment.step,
                                  .size = size,
                                  .theme = scene::Theme::of(wanted.theme),
                                  .words = words,
                                  .title = titleOf(*run.lesson, run.script, wanted.language),
                                  .subtitle = madeWith(run, words),
                                  .caption = captionAt(run, half.moment.step, wanted.language),
                                  .footer = {},
                                  .cues = run.cues,
                                  .axis = steps ? scene::Axis::Steps : scene::Axis::Time,
                                  .window = window,
                                  .lanes = run.lanes ? &*run.lanes : nullptr,
                                  .memo = half.memo,
                                  .variant = half.variant};
    scene::DisplayList list{size, input.theme.background, {}};
    const double width = size.width();
    const QRectF header(0, 0, width, headerHeight);
    const QRectF caption(0, size.height() - captionHeight, width, captionHeight);
    const QRectF lanes(0, caption.top() - smallGap - timelineHeight, width, timelineHeight);
    QRectF panel(0, header.bottom(), width, lanes.top() - smallGap - header.bottom());
    const double code = panel.height() - leastPanel - smallGap;
    scene::headerItems(list.items, input, header);
    if (code >= leastCode) {
        // Two thirds of what the panel doesn't need: code is read, pictures are looked at.
        const double height = leastCode + (code - leastCode) * 2 / 3;
        const QRectF below(0, panel.bottom() - height, width, height);
        panel.setBottom(below.top() - smallGap);
        scene::codeItems(list.items, input, below);
        markLines(list.items, half.differing, below, input);
    }
    scene::panelCard(list.items, input, half.panel, panel);
    timeline(list.items, input, half.panel, lanes);
    scene::captionItems(list.items, input, caption);
    return list;
}

void frame(scene::DisplayList& whole, const QRectF& half, const scene::Theme& theme, const QString& id)
{
    const double x = half.right() + air / 2;
    whole.items.push_back({id,
                           scene::Role::Decoration,
                           scene::Path{{{x, half.top()}, {x, half.bottom()}}},
                           {},
                           {theme.line, theme.strokeWidth}});
}

} // namespace

QString twinTitle(const Twins& twins, scene::Language language)
{
    return titleOf(*twins.left->lesson, twins.left->script, language) + u"  |  "_s +
           titleOf(*twins.right->lesson, twins.right->script, language);
}

QString madeWith(const Run& run, const scene::Words& words)
{
    QStringList parts{QString::fromStdString(run.shown().name) + u".py"_s,
                      words.translate("Frame", "CPython %1, %2")
                          .arg(QString::fromStdString(run.config.version.text),
                               words.translate("Frame", "%n core(s)", nullptr, run.config.cores))};
    for (const auto& [name, value] : run.options.parameters)
        parts.append(u"%1 = %2"_s.arg(QString::fromStdString(name), textOf(value)));
    if (run.options.schedule)
        parts.append(QString::fromStdString(*run.options.schedule));
    return parts.join(u" · "_s);
}

scene::DisplayList twinPicture(const Twins& twins, const TwinPictureOf& wanted, TwinMemo* memo)
{
    const Places places = placesFor(wanted.pixels);
    const TwinMoments moments = twins.clock.at(wanted.step, wanted.now);
    const bool steps = bySteps(*twins.left) && bySteps(*twins.right);
    const auto window = windowOf(twins, steps);
    const Half halves[]{{*twins.left, moments.left, panelFor(wanted.panels[0]), wanted.variants[0],
                         memo != nullptr ? &memo->left : nullptr, twins.lines.first},
                        {*twins.right, moments.right, panelFor(wanted.panels[1]), wanted.variants[1],
                         memo != nullptr ? &memo->right : nullptr, twins.lines.second}};
    // Equal heights, so that like stands beside like.
    const int lanes = std::max(lanesOf(*twins.left, halves[0].panel), lanesOf(*twins.right, halves[1].panel));
    const double timelineHeight = scene::timelineHeight(lanes, leastTimeline, places.left.height() * 0.3);
    const scene::Theme& theme = scene::Theme::of(wanted.theme);
    scene::DisplayList whole{places.whole, theme.background, {}};
    scene::addPart(whole, halfPicture(halves[0], wanted, places.left.size(), timelineHeight, steps, window),
                   places.left.topLeft(), u"left/"_s);
    scene::addPart(whole, halfPicture(halves[1], wanted, places.right.size(), timelineHeight, steps, window),
                   places.right.topLeft(), u"right/"_s);
    if (places.right.left() > places.left.right())
        frame(whole, places.left, theme, u"figures/between"_s);
    const auto [left, right] = figuresAt(twins, moments);
    const scene::Words& words = scene::Words::of(wanted.language);
    const auto parting = twins.divergenceStep();
    figuresCard(whole.items, places.figures, compared(left, right, words, &twins.atEnd), parting.has_value(),
                parting && wanted.step >= *parting ? twins.divergence : std::nullopt, theme, words);
    return whole;
}

exporting::Slide twinSlide(const Twins& twins, const TwinPictureOf& wanted, TwinMemo* memo)
{
    exporting::Slide slide{.list = twinPicture(twins, wanted, memo)};
    const auto cue = std::find_if(twins.cues.begin(), twins.cues.end(),
                                  [&wanted](const auto& mark) { return mark.step == wanted.step; });
    slide.name = cue != twins.cues.end() ? cue->name : u"step-%1"_s.arg(wanted.step);
    slide.title = titleOf(*twins.left->lesson, twins.left->script, wanted.language) + u" | "_s +
                  titleOf(*twins.right->lesson, twins.right->script, wanted.language);
    return slide;
}

} // namespace il::app
