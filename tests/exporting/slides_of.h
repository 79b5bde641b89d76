// For tests: slides to export.
#pragma once

#include "exporting/slide.h"
#include "gil/gil_panel.h"
#include "panels/picture_of.h"
#include "trace/sample_traces.h"

#include <vector>

namespace il::tests {

inline scene::Item itemOf(const QString& id, scene::Shape shape, scene::Fill fill = {},
                          scene::Stroke stroke = {})
{
    scene::Item item{.id = id, .shape = std::move(shape), .fill = fill, .stroke = stroke};
    if (std::holds_alternative<scene::Text>(item.shape))
        item.role = scene::Role::Text;
    return item;
}

/// Every kind of shape, texture and line.
inline scene::DisplayList everyShape()
{
    using namespace scene;
    const QColor blue(0, 114, 178), gold(230, 159, 0), ink(27, 31, 36), soft(239, 240, 235);
    DisplayList list{{1920, 1080}, QColor(246, 246, 242), {}};
    auto& items = list.items;
    items.push_back(itemOf("rect", Rect{{60, 60, 300, 160}, 0}, {blue}, {ink, 2}));
    items.push_back(itemOf("rounded", Rect{{420, 60, 300, 160}, 40}, {soft}, {ink, 4, true}));
    int x = 780;
    for (const Texture texture : {Texture::Hatch, Texture::CrossHatch, Texture::Dots, Texture::ThinLine}) {
        items.push_back(itemOf(QStringLiteral("texture/%1").arg(int(texture)),
                               Rect{{double(x), 60, 220, 160}, 14}, {blue, texture, soft}));
        x += 260;
    }
    items.push_back(itemOf("ellipse", Ellipse{{60, 280, 300, 160}}, {gold}, {blue, 6}));
    for (int i = 0; i <= 4; ++i)
        items.push_back(itemOf(QStringLiteral("arc/%1").arg(i),
                               Arc{{420.0 + 200 * i, 280, 160, 160}, i / 4.0, 20},
                               i == 1 ? Fill{soft} : Fill{}, {blue, 6}));
    items.push_back(itemOf("line/flat", Path{{{60, 500}, {360, 500}}}, {}, {ink, 3}));
    items.push_back(itemOf("line/upright", Path{{{400, 480}, {400, 640}}}, {}, {ink, 3, true}));
    items.push_back(itemOf("line/rising", Path{{{440, 640}, {640, 480}}}, {}, {ink, 3}));
    items.push_back(itemOf("arrow", Path{{{60, 560}, {360, 560}}, false, false, true}, {}, {blue, 3}));
    items.push_back(itemOf("arrow/curved",
                           Path{{{680, 640}, {780, 480}, {900, 640}, {1000, 500}}, false, true, true}, {},
                           {gold, 5}));
    items.push_back(itemOf("polygon", Path{{{1060, 640}, {1160, 480}, {1260, 640}}, true}, {blue}, {ink, 3}));
    items.push_back(itemOf("elbow", Path{{{1300, 480}, {1300, 640}, {1420, 640}}}, {}, {ink, 3}));
    for (int i = 0; i <= int(Symbol::Bell); ++i)
        items.push_back(
            itemOf(QStringLiteral("icon/%1").arg(i), Icon{{60.0 + 90 * i, 700, 72, 72}, Symbol(i)}, {ink}));
    items.push_back(itemOf("faint", Rect{{1100, 700, 200, 72}, 8}, {blue}));
    items.back().opacity = 0.4;
    int y = 820;
    for (const auto& [font, text] :
         {std::pair{Font{FontFamily::Sans, 32, 400}, "The GIL goes from T1 to T2"},
          std::pair{Font{FontFamily::Sans, 32, 700}, "全局解释器锁 moves on"},
          std::pair{Font{FontFamily::Mono, 28, 400}, "    counter += 1  # 计数"}}) {
        const QRectF rect(60, y, 800, 50);
        items.push_back(
            itemOf(QStringLiteral("text/%1").arg(y), Text{rect, QString::fromUtf8(text), font}, {ink}));
        y += 70;
    }
    items.push_back(itemOf("text/right",
                           Text{{1000, 820, 800, 50}, "to the right", {}, Qt::AlignRight | Qt::AlignVCenter},
                           {ink}));
    items.push_back(
        itemOf("text/middle", Text{{1000, 890, 800, 50}, "in the middle", {}, Qt::AlignCenter}, {ink}));
    return list;
}

/// A run's first steps as the program shows them.
inline std::vector<exporting::Slide> stageSlides(std::size_t count, const Setting& setting = {})
{
    const auto panel = gil::makePanel();
    const trace::Trace trace = samples::gilHandoff();
    std::vector<exporting::Slide> slides;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t step = (i + 1) * (trace.steps().size() - 1) / (count + 1);
        slides.push_back({pictureOf(*panel, trace, step, setting), QStringLiteral("step-%1").arg(step),
                          QStringLiteral("Step %1").arg(step),
                          QStringLiteral("First.\n\nSecond for %1.").arg(step)});
    }
    return slides;
}

} // namespace il::tests
