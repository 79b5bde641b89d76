// A panel that stands in for the real ones: every thread as a chip, so that the frame can be tested alone.
#pragma once

#include "scene/panel.h"
#include "scene/parts.h"

#include <algorithm>

namespace il::tests {

class PlainPanel final : public scene::Panel {
public:
    explicit PlainPanel(bool subject = true, std::vector<std::string> lanes = {"gil"})
        : m_subject(subject), m_lanes(std::move(lanes))
    {
    }
    scene::PanelInfo info() const override { return {"plain", "Threads"}; }
    int claim(const trace::Trace&) const override { return 1; }
    bool hasSubject(const trace::Trace&) const override { return m_subject; }
    QString cardTitle(const scene::Words& words) const override
    {
        return words.translate("Plain", "Threads");
    }
    std::vector<std::string> extraLanes(const trace::Trace&) const override { return m_lanes; }

    std::vector<scene::Item> layout(const scene::StageInput& input, const QRectF& area) const override
    {
        scene::Items out;
        const int columns = std::max(1, static_cast<int>(area.width() / 144));
        for (std::size_t i = 0; i < input.view.threads.size(); ++i) {
            const auto id = static_cast<trace::ThreadId>(i);
            const int column = static_cast<int>(i) % columns, row = static_cast<int>(i) / columns;
            const QRectF rect(area.left() + 144 * column, area.top() + 80 * row, 128, 64);
            if (rect.bottom() <= area.bottom())
                scene::threadChip(out, QStringLiteral("thread/%1/chip").arg(i), rect,
                                  scene::threadLook(input.trace, input.view, id, input.words), input.theme);
        }
        return out;
    }

private:
    bool m_subject;
    std::vector<std::string> m_lanes;
};

} // namespace il::tests
