// All panels, in the order of their tabs: one line each.
#include "deadlock/deadlock_panel.h"
#include "gil/gil_panel.h"
#include "iomux/iomux_panel.h"
#include "mutex/mutex_panel.h"
#include "pool/pool_panel.h"
#include "scene/panel.h"

#include <algorithm>

namespace il::scene {

namespace {

std::vector<std::unique_ptr<Panel>> makePanels()
{
    std::vector<std::unique_ptr<Panel>> all;
    all.push_back(gil::makePanel());
    all.push_back(mutex::makePanel());
    all.push_back(deadlock::makePanel());
    all.push_back(pool::makePanel());
    all.push_back(iomux::makePanel());
    return all;
}

} // namespace

const std::vector<std::unique_ptr<Panel>>& panels()
{
    static const std::vector<std::unique_ptr<Panel>> all = makePanels();
    return all;
}

const Panel& fittingPanel(const trace::Trace& trace)
{
    const auto claim = [&trace](const std::unique_ptr<Panel>& panel) {
        return panel->hasSubject(trace) ? panel->claim(trace) : 0;
    };
    return **std::max_element(panels().begin(), panels().end(),
                              [&claim](const auto& a, const auto& b) { return claim(a) < claim(b); });
}

} // namespace il::scene
