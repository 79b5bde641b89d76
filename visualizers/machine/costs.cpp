// Where the figures come from: measurements of CPython 2.7.18, 3.11 and a free-threaded 3.13 on a Linux 6.18
// virtual machine with two cores. It was shared with others, so ratios are reliable and absolute figures are
// within about 30 %.
#include "machine/machine.h"

namespace il::machine {

using trace::microseconds;
using trace::nanoseconds;
using trace::SimTime;

namespace {

/// From the speed of `while not stop[0]: c += 1`, about nine instructions: 2.7 ran 20 million rounds a
/// second, 3.11 28 to 31 million, and single-threaded 3.13t needs some 40 % more time than 3.13 does.
SimTime instructionTime(GilModel model)
{
    switch (model) {
    case GilModel::Ticks:
        return nanoseconds(6);
    case GilModel::SwitchInterval:
        return nanoseconds(4);
    case GilModel::None:
        return nanoseconds(6);
    }
    return nanoseconds(4);
}

} // namespace

Costs Costs::of(const PythonVersion& version)
{
    Costs costs;
    costs.instruction = instructionTime(version.gil);
    // Handing over between two threads through a pair of locks took 6 us: two system calls and one switch
    // each way.
    costs.contextSwitch = microseconds(2);
    // Creating and joining a thread took 70 to 145 us there, 25 on a quicker computer. The new thread begins
    // as soon as its creator waits for it.
    costs.threadStart = microseconds(40);
    // From dropping the GIL to the next thread's first instruction: median 50 us (3.11, two to four threads).
    // A sleep ends as late, since the kernel rounds the time by 50 us: prctl(2), PR_SET_TIMERSLACK.
    costs.wakeUp = microseconds(50);
    // Handing over between two threads through locks took 3 to 6 us, through queues 4 to 7: the other core
    // has been idle for a moment only and still looks for work. A Linux guest does so for 200 us
    // (Documentation/virt/guest-halt-polling.rst): a thread that had waited for a lock up to 100 us ran 4 to
    // 8 us after the release, one that had waited 250 us or more 60 to 80 us after it.
    costs.wakeUpSoon = microseconds(4);
    costs.idleAwake = microseconds(200);
    // Answering one request over a socket pair took 12 to 19 us: four system calls, two switches of a core,
    // little else.
    costs.syscall = microseconds(1);
    // 1 MiB through a multiprocessing.Pipe took 1270 us. Some 130 are wake-ups for the 16 fillings of the
    // pipe, the rest is copying in and out again.
    costs.copyKiB = nanoseconds(550);
    // On one computer a segment is in the receiver's buffer before send() returns.
    costs.segment = nanoseconds(0);
    // One ready among N idle pipes, in us: select 1.5 for 10 and 25 for 500; poll 0.7, 17, and 195 for 5000;
    // epoll_wait 0.7 to 0.9 for any N. DEL and ADD together 1 to 2.
    costs.selectCall = microseconds(1);
    costs.selectDescriptor = nanoseconds(48);
    costs.pollCall = nanoseconds(350);
    costs.pollDescriptor = nanoseconds(37);
    costs.epollCall = nanoseconds(650);
    costs.epollReady = nanoseconds(50);
    costs.epollControl = nanoseconds(750);
    // Forking a process that ends at once, and waiting for it, took 1100 to 2000 us: 130 us and more until
    // fork() was back, 380 us until the child ran, the rest for taking the child apart and two wake-ups.
    costs.fork = microseconds(1000);
    costs.exit = microseconds(800);
    // Starting and joining a spawned process took 60 to 100 ms, nearly all of it until the interpreter is up.
    costs.spawn = microseconds(1000);
    costs.interpreterStart = trace::milliseconds(60);
    return costs;
}

} // namespace il::machine
