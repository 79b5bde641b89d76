// Sentences about descriptors, about select, poll and epoll, and about calls that can wait.
#include "scene/narration_terms.h"

#include <QStringList>

#include <utility>

namespace il::scene::telling {

using trace::PollModel;

namespace {

/// Two 32-bit figures in one value.
std::pair<int, int> halves(std::int64_t value)
{
    const auto bits = static_cast<std::uint64_t>(value);
    return {static_cast<int>(bits >> 32), static_cast<int>(bits & 0x7FFFFFFF)};
}

const trace::FileView* fileOf(const Telling& t, const Event& e)
{
    return e.object < t.after.files.size() ? &t.after.files[e.object] : nullptr;
}

QString descriptor(std::int64_t number)
{
    return QStringLiteral("fd %1").arg(number);
}

/// "fd 6".
QString file(const Telling& t, const Event& e)
{
    const trace::FileView* view = fileOf(t, e);
    return view ? descriptor(view->descriptor) : QStringLiteral("?");
}

bool isListener(const Telling& t, const Event& e)
{
    return e.object < t.trace.files().size() && t.trace.files()[e.object].kind == trace::FileKind::Listener;
}

QString model(const Event& e)
{
    switch (static_cast<PollModel>(e.flags)) {
    case PollModel::Select:
        return QStringLiteral("select");
    case PollModel::Poll:
        return QStringLiteral("poll");
    default:
        return QStringLiteral("epoll");
    }
}

/// "fd 6, fd 9", of many the first ones.
QString reported(const Telling& t, ThreadId thread)
{
    constexpr std::size_t most = 4;
    QStringList names;
    if (thread >= t.after.threads.size())
        return {};
    const auto& files = t.after.threads[thread].poll.reported;
    for (std::size_t i = 0; i < files.size() && i < most; ++i)
        if (files[i] < t.after.files.size())
            names << descriptor(t.after.files[files[i]].descriptor);
    if (files.size() > most)
        names << QStringLiteral("+%1").arg(files.size() - most);
    return names.join(QStringLiteral(", "));
}

QString ofArrival(const Event& e, const Telling& t)
{
    const auto [bytes, waiting] = halves(e.value);
    const QString name = file(t, e);
    if (isListener(t, e))
        return t.words
            .translate("Narration", "A client has connected: %n connection(s) at %1 to be accepted.", nullptr,
                       waiting)
            .arg(name);
    for (const Event& other : t.events)
        if (other.kind == EventKind::ReadyListed && other.object == e.object)
            return t.words
                .translate("Narration", "%n byte(s) arrive on %1: the kernel puts it on epoll’s ready list.",
                           nullptr, bytes)
                .arg(name);
    if (waiting > bytes)
        return t.words
            .translate("Narration", "%n byte(s) arrive on %1; %2 wait in its buffer now.", nullptr, bytes)
            .arg(name, QString::number(waiting));
    return t.words.translate("Narration", "%n byte(s) arrive on %1.", nullptr, bytes).arg(name);
}

QString ofRead(const Event& e, const Telling& t)
{
    const auto [bytes, left] = halves(e.value);
    const QString name = file(t, e);
    if (isListener(t, e))
        return t.words.translate("Narration", "%1 accepts a connection from %2.").arg(who(t, e.thread), name);
    if (left > 0)
        return t.words
            .translate("Narration", "%1 reads %n byte(s) from %2; %3 stay in its buffer.", nullptr, bytes)
            .arg(who(t, e.thread), name, QString::number(left));
    return t.words
        .translate("Narration", "%1 reads %n byte(s) from %2: its buffer is empty now.", nullptr, bytes)
        .arg(who(t, e.thread), name);
}

QString ofWatch(const Event& e, const Telling& t)
{
    const QString name = file(t, e);
    if ((e.value & 0xFFFFFFFF) == 0)
        return t.words.translate("Narration", "epoll no longer watches %1.").arg(name);
    if (e.flags & 1)
        return t.words
            .translate("Narration",
                       "epoll watches %1, edge-triggered: it will tell of new arrivals only, and once.")
            .arg(name);
    if (e.flags & 2)
        return t.words.translate("Narration", "epoll watches %1, for one report only.").arg(name);
    return t.words
        .translate("Narration", "epoll watches %1 from now on: the kernel keeps that in its interest set.")
        .arg(name);
}

QString ofPollCalled(const Event& e, const Telling& t)
{
    if (static_cast<PollModel>(e.flags) == PollModel::Epoll)
        return t.words.translate("Narration", "%1 asks epoll what is on its ready list.")
            .arg(who(t, e.thread));
    return t.words
        .translate("Narration", "%1 calls %2 and passes its whole set: %n descriptor(s).", nullptr, count(e))
        .arg(who(t, e.thread), model(e));
}

QString ofPollScanned(const Event& e, const Telling& t)
{
    if (static_cast<PollModel>(e.flags) == PollModel::Epoll)
        return t.words.translate("Narration",
                                 "epoll looks at %n descriptor(s) from its ready list, at no others.",
                                 nullptr, count(e));
    return t.words
        .translate("Narration", "%1 examines its descriptors one after the other: %n of them.", nullptr,
                   count(e))
        .arg(model(e));
}

QString ofPollReturned(const Event& e, const Telling& t)
{
    if (e.value < 0)
        return t.words.translate("Narration", "%1: %2 fails.").arg(who(t, e.thread), model(e));
    if (e.value == 0)
        return t.words.translate("Narration", "%1: %2 returns with nothing: none is ready.")
            .arg(who(t, e.thread), model(e));
    return t.words.translate("Narration", "%1: %2 returns and reports %3.")
        .arg(who(t, e.thread), model(e), reported(t, e.thread));
}

QString callName(const Event& e, const Telling& t)
{
    return fromUtf8(t.trace.string(e.object));
}

QString ofCallReturned(const Event& e, const Telling& t)
{
    constexpr std::int64_t tryAgain = -11; // EAGAIN
    const QString name = callName(e, t);
    if (e.value == tryAgain)
        return t.words
            .translate("Narration",
                       "%1: %2 would have to wait. The descriptor doesn’t block, so it says so at once.")
            .arg(who(t, e.thread), name);
    if (e.value < 0)
        return t.words.translate("Narration", "%1: %2 fails.").arg(who(t, e.thread), name);
    if (e.value == 0 && (name == QLatin1String("recv") || name == QLatin1String("read")))
        return t.words.translate("Narration", "%1: %2 returns nothing: the other end has closed.")
            .arg(who(t, e.thread), name);
    return t.words.translate("Narration", "%1: %2 returns.").arg(who(t, e.thread), name);
}

QString ofClosed(const Event& e, const Telling& t)
{
    if (e.thread == trace::noThread)
        return t.words.translate("Narration", "%1 is closed.").arg(descriptor(e.value));
    return t.words.translate("Narration", "%1 closes %2.").arg(who(t, e.thread), descriptor(e.value));
}

} // namespace

QString ofCallThatWaits(const Event& e, const Telling& t)
{
    if (e.thread >= t.after.threads.size())
        return {};
    const trace::ThreadView& thread = t.after.threads[e.thread];
    if (thread.poll.inside)
        return t.words
            .translate("Narration", "Nothing is ready: %1 sleeps, and costs nothing until something is.")
            .arg(who(t, e.thread));
    if (!thread.call.inside)
        return {};
    const QString name = fromUtf8(t.trace.string(thread.call.name));
    if (thread.call.argument < 0)
        return t.words.translate("Narration", "%1 sleeps in %2.").arg(who(t, e.thread), name);
    return t.words.translate("Narration", "%1 sleeps in %2 on %3: it can’t do anything else meanwhile.")
        .arg(who(t, e.thread), name, descriptor(thread.call.argument));
}

QString ofFile(const Event& e, const Telling& t)
{
    switch (e.kind) {
    case EventKind::FileOpened:
        if (e.thread == trace::noThread)
            return {};
        return t.words.translate("Narration", "%1 opens %2.").arg(who(t, e.thread), descriptor(e.value));
    case EventKind::FileClosed:
        return ofClosed(e, t);
    case EventKind::BytesArrived:
        return ofArrival(e, t);
    case EventKind::BytesRead:
        return ofRead(e, t);
    case EventKind::BytesSent:
        return t.words
            .translate("Narration", "%1 sends %n byte(s) through %2.", nullptr, halves(e.value).first)
            .arg(e.thread == trace::noThread ? QString() : who(t, e.thread), file(t, e));
    case EventKind::WatchChanged:
        return ofWatch(e, t);
    case EventKind::ReadyListed:
        return t.words.translate("Narration", "%1 goes on epoll’s ready list.").arg(file(t, e));
    case EventKind::ReadyUnlisted:
        return t.words.translate("Narration", "%1 leaves epoll’s ready list.").arg(file(t, e));
    case EventKind::PollCalled:
        return ofPollCalled(e, t);
    case EventKind::PollScanned:
        return ofPollScanned(e, t);
    case EventKind::PollReturned:
        return ofPollReturned(e, t);
    case EventKind::CallEntered:
        if (e.value < 0)
            return t.words.translate("Narration", "%1 calls %2.").arg(who(t, e.thread), callName(e, t));
        return t.words.translate("Narration", "%1 calls %2 on %3.")
            .arg(who(t, e.thread), callName(e, t), descriptor(e.value));
    case EventKind::CallReturned:
        return ofCallReturned(e, t);
    default:
        return {};
    }
}

} // namespace il::scene::telling
