// For the tests of panels: a panel's picture of a step, and questions about it.
#pragma once

#include "scene/frame.h"
#include "scene/layout_rules.h"
#include "scene/panel.h"

#include <QDir>
#include <QFile>
#include <QStringList>
#include <QTest>

#include <algorithm>

namespace il::tests {

struct Setting {
    QSizeF pixels{1920, 1080};
    scene::Language language = scene::Language::English;
    scene::ThemeId theme = scene::ThemeId::Paper;
    std::string variant{};
};

inline scene::DisplayList pictureOf(const scene::Panel& panel, const trace::Trace& trace, std::size_t step,
                                    const Setting& setting = {})
{
    const trace::View view = trace.atStep(step);
    const scene::StageInput input{.trace = trace,
                                  .view = view,
                                  .step = step,
                                  .size = scene::stageSize(setting.pixels),
                                  .theme = scene::Theme::of(setting.theme),
                                  .words = scene::Words::of(setting.language),
                                  .title = QStringLiteral("Title"),
                                  .subtitle = {},
                                  .caption = {},
                                  .footer = {},
                                  .cues = {},
                                  .variant = setting.variant};
    return scene::stage(input, panel);
}

inline const scene::Item* find(const scene::DisplayList& list, const QString& id)
{
    const auto at = std::find_if(list.items.begin(), list.items.end(),
                                 [&](const scene::Item& item) { return item.id == id; });
    return at == list.items.end() ? nullptr : &*at;
}

/// The bounds of an item that must be there; an empty rect (and a failed test) otherwise.
inline QRectF rectOf(const scene::DisplayList& list, const QString& id)
{
    const scene::Item* item = find(list, id);
    if (!item)
        QTest::qFail(qPrintable(id + QStringLiteral(" is missing")), __FILE__, __LINE__);
    return item ? scene::bounds(*item) : QRectF();
}

/// What a Text item says; "" when there is none of that name.
inline QString textOf(const scene::DisplayList& list, const QString& id)
{
    const scene::Item* item = find(list, id);
    const auto* text = item ? std::get_if<scene::Text>(&item->shape) : nullptr;
    return text ? text->text : QString();
}

/// Ids that begin with `prefix` and end with `suffix`.
inline QStringList idsLike(const scene::DisplayList& list, const QString& prefix, const QString& suffix)
{
    QStringList ids;
    for (const scene::Item& item : list.items)
        if (item.id.startsWith(prefix) && item.id.endsWith(suffix))
            ids << item.id;
    return ids;
}

/// As QRectF::contains, which knows nothing of lines.
inline bool within(const QRectF& outer, const QRectF& inner)
{
    constexpr double slack = 0.5;
    return inner.left() >= outer.left() - slack && inner.right() <= outer.right() + slack &&
           inner.top() >= outer.top() - slack && inner.bottom() <= outer.bottom() + slack;
}

/// The violations of the look's rules by this panel's own items; the frame has tests of its own.
inline QStringList ownViolations(const scene::DisplayList& list, const QString& panel)
{
    QStringList own;
    for (const QString& line : violations(list))
        if (line.contains(panel + QLatin1Char('/')) || line.startsWith(QLatin1String("thread/")))
            own << line;
    return own;
}

/// Steps to look at: all of a short run, some of a long one, the first and the last always.
inline std::vector<std::size_t> someSteps(const trace::Trace& trace, std::size_t most = 8)
{
    const std::size_t last = trace.steps().size() - 1;
    std::vector<std::size_t> steps;
    const std::size_t count = std::min(last + 1, most);
    for (std::size_t i = 0; i < count; ++i)
        steps.push_back(count == 1 ? 0 : last * i / (count - 1));
    return steps;
}

} // namespace il::tests
