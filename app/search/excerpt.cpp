#include "excerpt.h"

#include <algorithm>

namespace il::app {
namespace {

constexpr QChar ellipsis(0x2026);

/// The largest n in 0..most for which `fits(n)`, 0 without one.
qsizetype largest(qsizetype most, const std::function<bool(qsizetype)>& fits)
{
    qsizetype low = 0, high = most;
    while (low < high) {
        const qsizetype middle = (low + high + 1) / 2;
        if (fits(middle))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

bool isInPair(const QString& text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate() && text[at - 1].isHighSurrogate();
}

/// From `from` forward to where a word begins, but no further than `to`.
qsizetype wordStart(const QString& text, qsizetype from, qsizetype to)
{
    const auto isLatin = [&text](qsizetype i) {
        return text[i].isLetterOrNumber() && text[i].unicode() < 0x2E80;
    };
    qsizetype at = from;
    while (at > 0 && at < to && isLatin(at) && isLatin(at - 1))
        ++at;
    while (at < to && text[at].isSpace())
        ++at;
    return at;
}

} // namespace

double columns(QStringView text)
{
    return static_cast<double>(text.size() + std::count_if(text.begin(), text.end(), [](QChar c) {
                                   return c.unicode() >= 0x2E80 && !c.isSurrogate();
                               }));
}

MarkedText excerpt(const MarkedText& whole, double room, const Measure& measure)
{
    const QString& text = whole.text;
    if (measure(text) <= room)
        return whole;
    const QStringView view(text);
    const qsizetype mark = whole.marks.empty() ? 0 : whole.marks.front().begin;
    const double dots = measure(QString(ellipsis));
    const qsizetype fitting =
        largest(text.size(), [&](qsizetype n) { return measure(view.first(n)) + dots <= room; });
    qsizetype begin = 0;
    if (!whole.marks.empty() && whole.marks.front().end() > fitting) {
        // A quarter of the room for what comes before; more where there is nothing to come after.
        const auto back = [&](double share) {
            return mark -
                   largest(mark, [&](qsizetype n) { return measure(view.sliced(mark - n, n)) <= share; });
        };
        const double after = measure(view.sliced(mark));
        begin = wordStart(text, back(std::max(room / 4, room - dots - after)), mark);
    }
    if (isInPair(text, begin))
        ++begin;
    const QString before = begin > 0 ? QString(ellipsis) : QString();
    const double left = room - (begin > 0 ? dots : 0);
    qsizetype length = text.size() - begin;
    if (measure(view.sliced(begin)) > left)
        length = largest(length, [&](qsizetype n) { return measure(view.sliced(begin, n)) + dots <= left; });
    length = std::clamp<qsizetype>(length, std::min<qsizetype>(mark + 1 - begin, text.size() - begin),
                                   text.size() - begin);
    if (isInPair(text, begin + length))
        length += begin + length - 1 > mark ? -1 : 1;
    MarkedText part{before + text.mid(begin, length), {}};
    if (begin + length < text.size())
        part.text += ellipsis;
    for (const Range& range : whole.marks) {
        const qsizetype from = std::max(range.begin, begin), to = std::min(range.end(), begin + length);
        if (from < to)
            part.marks.push_back({from - begin + before.size(), to - from});
    }
    return part;
}

} // namespace il::app
