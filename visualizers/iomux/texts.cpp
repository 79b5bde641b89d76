#include "iomux/texts.h"

#include "scene/text.h"

#include <array>
#include <utility>

namespace il::iomux {

using namespace scene;
using trace::PollModel;
using trace::PollView;
using trace::SimTime;
using trace::ThreadState;
using trace::ThreadView;

namespace {

constexpr char16_t arrowSign[] = u" → ";

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// "[6, 9, +3]", as many as fit after `start`.
QString reportedText(const Picture& p, const PollView& poll, const QString& start, double width)
{
    QString list;
    const std::size_t all = poll.reported.size();
    for (std::size_t i = 0; i < all; ++i) {
        const trace::FileView* file = p.file(poll.reported[i]);
        const QString next =
            (i == 0 ? QString() : QStringLiteral(", ")) + QString::number(file ? file->descriptor : -1);
        const QString tail = i + 1 < all ? QStringLiteral(", +%1]").arg(all - i - 1) : QStringLiteral("]");
        if (i > 0 && textWidth(start + u'[' + list + next + tail, type::code) > width)
            return u'[' + list + QStringLiteral(", +%1]").arg(all - i);
        list += next;
    }
    return u'[' + list + u']';
}

QString waitText(const Picture& p, const ThreadView& thread)
{
    if (thread.until == SimTime::never())
        return p.words("asleep until one is ready");
    return p.words("asleep, for at most %1 more").arg(timeText((thread.until - p.input.view.now).ns));
}

QString insideText(const Picture& p, const ThreadView& thread)
{
    if (thread.state == ThreadState::Io || thread.state == ThreadState::Sleeping ||
        thread.state == ThreadState::Blocked)
        return waitText(p, thread);
    if (thread.poll.model == PollModel::Epoll)
        return p.words("looks at the ready list");
    return p.words("examined %1 of %2").arg(numberText(thread.poll.scanned), numberText(thread.poll.size));
}

CallWords pollWords(const Picture& p, const ThreadView& thread, double width)
{
    const PollView& poll = thread.poll;
    const QString name =
        poll.model == PollModel::Select ? QStringLiteral("select()") : QStringLiteral("poll()");
    if (poll.inside)
        return {name + QStringLiteral(" …"), insideText(p, thread), true};
    const QString start = name + QString::fromUtf16(arrowSign);
    const QString says = poll.reported.empty() ? p.words("nothing is ready")
                                               : p.words("%1 examined").arg(numberText(poll.examined));
    return {start + reportedText(p, poll, start, width), says, false};
}

bool isTransfer(const QString& name)
{
    return name.startsWith(QLatin1String("recv")) || name.startsWith(QLatin1String("send")) ||
           name == QLatin1String("read") || name == QLatin1String("write");
}

CallWords systemCallWords(const Picture& p, const ThreadView& thread, bool brief)
{
    const trace::CallView& call = thread.call;
    const QString name = fromUtf8(p.input.trace.string(call.name));
    const QString argument = call.argument >= 0 ? QString::number(call.argument) : QString();
    const QString code = brief ? name : QStringLiteral("%1(%2)").arg(name, argument);
    if (call.inside)
        return {code + QStringLiteral(" …"), stateText(thread.state, p.input.words), true};
    const QString start = code + QString::fromUtf16(arrowSign);
    if (call.result < 0) {
        const QString error = errorName(-call.result);
        return {start + error, error == QLatin1String("EAGAIN") ? p.words("would have to wait") : QString(),
                false};
    }
    if (name == QLatin1String("accept"))
        return {start + descriptorText(static_cast<int>(call.result)), {}, false};
    if (!isTransfer(name))
        return {start + QString::number(call.result), {}, false};
    const bool end =
        call.result == 0 && (name.startsWith(QLatin1String("recv")) || name == QLatin1String("read"));
    return {start + QStringLiteral("%1 B").arg(call.result),
            end ? p.words("the other end has closed") : QString(), false};
}

/// Whether a scan is among what happens at this moment.
bool scansNow(const Picture& p, trace::ThreadId thread)
{
    const auto events = p.input.trace.events();
    for (std::size_t i = p.input.view.events; i-- > 0 && events[i].time == p.input.view.now;)
        if (events[i].kind == trace::EventKind::PollScanned && events[i].thread == thread)
            return true;
    return false;
}

} // namespace

QString modelName(PollModel model)
{
    return fromUtf8(model == PollModel::Select ? "select" : model == PollModel::Poll ? "poll" : "epoll");
}

QString descriptorText(int descriptor)
{
    return QStringLiteral("fd %1").arg(descriptor);
}

QString numberText(std::uint64_t number)
{
    QString text = QString::number(number);
    if (text.size() > 4)
        for (qsizetype at = text.size() - 3; at > 0; at -= 3)
            text.insert(at, QChar(0x2009));
    return text;
}

QString errorName(std::int64_t number)
{
    static constexpr std::array<std::pair<int, const char*>, 12> names{{{4, "EINTR"},
                                                                        {9, "EBADF"},
                                                                        {11, "EAGAIN"},
                                                                        {22, "EINVAL"},
                                                                        {24, "EMFILE"},
                                                                        {32, "EPIPE"},
                                                                        {98, "EADDRINUSE"},
                                                                        {104, "ECONNRESET"},
                                                                        {107, "ENOTCONN"},
                                                                        {110, "ETIMEDOUT"},
                                                                        {111, "ECONNREFUSED"},
                                                                        {115, "EINPROGRESS"}}};
    for (const auto& [value, name] : names)
        if (value == number)
            return QString::fromLatin1(name);
    return QStringLiteral("errno %1").arg(number);
}

QString readinessText(std::uint8_t mask, PollModel model)
{
    if (model == PollModel::Select) // it has lists, no masks
        return (mask & trace::ready::out) == 0  ? QStringLiteral("rlist")
               : (mask & trace::ready::in) == 0 ? QStringLiteral("wlist")
                                                : QStringLiteral("rlist, wlist");
    static constexpr std::array<std::pair<std::uint8_t, const char*>, 4> bits{
        {{trace::ready::in, "IN"},
         {trace::ready::out, "OUT"},
         {trace::ready::error, "ERR"},
         {trace::ready::hangUp, "HUP"}}};
    QStringList names;
    for (const auto& [bit, name] : bits)
        if (mask & bit)
            names << QLatin1String(name);
    if (names.isEmpty())
        return {};
    return (model == PollModel::Epoll ? QStringLiteral("EPOLL") : QStringLiteral("POLL")) + names.join(u'|');
}

bool pollIsLatest(const Picture& p, const ThreadView& thread)
{
    if (thread.poll.model == PollModel::None || thread.poll.inside)
        return thread.poll.inside;
    if (thread.call.name == 0)
        return true;
    const std::string_view name = p.input.trace.string(thread.call.name);
    return name == "select" || name == "poll" || name.starts_with("epoll") ||
           (!thread.call.inside && thread.poll.changed >= thread.call.changed);
}

CallWords callWords(const Picture& p, trace::ThreadId id, double width)
{
    const ThreadView* thread = p.thread(id);
    if (!thread)
        return {};
    if (pollIsLatest(p, *thread))
        return pollWords(p, *thread, width);
    return thread->call.name == 0 ? CallWords{} : systemCallWords(p, *thread, false);
}

QString briefCall(const Picture& p, trace::ThreadId id)
{
    const ThreadView* thread = p.thread(id);
    return thread && thread->call.name != 0 ? systemCallWords(p, *thread, true).code : QString();
}

std::optional<double> scanPlace(const Picture& p, const ThreadView& thread)
{
    if (scannedNow(p, thread) > 0)
        return 1;
    const PollView& poll = thread.poll;
    const bool scans = poll.model == PollModel::Select || poll.model == PollModel::Poll;
    const bool begins = scans && poll.inside && thread.state == ThreadState::Running;
    return begins ? std::optional(0.0) : std::nullopt;
}

std::uint32_t scannedNow(const Picture& p, const ThreadView& thread)
{
    const PollView& poll = thread.poll;
    if (poll.model != PollModel::Select && poll.model != PollModel::Poll)
        return 0;
    const bool current = poll.inside || pollIsLatest(p, thread);
    return current && scansNow(p, static_cast<trace::ThreadId>(&thread - p.input.view.threads.data()))
               ? poll.scanned
               : 0;
}

} // namespace il::iomux
