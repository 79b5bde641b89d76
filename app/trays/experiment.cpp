#include "experiment.h"

#include "../language.h"

#include <QCoreApplication>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <cmath>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

struct ExperimentTr {
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

constexpr std::uint64_t mostInstructions = 10'000'000, mostEvents = 4'000'000;

std::optional<double> numberOf(const lesson::Value& value)
{
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*whole);
    const double* real = std::get_if<double>(&value);
    return real != nullptr ? std::optional(*real) : std::nullopt;
}

SweepParameter ofScript(const lesson::Parameter& parameter, double value, scene::Language language)
{
    SweepParameter sweep;
    sweep.id = parameter.name;
    sweep.label = pick(parameter.label, language);
    if (sweep.label.isEmpty())
        sweep.label = QString::fromStdString(parameter.name);
    sweep.whole = std::holds_alternative<std::int64_t>(parameter.value);
    const auto min = parameter.min ? numberOf(*parameter.min) : std::nullopt;
    const auto max = parameter.max ? numberOf(*parameter.max) : std::nullopt;
    sweep.least = min.value_or(0);
    sweep.most = max.value_or(std::max(1e6, 10 * std::abs(value)));
    sweep.from = min.value_or(sweep.whole ? 1 : value / 4);
    sweep.to = max.value_or(2 * std::max(value, 1.0));
    return sweep;
}

/// Its own, so that the window's runs needn't queue behind an experiment's. Two, so that a new experiment
/// needn't wait for the last run of a cancelled one.
QThreadPool& experimentThreads()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(2);
    return pool;
}

struct Alias {
    const char* name;
    std::array<const char*, 4> ids;
};
constexpr std::array aliases{
    Alias{"threads", {"THREADS", "WORKERS", "N", "MOST"}},
    Alias{"processes", {"PROCESSES", "WORKERS", "N", ""}},
    Alias{"workers", {"WORKERS", "THREADS", "PROCESSES", "N"}},
    Alias{"descriptors", {"DESCRIPTORS", "CLIENTS", "IDLE", "CONNECTIONS"}},
};

} // namespace

std::vector<SweepParameter> sweepParameters(const lesson::Metadata& metadata,
                                            const machine::PythonVersion& version, scene::Language language)
{
    std::vector<SweepParameter> all;
    for (const lesson::Parameter& parameter : metadata.parameters)
        if (const auto value = numberOf(parameter.value))
            all.push_back(ofScript(parameter, *value, language));
    all.push_back({"cores", ExperimentTr::tr("Cores"), true, true, 1, 8, 1, maxCores});
    if (version.gil == machine::GilModel::SwitchInterval)
        all.push_back(
            {"interval", ExperimentTr::tr("Switch interval (ms)"), false, false, 0.5, 50, 0.001, 10000});
    return all;
}

const SweepParameter* findParameter(const std::vector<SweepParameter>& all, const QString& name)
{
    const auto find = [&all](const QString& wanted) -> const SweepParameter* {
        for (const SweepParameter& parameter : all)
            if (QString::fromStdString(parameter.id).compare(wanted, Qt::CaseInsensitive) == 0 ||
                parameter.label.compare(wanted, Qt::CaseInsensitive) == 0)
                return &parameter;
        return nullptr;
    };
    if (const SweepParameter* found = find(name))
        return found;
    for (const Alias& alias : aliases)
        for (const char* id : alias.ids)
            if (name.compare(QLatin1StringView(alias.name), Qt::CaseInsensitive) == 0 && *id != 0)
                if (const SweepParameter* found = find(QLatin1StringView(id)))
                    return found;
    return nullptr;
}

std::vector<double> sweepValues(const SweepParameter& parameter, double from, double to, std::size_t count)
{
    from = std::clamp(from, parameter.least, parameter.most);
    to = std::clamp(to, parameter.least, parameter.most);
    if (to <= from)
        return {from};
    return parameter.whole ? charts::wholeValues(from, to, count) : charts::realValues(from, to, count);
}

RunOptions withValue(RunOptions options, const lesson::Metadata& metadata, const SweepParameter& parameter,
                     double value)
{
    if (parameter.id == "cores") {
        options.cores = static_cast<int>(std::lround(value));
        return options;
    }
    if (parameter.id == "interval") {
        options.switchIntervalMs = value;
        return options;
    }
    for (const lesson::Parameter& own : metadata.parameters)
        if (own.name == parameter.id)
            options.parameters[own.name] = std::holds_alternative<std::int64_t>(own.value)
                                               ? lesson::Value(std::int64_t{std::llround(value)})
                                               : lesson::Value(value);
    return options;
}

tl::expected<charts::Sample, QString> runSample(const Sweep& sweep, double value)
{
    const lesson::Script& script = sweep.lesson->scripts[sweep.script];
    const auto options = withValue(sweep.options, script.metadata, sweep.parameter, value);
    auto prepared = prepare(script.metadata, options);
    if (!prepared)
        return tl::unexpected(prepared.error());
    machine::Limits& limits = prepared->config.limits;
    limits.instructions = std::min(limits.instructions, mostInstructions);
    limits.events = std::min(limits.events, mostEvents);
    const auto result = machine::run(script.program, prepared->config, std::move(prepared->schedule));
    return charts::sampleOf(value, result.trace);
}

Experiment::Experiment(QObject* parent) : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcher<Outcome>::resultReadyAt, this, &Experiment::take);
    connect(&m_watcher, &QFutureWatcher<Outcome>::finished, this, &Experiment::end);
}

Experiment::~Experiment()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
}

void Experiment::start(const Sweep& sweep)
{
    clear();
    m_sweep = sweep;
    m_sweep.values.resize(std::min(m_sweep.values.size(), mostValues));
    m_running = true;
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    m_watcher.setFuture(promise->future());
    experimentThreads().start([promise, sweep = m_sweep] {
        for (const double value : sweep.values) {
            if (promise->isCanceled())
                break;
            promise->addResult(runSample(sweep, value));
        }
        promise->finish();
    });
}

void Experiment::cancel()
{
    m_watcher.cancel();
    m_watcher.setFuture({}); // what still comes of it isn't wanted
    end();
}

void Experiment::clear()
{
    m_watcher.cancel();
    m_watcher.setFuture({});
    m_running = false;
    m_samples.clear();
    m_problem.clear();
    m_sweep = {};
}

void Experiment::take(int index)
{
    const Outcome outcome = m_watcher.resultAt(index);
    if (outcome)
        m_samples.push_back(*outcome);
    else
        m_problem = outcome.error();
    emit changed();
}

void Experiment::end()
{
    if (!std::exchange(m_running, false))
        return;
    emit changed();
}

} // namespace il::app
