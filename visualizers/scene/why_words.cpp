#include "scene/why_words.h"

#include "scene/narration_terms.h"

#include <QStringList>

namespace il::scene {
namespace {

using trace::Cause;
using trace::CauseKind;
using trace::noThread;
using trace::SimTime;
using trace::ThreadId;
using trace::WaitReason;

/// Makes the sentences of one cause and notes the moments that they name.
class Teller {
public:
    Teller(const Telling& telling, const Cause& cause) : m_t(telling), m_c(cause) {}

    WhySentence tell()
    {
        m_result.thread = m_c.thread;
        // Moments come in any order into a sentence: each is marked with its number until the words stand.
        const QString marked = text();
        for (const QChar c : marked) {
            const int mark = c.unicode() - firstMark;
            if (mark < 0 || mark > endMark) {
                m_result.text += c;
            } else if (mark < endMark) {
                m_result.links.push_back(
                    {m_result.text.size(), 0, m_moments[static_cast<std::size_t>(mark)]});
            } else {
                m_result.links.back().length = m_result.text.size() - m_result.links.back().start;
            }
        }
        return std::move(m_result);
    }

private:
    QString say(const char* source) const { return m_t.words.translate("Why", source); }
    QString who(ThreadId thread) const { return telling::who(m_t, thread); }
    QString self() const { return who(m_c.thread); }

    QString object() const
    {
        telling::Event named;
        named.object = m_c.object;
        return telling::object(m_t, named);
    }

    QString moment(SimTime time)
    {
        m_moments.push_back(time);
        const auto mark = static_cast<char16_t>(firstMark + static_cast<int>(m_moments.size()) - 1);
        return QChar(mark) + timeText(time.ns) + QChar(static_cast<char16_t>(firstMark + endMark));
    }

    /// "since 3.4 ms, line 12"
    QString since()
    {
        if (m_c.line == 0)
            return say(QT_TRANSLATE_NOOP("Why", "since %1")).arg(moment(m_c.since));
        return say(QT_TRANSLATE_NOOP("Why", "since %1, in line %2")).arg(moment(m_c.since)).arg(m_c.line);
    }

    /// Chinese sentences aren't parted by blanks.
    QString joined(const QString& first, const QString& second) const
    {
        const bool blank = m_t.words.language() == Language::English && !second.isEmpty();
        return blank ? first + QLatin1Char(' ') + second : first + second;
    }

    QString text();
    QString ofRunning();
    QString ofCores();
    QString ofGil();
    QString ofLock();
    QString ofWait();
    QString ofIo();
    QString ofDone();
    QString filled(const char* source, const QString& what);
    QString withDeadline(const QString& sentence);
    const char* pattern() const;

    static constexpr int firstMark = 0xE000, endMark = 99; ///< private characters; no text has them

