// time: everything is read from the virtual clock.
#include "machine/modules/arguments.h"
#include "machine/modules/modules.h"

#include <array>
#include <cstdio>

namespace il::machine {

namespace {

/// 2026-01-01 00:00:00 UTC, when every run begins.
constexpr std::int64_t epoch = 1'767'225'600;

Value inSeconds(trace::SimTime time)
{
    return Value::of(static_cast<double>(time.ns) / 1e9);
}

NativeResult sleep(Context& context, const Args& args)
{
    const Arguments a(context, args, "sleep", 0, 1, {"seconds"});
    if (a.error())
        return *a.error();
    const auto duration = seconds(a[0]);
    if (!duration)
        return raise(context, Builtin::TypeError, "sleep() needs a number of seconds");
    if (duration->ns < 0)
        return raise(context, Builtin::ValueError, "sleep length must be non-negative");
    Wait wait;
    wait.op = Op::Sleep;
    wait.duration = *duration;
    return kernelOf(context).park(context, wait);
}

trace::SimTime processTime(Context& context)
{
    trace::SimTime sum;
    Kernel& kernel = kernelOf(context);
    for (const trace::ThreadId thread : processOf(context).numbers)
        if (thread != trace::noThread)
            sum += kernel.cpuTime(thread, context.now);
    return sum;
}

enum class Clock { Wall, Monotonic, Process, Thread };

template <Clock clock>
trace::SimTime read(Context& context)
{
    switch (clock) {
    case Clock::Wall:
    case Clock::Monotonic:
        return context.now;
    case Clock::Process:
        return processTime(context);
    case Clock::Thread:
        return kernelOf(context).cpuTime(callerOf(context), context.now);
    }
    return context.now;
}

template <Clock clock>
NativeResult inSecondsOf(Context& context, const Args&)
{
    if (clock == Clock::Wall)
        return Value::of(static_cast<double>(epoch) + static_cast<double>(context.now.ns) / 1e9);
    return inSeconds(read<clock>(context));
}

template <Clock clock>
NativeResult inNanoseconds(Context& context, const Args&)
{
    const std::int64_t base = clock == Clock::Wall ? epoch * 1'000'000'000 : 0;
    return Value::of(base + read<clock>(context).ns);
}

struct Date {
    std::int64_t year = 1970;
    int month = 1, day = 1, hour = 0, minute = 0, second = 0, weekday = 0, yearDay = 1;
};

bool isLeap(std::int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysIn(std::int64_t year, int month)
{
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[static_cast<std::size_t>(month - 1)] + (month == 2 && isLeap(year) ? 1 : 0);
}

/// The run's own dates lie shortly after the epoch, so counting is quick.
Date dateOf(std::int64_t time)
{
    Date date;
    std::int64_t days = time / 86'400;
    const auto rest = static_cast<int>(time % 86'400);
    date.hour = rest / 3600;
    date.minute = rest / 60 % 60;
    date.second = rest % 60;
    date.weekday = static_cast<int>((days + 3) % 7); // 1970-01-01 was a Thursday; Monday is 0
    for (; days >= (isLeap(date.year) ? 366 : 365); ++date.year)
        days -= isLeap(date.year) ? 366 : 365;
    date.yearDay = static_cast<int>(days) + 1;
    for (; days >= daysIn(date.year, date.month); ++date.month)
        days -= daysIn(date.year, date.month);
    date.day = static_cast<int>(days) + 1;
    return date;
}

std::string padded(const char* format, std::int64_t number)
{
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), format, static_cast<long long>(number));
    return text.data();
}

constexpr std::array dayNames{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array monthNames{"January", "February", "March",     "April",   "May",      "June",
                                "July",    "August",   "September", "October", "November", "December"};

std::string directive(char letter, const Date& date)
{
    const std::string day = dayNames[static_cast<std::size_t>(date.weekday)];
    const std::string month = monthNames[static_cast<std::size_t>(date.month - 1)];
    switch (letter) {
    case 'Y':
        return std::to_string(date.year);
    case 'm':
        return padded("%02lld", date.month);
    case 'd':
        return padded("%02lld", date.day);
    case 'H':
        return padded("%02lld", date.hour);
    case 'M':
        return padded("%02lld", date.minute);
    case 'S':
        return padded("%02lld", date.second);
    case 'j':
        return padded("%03lld", date.yearDay);
    case 'y':
        return padded("%02lld", date.year % 100);
    case 'A':
        return day;
    case 'a':
        return day.substr(0, 3);
    case 'B':
        return month;
    case 'b':
        return month.substr(0, 3);
    case 'F':
        return directive('Y', date) + '-' + directive('m', date) + '-' + directive('d', date);
    case 'T':
    case 'X':
        return directive('H', date) + ':' + directive('M', date) + ':' + directive('S', date);
    case 'Z':
        return "UTC";
    case '%':
        return "%";
    default:
        return std::string("%") + letter;
    }
}

/// strftime(format) for the present moment; a second argument isn't supported.
NativeResult strftime(Context& context, const Args& args)
{
    const Str* format = args.size() == 1 ? context.heap.get<Str>(args[0]) : nullptr;
    if (!format)
        return raise(context, Builtin::TypeError, "strftime() takes one str here: the format");
    const Date date = dateOf(epoch + context.now.ns / 1'000'000'000);
    std::string text;
    for (std::size_t i = 0; i < format->text.size(); ++i) {
        if (format->text[i] == '%' && i + 1 < format->text.size())
            text += directive(format->text[++i], date);
        else
            text += format->text[i];
    }
    return context.heap.str(text);
}

NativeResult ctime(Context& context, const Args&)
{
    const Date date = dateOf(epoch + context.now.ns / 1'000'000'000);
    return context.heap.str(directive('a', date) + ' ' + directive('b', date) + ' ' +
                            padded("%2lld", date.day) + ' ' + directive('T', date) + ' ' +
                            directive('Y', date));
}

} // namespace

NativeModule timeModule()
{
    return {"time",
            {{"sleep", sleep},
             {"time", inSecondsOf<Clock::Wall>},
             {"time_ns", inNanoseconds<Clock::Wall>},
             {"monotonic", inSecondsOf<Clock::Monotonic>},
             {"monotonic_ns", inNanoseconds<Clock::Monotonic>},
             {"perf_counter", inSecondsOf<Clock::Monotonic>},
             {"perf_counter_ns", inNanoseconds<Clock::Monotonic>},
             {"process_time", inSecondsOf<Clock::Process>},
             {"process_time_ns", inNanoseconds<Clock::Process>},
             {"thread_time", inSecondsOf<Clock::Thread>},
             {"thread_time_ns", inNanoseconds<Clock::Thread>},
             {"strftime", strftime},
             {"ctime", ctime}},
            {},
            nullptr};
}

} // namespace il::machine
