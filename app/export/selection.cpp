#include "selection.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

/// What moments are named in.
struct Timeline {
    const trace::Trace& trace;
    const std::vector<scene::CueMark>& cues;
};

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// "5ms", "1.5 s", "20us", "850ns"; nothing for other texts.
std::optional<trace::SimTime> timeOf(const QString& text)
{
    static const QRegularExpression pattern(u"^(\\d+(?:\\.\\d+)?)\\s*(ns|us|µs|ms|s)$"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2);
    const double factor = unit == "s"_L1 ? 1e9 : unit == "ms"_L1 ? 1e6 : unit == "ns"_L1 ? 1 : 1e3;
    const double ns = match.captured(1).toDouble() * factor;
    if (ns > 1e18)
        return std::nullopt;
    return trace::nanoseconds(static_cast<std::int64_t>(ns));
}

Selection between(const trace::Trace& trace, const Instant& first, const Instant& last)
{
    Selection all{Selection::Kind::Steps, {first}};
    for (std::size_t step = first.step + 1; step < last.step; ++step)
        all.instants.push_back(atStep(trace, step));
    if (last != first)
        all.instants.push_back(last);
    return all;
}

Selection steps(const trace::Trace& trace)
{
    return between(trace, atStep(trace, 0), atStep(trace, trace.steps().size() - 1));
}

tl::expected<Instant, QString> atCue(const Timeline& line, const QString& name)
{
    QStringList names;
    for (const scene::CueMark& cue : line.cues) {
        if (cue.name == name)
            return atStep(line.trace, cue.step);
        names.append(cue.name);
    }
    names.removeDuplicates();
    return tl::unexpected(
        Tr::tr("--at: \"%1\" is no cue of this run, no step and no time like 5ms. Its cues: %2.")
            .arg(name, names.isEmpty() ? Tr::tr("none") : names.join(u", "_s)));
}

tl::expected<Instant, QString> instantOf(const Timeline& line, const QString& text)
{
    const trace::Trace& trace = line.trace;
    bool isNumber = false;
    const qulonglong step = text.toULongLong(&isNumber);
    if (isNumber && step >= trace.steps().size())
        return tl::unexpected(Tr::tr("--at: the run has the steps 0 to %1.").arg(trace.steps().size() - 1));
    if (isNumber)
        return atStep(trace, static_cast<std::size_t>(step));
    if (const auto time = timeOf(text))
        return Instant{trace.stepAt(*time), std::min(*time, trace.duration())};
    return atCue(line, text);
}

tl::expected<Selection, QString> rangeOf(const Timeline& line, const QString& from, const QString& to)
{
    const auto first = instantOf(line, from.trimmed()), last = instantOf(line, to.trimmed());
    if (!first || !last)
        return tl::unexpected(!first ? first.error() : last.error());
    if (first->step > last->step || first->now > last->now)
        return tl::unexpected(Tr::tr("--at: \"%1\" comes after \"%2\" in this run.").arg(from, to));
    return between(line.trace, *first, *last);
}

} // namespace

Instant atStep(const trace::Trace& trace, std::size_t step)
{
    return {step, trace.steps()[step].time};
}

Selection everyCue(const trace::Trace& trace, const std::vector<scene::CueMark>& cues)
{
    Selection all{Selection::Kind::Cues};
    for (const scene::CueMark& cue : cues)
        if (all.instants.empty() || all.instants.back().step != cue.step)
            all.instants.push_back(atStep(trace, cue.step));
    if (all.instants.empty())
        all.instants.push_back(atStep(trace, trace.steps().size() - 1));
    return all;
}

Selection everyCue(const Run& run)
{
    Selection all{Selection::Kind::Cues};
    for (const scene::CueMark& cue : run.cues)
        all.instants.push_back(atStep(run.trace(), cue.step));
    if (all.instants.empty())
        all.instants.push_back(atStep(run.trace(), run.trace().steps().size() - 1));
    return all;
}

Selection everyStep(const Run& run)
{
    return steps(run.trace());
}

Selection stepsBetween(const Run& run, const Instant& first, const Instant& last)
{
    return between(run.trace(), first, last);
}

tl::expected<Selection, QString> selectionOf(const trace::Trace& trace,
                                             const std::vector<scene::CueMark>& cues, const QString& text)
{
    if (text.isEmpty())
        return Selection{Selection::Kind::One, {everyCue(trace, cues).instants.front()}};
    if (text == "all"_L1)
        return everyCue(trace, cues);
    if (text == "steps"_L1)
        return steps(trace);
    const Timeline line{trace, cues};
    if (const qsizetype dots = text.indexOf(".."_L1); dots >= 0)
        return rangeOf(line, text.left(dots), text.mid(dots + 2));
    const auto one = instantOf(line, text);
    if (!one)
        return tl::unexpected(one.error());
    return Selection{Selection::Kind::One, {*one}};
}

tl::expected<Selection, QString> selectionOf(const Run& run, const QString& text)
{
    return text == "all"_L1 ? everyCue(run) : selectionOf(run.trace(), run.cues, text);
}

} // namespace il::app
