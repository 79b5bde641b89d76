#include "gil/texts.h"

#include "scene/parts.h"

#include <algorithm>

namespace il::gil {

using scene::StageInput;
using scene::timeText;
using trace::SimTime;
using trace::ThreadId;
using trace::ThreadState;
using trace::ThreadView;

namespace {

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool lostWakeNow(const StageInput& input, ThreadId thread)
{
    const auto steps = input.trace.steps();
    const std::size_t step = std::min(input.step, steps.size() - 1);
    const auto events = input.trace.events().subspan(step == 0 ? 0 : steps[step - 1].end);
    const std::size_t count = steps[step].end - (step == 0 ? 0 : steps[step - 1].end);
    return std::any_of(
        events.begin(), events.begin() + static_cast<std::ptrdiff_t>(count),
        [&](const auto& e) { return e.kind == trace::EventKind::GilWakeLost && e.thread == thread; });
}

QString objectName(const StageInput& input, trace::ObjectId object)
{
    return object < input.trace.objects().size()
               ? fromUtf8(input.trace.string(input.trace.objects()[object].name))
               : QString();
}

QString blockedText(const StageInput& input, const ThreadView& thread, bool brief)
{
    const auto& words = input.words;
    if (thread.waitsFor >= input.trace.objects().size())
        return words.translate("Gil", "waits");
    const QString name = objectName(input, thread.waitsFor);
    if (input.trace.objects()[thread.waitsFor].kind == trace::ObjectKind::ThreadEnd)
        return words.translate("Gil", "waits for %1 to end").arg(name);
    const ThreadId owner = input.view.objects[thread.waitsFor].owner;
    if (owner == trace::noThread || brief)
        return words.translate("Gil", "waits for %1").arg(name);
    return words.translate("Gil", "waits for %1, held by %2")
        .arg(name, scene::threadLabel(input.trace, owner));
}

QString ioText(const StageInput& input, const ThreadView& thread, bool brief)
{
    const auto& words = input.words;
    const bool known = thread.until != SimTime::never();
    const QString left = known ? timeText((thread.until - input.view.now).ns) : QString();
    if (!input.view.gil().exists)
        return known ? words.translate("Gil", "%1 left").arg(left) : words.translate("Gil", "in I/O");
    if (brief && known)
        return words.translate("Gil", "%1 left").arg(left);
    return known ? words.translate("Gil", "%1 left, wants the GIL again when it returns").arg(left)
                 : words.translate("Gil", "in I/O, wants the GIL again when it returns");
}

QString outsideText(const StageInput& input, const ThreadView& thread, bool brief)
{
    const auto& words = input.words;
    switch (thread.state) {
    case ThreadState::Io:
        return ioText(input, thread, brief);
    case ThreadState::Sleeping:
        if (thread.until == SimTime::never())
            return words.translate("Gil", "asleep");
        return words.translate("Gil", "sleeps, %1 left").arg(timeText((thread.until - input.view.now).ns));
    case ThreadState::Blocked:
        return blockedText(input, thread, brief);
    default:
        return words.translate("Gil", "not started yet");
    }
}

bool someCoreIsIdle(const trace::View& view)
{
    return std::find(view.cores.begin(), view.cores.end(), trace::noThread) != view.cores.end();
}

Lines makeLines(const QString& first, const QString& second)
{
    return {first, second, first, false};
}

} // namespace

Lines waiterLines(const StageInput& input, const Waiter& waiter)
{
    const auto& words = input.words;
    const QString timer = elapsedText(words, waiter.elapsed, waiter.interval);
    switch (waiter.why) {
    case Waiting::Timer:
        return makeLines(timer, words.translate("Gil", "then request"));
    case Waiting::RequestSent:
        return makeLines(words.translate("Gil", "request sent"),
                         words.translate("Gil", "waited %1")
                             .arg(timeText((input.view.now - input.view.threads[waiter.thread].since).ns)));
    case Waiting::RequestPending:
        return makeLines(timer, words.translate("Gil", "a request is pending"));
    case Waiting::ForcedSwitch:
        return makeLines(words.translate("Gil", "handed over"),
                         words.translate("Gil", "until another has it"));
    case Waiting::Signal:
        if (lostWakeNow(input, waiter.thread))
            return makeLines(words.translate("Gil", "woken too late"),
                             words.translate("Gil", "already taken again"));
        return makeLines(words.translate("Gil", "no timer"), words.translate("Gil", "until it is woken"));
    case Waiting::Waking:
        return makeLines(words.translate("Gil", "waking up"), words.translate("Gil", "the GIL is free"));
    case Waiting::Core:
        if (someCoreIsIdle(input.view))
            return makeLines(words.translate("Gil", "ready"), words.translate("Gil", "on its way to a core"));
        return makeLines(words.translate("Gil", "ready"), words.translate("Gil", "needs a core"));
    }
    return {};
}

Lines outsideLines(const StageInput& input, ThreadId id)
{
    const ThreadView& thread = input.view.threads[id];
    const QString code = sourceLine(input.trace, thread.file, thread.line);
    const QString text = outsideText(input, thread, false), brief = outsideText(input, thread, true);
    return code.isEmpty() ? Lines{text, {}, brief, false} : Lines{code, text, brief, true};
}

QString runningText(const StageInput& input, Model model, ThreadId id)
{
    const auto& words = input.words;
    const auto& gil = gilOf(input.view, id);
    if (model == Model::None)
        return {};
    if (gil.holder != id)
        return words.translate("Gil", "without the GIL");
    if (model == Model::Ticks)
        return words.translate("Gil", "until the next tick check");
    return words.translate("Gil", "held for %1").arg(timeText((input.view.now - gil.since).ns));
}

QString idleText(const scene::Words& words, Idle idle)
{
    switch (idle) {
    case Idle::GilHeld:
        return words.translate("Gil", "idle: no thread holds the GIL for it");
    case Idle::GilFree:
        return words.translate("Gil", "idle: the next thread is waking up");
    case Idle::Coming:
        return words.translate("Gil", "idle: a thread is on its way");
    case Idle::NothingToRun:
        return words.translate("Gil", "idle: nothing to run");
    }
    return {};
}

QString idleShort(const scene::Words& words, Idle idle)
{
    return idle == Idle::GilHeld ? words.translate("Gil", "idle: no GIL") : words.translate("Gil", "idle");
}

QString elapsedText(const scene::Words& words, SimTime elapsed, SimTime whole)
{
    QString first = timeText(elapsed.ns);
    const QString second = timeText(whole.ns);
    const QString unit = second.mid(second.indexOf(u' '));
    if (first.endsWith(unit) && second.contains(u' '))
        first.chop(unit.size());
    return words.translate("Gil", "%1 of %2").arg(first, second);
}

QString sourceLine(const trace::Trace& trace, trace::StringId file, std::uint32_t line)
{
    if (line == 0 || trace.string(file) != trace.info().file)
        return {};
    std::string_view rest = trace.info().source;
    for (std::uint32_t at = 1; at < line && !rest.empty(); ++at) {
        const std::size_t end = rest.find('\n');
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    QString text = fromUtf8(rest.substr(0, rest.find('\n')));
    const qsizetype cue = text.indexOf(QStringLiteral("#:"));
    if (cue >= 0)
        text.truncate(cue);
    return text.trimmed();
}

} // namespace il::gil
