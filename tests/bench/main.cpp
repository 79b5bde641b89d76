// Measures, then prints what matters as ratios within the same process: machines differ, ratios hardly do.
// Nothing here is ever asserted.
#include "bench_runs.h"
#include "first_paint.h"

#include "trace/sample_traces.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>
#include <vector>

namespace il::bench {

std::size_t& eventCount()
{
    static std::size_t count = 1'000'000;
    return count;
}

const trace::Trace& longRun()
{
    static const trace::Trace trace = samples::longRun(eventCount());
    return trace;
}

const trace::Lanes& longRunLanes()
{
    static const trace::Lanes lanes(longRun());
    return lanes;
}

namespace {

/// Shows results as usual and keeps ns per item (or per iteration) by name.
class Keeper : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override
    {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs) {
            const auto items = run.counters.find("items_per_second");
            const double perSecond = items != run.counters.end() ? static_cast<double>(items->second) : 0;
            m_ns[run.benchmark_name()] = perSecond > 0 ? 1e9 / perSecond
                                                       : run.GetAdjustedRealTime() * 1e9 /
                                                             benchmark::GetTimeUnitMultiplier(run.time_unit);
        }
    }

    void printRatio(const char* what, const char* name, const char* base) const
    {
        const auto a = m_ns.find(name), b = m_ns.find(base);
        if (a != m_ns.end() && b != m_ns.end())
            std::printf("%-46s %12.0f ns %12.0f ns %9.1f x\n", what, a->second, b->second,
                        a->second / b->second);
    }

private:
    std::map<std::string, double> m_ns;
};

void printTable(const Keeper& results)
{
    std::printf("\n%-46s %15s %15s %11s\n", "", "this", "base", "ratio");
    results.printRatio("64 threads, 1 lock, 3.11 : heap", "lock64", "heapLoop");
    results.printRatio("64 threads, 1 lock, 3.13t : heap", "lock64FreeThreaded", "heapLoop");
    results.printRatio("64, lock passed on, 3.11 : heap", "lock64PassedOn", "heapLoop");
    results.printRatio("64, lock passed on, 3.13t : heap", "lock64PassedOnFreeThreaded", "heapLoop");
    results.printRatio("1000 threads, 4 cores : heap", "threads1000", "heapLoop");
    results.printRatio("1000, lock passed on : heap", "threads1000PassedOn", "heapLoop");
    results.printRatio("folding one event : one heap operation", "foldEvent", "heapLoop");
    results.printRatio("frame zoomed out : memcpy of a frame", "frameZoomedOut", "copyFrame");
    results.printRatio("frame zoomed in : memcpy of a frame", "frameZoomedIn", "copyFrame");
    results.printRatio("layout zoomed out : memcpy of a frame", "layoutZoomedOut", "copyFrame");
    results.printRatio("layout, lanes known : memcpy of a frame", "layoutWithMemo", "copyFrame");
    results.printRatio("frame of a tween, gil : memcpy of a frame", "tweenFrames/gil", "copyFrame");
    results.printRatio("frame of a tween, mutex : memcpy of a frame", "tweenFrames/mutex", "copyFrame");
    results.printRatio("frame while playing : memcpy of a frame", "playFrames", "copyFrame");
    for (const char* panel : {"gil", "mutex", "deadlock", "pool", "iomux"})
        results.printRatio(("a lesson played, " + std::string(panel) + " : memcpy of a frame").c_str(),
                           ("playLesson/" + std::string(panel)).c_str(), "copyFrame");
    results.printRatio("frame, 10 descriptors : memcpy of a frame", "frameOfDescriptors/10", "copyFrame");
    results.printRatio("frame, 1000 descriptors : memcpy of a frame", "frameOfDescriptors/1000", "copyFrame");
    results.printRatio("frame, 10000 descriptors : memcpy of a frame", "frameOfDescriptors/10000",
                       "copyFrame");
    results.printRatio("layout, 1000 descriptors : memcpy of a frame", "layoutOfDescriptors/1000",
                       "copyFrame");
    results.printRatio("repaint at rest : memcpy of a frame", "repaint", "copyFrame");
    results.printRatio("event log of the long run : without a run", "openEventLog", "openEmptyLog");
    results.printRatio("event log, one step on : memcpy of a frame", "followEvents", "copyFrame");
    results.printRatio("filter, per event : folding one event", "filterEvents", "foldEvent");
    results.printRatio("charts of the long run : memcpy of a frame", "openCharts", "copyFrame");
    results.printRatio("chart of waits : memcpy of a frame", "followWaits", "copyFrame");
    results.printRatio("search, 100 lessons : one look through", "search/word", "lookThrough");
    results.printRatio("search, three words : one look through", "search/three", "lookThrough");
    results.printRatio("search, nothing there : one look through", "search/nothing", "lookThrough");
    results.printRatio("seek : memcpy of a frame", "seekRandom", "copyFrame");
    results.printRatio("slide as PNG : compressing its pixels", "exportSlides/png", "deflateFrame");
    results.printRatio("slide as SVG : its list as text", "exportSlides/svg", "dumpSlide");
    results.printRatio("slide as PDF : its list as text", "exportSlides/pdf", "dumpSlide");
    results.printRatio("19 lanes zoomed out : memcpy of a frame", "lanesZoomedOut", "copyFrame");
    results.printRatio("19 lanes zoomed in : memcpy of a frame", "lanesZoomedIn", "copyFrame");
}

/// Takes --events=N out of the arguments.
void readEventCount(int& argc, char** argv)
{
    constexpr const char* option = "--events=";
    int kept = 1;
    for (int i = 1; i < argc; ++i) {
        if (std::strncmp(argv[i], option, std::strlen(option)) == 0)
            eventCount() =
                std::max<std::size_t>(100, std::strtoul(argv[i] + std::strlen(option), nullptr, 10));
        else
            argv[kept++] = argv[i];
    }
    argc = kept;
}

} // namespace

} // namespace il::bench

int main(int argc, char** argv)
{
    il::bench::readEventCount(argc, argv);
    QElapsedTimer start;
    start.start();
    const QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.contains(QStringLiteral("--first-paint=main")) ||
        arguments.contains(QStringLiteral("--first-paint=empty")))
        return il::bench::printFirstPaint(start, arguments.back() == QStringLiteral("--first-paint=empty"));
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    il::bench::Keeper results;
    benchmark::RunSpecifiedBenchmarks(&results);
    il::bench::printTable(results);
    il::bench::compareFirstPaints();
    return 0;
}
