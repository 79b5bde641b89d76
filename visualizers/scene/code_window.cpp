#include "scene/code_window.h"

#include <algorithm>
#include <cmath>

namespace il::scene {

using trace::ThreadId;
using trace::ThreadState;

namespace {

constexpr double loosePitch = 36, tightPitch = 27, scrolledPitch = 29;

bool isInScript(const StageInput& input, const trace::ThreadView& t)
{
    return t.line > 0 && (t.file == 0 || input.trace.string(t.file) == input.trace.info().file);
}

} // namespace

ThreadsAt threadsAtLines(const StageInput& input, const Listing& listing)
{
    ThreadsAt at;
    const auto& threads = input.view.threads;
    for (std::size_t i = 0; i < threads.size(); ++i) {
        const trace::ThreadView& t = threads[i];
        if (t.state == ThreadState::New || t.state == ThreadState::Done || !isInScript(input, t))
            continue;
        const int index = listing.indexOf(static_cast<int>(t.line));
        if (index >= 0)
            at[index].push_back(static_cast<ThreadId>(i));
    }
    return at;
}

int focusLine(const StageInput& input, const Listing& listing, const ThreadsAt& at)
{
    int focus = -1;
    for (const auto& [index, ids] : at)
        for (const ThreadId id : ids)
            if (input.view.threads[id].state == ThreadState::Running)
                return index;
            else if (focus < 0)
                focus = index;
    if (focus < 0 && !input.view.threads.empty() && isInScript(input, input.view.threads[0]))
        focus = listing.indexOf(static_cast<int>(input.view.threads[0].line));
    return std::max(focus, 0);
}

int windowTop(int lines, int rows, int focus, const ThreadsAt& at)
{
    const int last = std::max(0, lines - rows);
    const int stride = std::max(1, rows / 3);
    int best = std::clamp(focus - rows / 2, 0, last);
    int bestScore = -1;
    for (int start = 0; start < last + stride; start += stride) {
        const int top = std::min(start, last);
        const bool contextAbove = focus > top || focus == 0;
        const bool contextBelow = focus < top + rows - 1 || focus == lines - 1;
        if (focus < top || focus >= top + rows || !contextAbove || !contextBelow)
            continue;
        const auto first = at.lower_bound(top);
        const auto end = at.lower_bound(top + rows);
        const int score = static_cast<int>(std::distance(first, end));
        if (score > bestScore) {
            best = top;
            bestScore = score;
        }
    }
    return best;
}

CodeRows codeRows(const QRectF& area, const Listing& listing, int focus, const ThreadsAt& at)
{
    const int lines = static_cast<int>(listing.lines.size());
    const int lastNumber = lines > 0 ? listing.lines.back().number : 1;
    const double digits = textWidth(QString::number(std::max(10, lastNumber)), lineNumberFont);
    CodeRows rows{area.left() + 14, area.right() - 14, 0, 0, area.top() + 62, loosePitch, 0, lines, false};
    rows.numberRight = rows.left + 20 + digits;
    rows.textLeft = rows.numberRight + 18;
    const double height = area.bottom() - 20 - rows.top;
    if (lines * tightPitch <= height) {
        rows.pitch = std::clamp(std::floor(height / std::max(lines, 1)), tightPitch, loosePitch);
        return rows;
    }
    rows.scrolled = true;
    rows.pitch = scrolledPitch;
    rows.count = std::max(1, static_cast<int>((height - 16) / scrolledPitch));
    rows.first = windowTop(lines, rows.count, focus, at);
    return rows;
}

} // namespace il::scene