    const Telling& m_t;
    const Cause& m_c;
    std::vector<SimTime> m_moments;
    WhySentence m_result;
};

QString Teller::ofRunning()
{
    const QString where = since();
    const char* source = m_c.native
                             ? QT_TRANSLATE_NOOP("Why", "%1 computes on core %2 outside of the interpreter "
                                                        "(%3). It needs no GIL for that.")
                         : m_c.hasGil ? QT_TRANSLATE_NOOP("Why", "%1 runs on core %2 and holds the GIL (%3).")
                                      : QT_TRANSLATE_NOOP("Why", "%1 runs on core %2 (%3).");
    return say(source).arg(self(), QString::number(m_c.core), where);
}

QString Teller::ofCores()
{
    QStringList names;
    for (const ThreadId thread : m_c.threads)
        names.append(who(thread));
    const QString separator = say(QT_TRANSLATE_NOOP("Why", ", "));
    return say(QT_TRANSLATE_NOOP("Why", "%1 is ready (%2), but every core is taken: by %3."))
        .arg(self(), since(), names.join(separator));
}

QString Teller::ofGil()
{
    const QString where = since();
    if (m_c.kind == CauseKind::WaitsToSwitch)
        return say(QT_TRANSLATE_NOOP(
                       "Why",
                       "%1 had to let go of the GIL (%2) and waits until another thread has taken it."))
            .arg(self(), where);
    if (m_c.other == noThread)
        return say(QT_TRANSLATE_NOOP("Why", "%1 waits for the GIL (%2). It is free: whoever is awake first "
                                            "takes it."))
            .arg(self(), where);
    const QString holder = who(m_c.other);
    const QString waits = say(QT_TRANSLATE_NOOP("Why", "%1 waits for the GIL (%2). %3 has held it since %4."))
                              .arg(self(), where, holder, moment(m_c.takenAt));
    if (m_c.until == SimTime::never())
        return waits;
    const QString asks =
        say(QT_TRANSLATE_NOOP("Why", "If nobody lets go of it before, %1 asks for it at %2."))
            .arg(self(), moment(m_c.until));
    return joined(waits, asks);
}

QString Teller::ofLock()
{
    const QString where = since();
    const QString waits = say(QT_TRANSLATE_NOOP("Why", "%1 waits for %2 (%3).")).arg(self(), object(), where);
    if (m_c.other == noThread)
        return joined(waits, m_c.woken ? say(QT_TRANSLATE_NOOP("Why", "It is free, and %1 has been woken for "
                                                                      "it."))
                                             .arg(self())
                                       : say(QT_TRANSLATE_NOOP("Why", "Nobody holds it now.")));
    const QString taken = moment(m_c.takenAt);
    if (m_c.other == m_c.thread)
        return joined(waits,
                      say(QT_TRANSLATE_NOOP("Why", "It holds it itself: it took it at %1, in line %2."))
                          .arg(taken)
                          .arg(m_c.takenLine));
    if (m_c.takenLine == 0)
        return joined(waits, say(QT_TRANSLATE_NOOP("Why", "%1 took it at %2.")).arg(who(m_c.other), taken));
    return joined(waits, say(QT_TRANSLATE_NOOP("Why", "%1 took it at %2, in line %3, and holds it."))
                             .arg(who(m_c.other), taken)
                             .arg(m_c.takenLine));
}

const char* Teller::pattern() const
{
    switch (m_c.reason) {
    case WaitReason::Notify:
        return QT_TRANSLATE_NOOP("Why", "%1 waits to be notified on %2 (%3).");
    case WaitReason::Semaphore:
        return QT_TRANSLATE_NOOP("Why", "%1 waits for the semaphore %2 (%3). Its counter is 0.");
    case WaitReason::Result:
        return QT_TRANSLATE_NOOP("Why", "%1 waits for the result of a task (%3).");
    case WaitReason::Event:
        return QT_TRANSLATE_NOOP("Why", "%1 waits until somebody sets the event %2 (%3).");
    case WaitReason::Barrier:
        return QT_TRANSLATE_NOOP("Why", "%1 waits for others at the barrier %2 (%3).");
    case WaitReason::Item:
        return QT_TRANSLATE_NOOP("Why", "%1 waits for an item in the queue %2 (%3). It is empty.");
    case WaitReason::Room:
        return QT_TRANSLATE_NOOP("Why", "%1 waits for room in the queue %2 (%3). It is full.");
    case WaitReason::TasksDone:
        return QT_TRANSLATE_NOOP("Why", "%1 waits until all tasks of the queue %2 are done (%3).");
    case WaitReason::ThreadEnd:
        return QT_TRANSLATE_NOOP("Why", "%1 waits until %2 has finished (%3).");
    case WaitReason::ProcessEnd:
        return m_c.other != noThread
                   ? QT_TRANSLATE_NOOP("Why", "%1 waits until the process %2 has ended (%3).")
                   : QT_TRANSLATE_NOOP("Why", "%1 waits until one of its child processes has ended (%3).");
    default:
        return QT_TRANSLATE_NOOP("Why", "%1 waits for %2 (%3).");
    }
}

/// Not with arg(): a pattern may do without the second one.
QString Teller::filled(const char* source, const QString& what)
{
    const QString where = since();
    return say(source)
        .replace(QLatin1String("%3"), where)
        .replace(QLatin1String("%2"), what)
        .replace(QLatin1String("%1"), self());
}

QString Teller::withDeadline(const QString& sentence)
{
    if (m_c.until == SimTime::never())
        return sentence;
    return joined(
        sentence,
        say(QT_TRANSLATE_NOOP("Why", "At %1 it stops waiting in any case.")).arg(moment(m_c.until)));
}

QString Teller::ofWait()
{
    if (m_c.reason == WaitReason::Lock)
        return withDeadline(ofLock());
    const bool isEnd = m_c.reason == WaitReason::ThreadEnd || m_c.reason == WaitReason::ProcessEnd;
    const bool isThread = isEnd && m_c.other != noThread; // or a process, by its main thread
    const QString what = isThread ? who(m_c.other) : object();
    return withDeadline(filled(pattern(), what));
}

QString Teller::ofIo()
{
    const QString call = telling::fromUtf8(m_t.trace.string(m_c.call));
    const QString where = since();
    const QString waits =
        call.isEmpty()
            ? say(QT_TRANSLATE_NOOP("Why", "%1 waits for input or output (%2).")).arg(self(), where)
            : say(QT_TRANSLATE_NOOP("Why", "%1 waits in the system call %2 (%3).")).arg(self(), call, where);
    if (m_c.until == SimTime::never())
        return waits;
    return joined(waits, say(QT_TRANSLATE_NOOP("Why", "That ends at %1.")).arg(moment(m_c.until)));
}

QString Teller::ofDone()
{
    const QString when = moment(m_c.since);
    const char* source = m_c.failed ? QT_TRANSLATE_NOOP("Why", "%1 was ended by an exception at %2.")
                         : m_c.abandoned
                             ? QT_TRANSLATE_NOOP("Why", "%1 ended together with its process at %2.")
                             : QT_TRANSLATE_NOOP("Why", "%1 finished at %2.");
    const QString ended = say(source).arg(self(), when);
    return m_c.holds ? joined(ended, say(QT_TRANSLATE_NOOP("Why", "It has never released the lock.")))
                     : ended;
}

QString Teller::text()
{
    switch (m_c.kind) {
    case CauseKind::NotStarted:
        return say(QT_TRANSLATE_NOOP("Why", "%1 has been created, but hasn't begun to run yet.")).arg(self());
    case CauseKind::Runs:
        return ofRunning();
    case CauseKind::WakesUp:
        return say(QT_TRANSLATE_NOOP("Why",
                                     "%1 has been woken (%2) and is on its way. A core is free for it."))
            .arg(self(), since());
    case CauseKind::WaitsForCore:
        return ofCores();
    case CauseKind::WaitsForGil:
    case CauseKind::WaitsToSwitch:
        return ofGil();
    case CauseKind::Waits:
        return ofWait();
    case CauseKind::Io:
        return ofIo();
    case CauseKind::Sleeps:
        if (m_c.until == SimTime::never())
            return say(QT_TRANSLATE_NOOP("Why", "%1 sleeps (%2).")).arg(self(), since());
        return say(QT_TRANSLATE_NOOP("Why", "%1 sleeps (%2). It wakes up at %3."))
            .arg(self(), since(), moment(m_c.until));
    case CauseKind::Done:
        return ofDone();
    case CauseKind::Circle:
        return say(QT_TRANSLATE_NOOP("Why", "That closes the circle at %1. None of them can ever go on."))
            .arg(self());
    case CauseKind::Never:
        return say(QT_TRANSLATE_NOOP("Why", "Nobody is left who could do that: %1 waits for ever."))
            .arg(self());
    }
    return {};
}

} // namespace

std::vector<WhySentence> whyWords(const trace::Trace& trace, const trace::View& view,
                                  const std::vector<Cause>& chain, const Words& words)
{
    const Telling telling{trace, view, {}, 0, words};
    std::vector<WhySentence> result;
    for (const Cause& cause : chain)
        result.push_back(Teller(telling, cause).tell());
    return result;
}

} // namespace il::scene
