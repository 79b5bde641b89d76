#include "screens.h"

#include <utility>

namespace il::app {

Placement place(const std::vector<QRect>& screens, int primary, int window, bool swapped)
{
    const auto at = [&screens](int index) { return screens[static_cast<std::size_t>(index)]; };
    const auto area = [&at](int index) { return qint64(at(index).width()) * at(index).height(); };
    std::optional<int> other;
    for (int i = 0; i < static_cast<int>(screens.size()); ++i)
        if (i != primary && !at(i).intersects(at(primary)) && (!other || area(i) > area(*other)))
            other = i;
    if (!other)
        return {window, std::nullopt};
    return swapped ? Placement{primary, other} : Placement{*other, primary};
}

} // namespace il::app
