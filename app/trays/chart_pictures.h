// The charts of a run in words and colours: what the tray shows and the command line writes.
#pragma once

#include "../run.h"
#include "../window/look.h"
#include "experiment.h"

#include "charts/busy_cores.h"
#include "charts/chart.h"
#include "charts/waits.h"

namespace il::app {

enum class ChartKind : std::uint8_t { Utilisation, Waiting, Locks, Experiment };
inline constexpr int chartKinds = 4;
QString nameOf(ChartKind kind); ///< "utilisation": on the command line and in file names
std::optional<ChartKind> chartKindFromName(const QString& name);
QString titleOf(ChartKind kind); ///< in the application's language, like all words below

QString nameOf(charts::Measure measure); ///< "time", "speed-up", ...
std::optional<charts::Measure> measureFromName(const QString& name);
QString titleOf(charts::Measure measure);

charts::Style chartStyle(const scene::Theme& theme);

/// Charts of one run; counted once, then cheap for any moment.
class RunCharts {
public:
    RunCharts() = default;
    explicit RunCharts(const RunPtr& run);

    charts::Picture utilisation(trace::SimTime now, const scene::Theme& theme) const;
    charts::Picture waiting(trace::SimTime now, const scene::Theme& theme) const;
    charts::Picture locks(trace::SimTime now, const scene::Theme& theme) const;

private:
    charts::Series threadSeries(trace::ThreadId thread, const scene::Theme& theme) const;

    RunPtr m_run;
    charts::BusyCores m_busy;
    charts::Waits m_waits;
    double m_longestWait = 0,
           m_longestLock = 0; ///< ns, at the run's end: so that bars grow and the axis stays
};

charts::Picture experimentPicture(const std::vector<charts::Sample>& samples, const SweepParameter& parameter,
                                  charts::Measure measure, const scene::Theme& theme);

} // namespace il::app
