// Runs a script once for each value of one parameter, in the background.
#pragma once

#include "../run.h"

#include "charts/sweep.h"

#include "scene/words.h"

#include <QFutureWatcher>
#include <QObject>

namespace il::app {

/// Something that an experiment can vary.
struct SweepParameter {
    std::string id; ///< "cores", "interval" (ms), or the name of a parameter of the script
    QString label;
    bool whole = true;
    bool sharesWork = false;       ///< cores
    double from = 1, to = 8;       ///< what an experiment runs through unless told otherwise
    double least = 1, most = 1000; ///< what makes sense
};

inline constexpr std::size_t mostValues = 32;
inline constexpr std::size_t usualValues = 8;

/// Of a script: cores, the switch interval if the version has one, and its own parameters that are numbers.
std::vector<SweepParameter> sweepParameters(const lesson::Metadata& metadata,
                                            const machine::PythonVersion& version, scene::Language language);
/// The one of that id or label in any case, or that is commonly called so: "threads", "processes", "workers"
/// and "descriptors" mean the script's parameter for that. Null when there is none.
const SweepParameter* findParameter(const std::vector<SweepParameter>& all, const QString& name);

/// Values for an experiment: all whole numbers if there are few, else evenly spread.
std::vector<double> sweepValues(const SweepParameter& parameter, double from, double to,
                                std::size_t count = usualValues);

/// The options with that value of that parameter.
RunOptions withValue(RunOptions options, const lesson::Metadata& metadata, const SweepParameter& parameter,
                     double value);

struct Sweep {
    LessonPtr lesson;
    std::size_t script = 0;
    RunOptions options; ///< of all runs, but for the parameter
    SweepParameter parameter;
    std::vector<double> values; ///< `mostValues` at most; more are left out
};

/// One run. Error: the value isn't allowed, for people. Runs of an experiment have tighter limits than
/// others; one that reaches a limit gives a sample that isn't `finished`. Thread-safe.
tl::expected<charts::Sample, QString> runSample(const Sweep& sweep, double value);

class Experiment : public QObject {
    Q_OBJECT

public:
    explicit Experiment(QObject* parent = nullptr);
    ~Experiment() override; ///< cancels

    void start(const Sweep& sweep); ///< forgets the one before
    void cancel(); ///< keeps the samples so far; the run under way is given up, not waited for
    void clear();  ///< as at first
    bool isRunning() const { return m_running; }
    const Sweep& sweep() const { return m_sweep; }
    const std::vector<charts::Sample>& samples() const { return m_samples; }
    const QString& problem() const { return m_problem; } ///< of the last value that wasn't allowed

signals:
    void changed(); ///< another sample, or the end

private:
    using Outcome = tl::expected<charts::Sample, QString>;
    void take(int index);
    void end();

    Sweep m_sweep;
    std::vector<charts::Sample> m_samples;
    QString m_problem;
    bool m_running = false;
    QFutureWatcher<Outcome> m_watcher;
};

} // namespace il::app
