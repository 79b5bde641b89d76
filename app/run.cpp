#include "run.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Run)
};

using Problem = std::optional<QString>;

std::optional<double> numberOf(const lesson::Value& value)
{
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&value))
        return *real;
    return std::nullopt;
}

Problem problemOf(const lesson::Parameter& parameter, const lesson::Value& value)
{
    const auto number = numberOf(value);
    const bool sameKind = value.index() == parameter.value.index() || (number && numberOf(parameter.value));
    const QString name = QString::fromStdString(parameter.name);
    if (!sameKind)
        return Tr::tr("The parameter %1 is of another kind than the script's value.").arg(name);
    const auto min = parameter.min ? numberOf(*parameter.min) : std::nullopt;
    const auto max = parameter.max ? numberOf(*parameter.max) : std::nullopt;
    if (number && ((min && *number < *min) || (max && *number > *max)))
        return Tr::tr("The parameter %1 must be between %2 and %3.")
            .arg(name)
            .arg(min.value_or(-INFINITY))
            .arg(max.value_or(INFINITY));
    return std::nullopt;
}

Problem setParameters(machine::Config& config, const lesson::Metadata& metadata, const RunOptions& options)
{
    for (const auto& [name, value] : options.parameters) {
        const std::string& wanted = name;
        const auto known =
            std::find_if(metadata.parameters.begin(), metadata.parameters.end(),
                         [&wanted](const auto& parameter) { return parameter.name == wanted; });
        if (known == metadata.parameters.end())
            return Tr::tr("The script has no parameter \"%1\".").arg(QString::fromStdString(name));
        if (Problem problem = problemOf(*known, value))
            return problem;
        config.parameters[name] = value;
    }
    return std::nullopt;
}

Problem setSwitchInterval(machine::Config& config, std::optional<double> ms)
{
    if (!ms)
        return std::nullopt;
    if (!(*ms >= 0.001 && *ms <= 10000))
        return Tr::tr("The switch interval must be between 0.001 and 10000 ms.");
    config.switchInterval = trace::nanoseconds(std::llround(*ms * 1e6));
    return std::nullopt;
}

/// The first step whose picture has event `index` in it.
std::size_t stepOf(const trace::Trace& trace, std::size_t index)
{
    const auto steps = trace.steps();
    const auto step = std::partition_point(
        steps.begin(), steps.end(), [index](const trace::Step& candidate) { return candidate.end <= index; });
    return static_cast<std::size_t>(std::min<std::ptrdiff_t>(step - steps.begin(), std::ssize(steps) - 1));
}

QString stringOf(const trace::Trace& trace, trace::StringId id)
{
    const std::string_view text = trace.string(id);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Reading names and values on the way to a call is none.
bool isDeed(trace::EventKind kind)
{
    return kind != trace::EventKind::Cue && kind != trace::EventKind::Instruction &&
           kind != trace::EventKind::VariableRead;
}

/// The event with which the line of the cue at `index` does what can be seen. A line whose first deed is to
/// ask for a lock that another thread holds does it with the wait; other lines are just about to run, which
/// is the cue itself.
std::size_t momentOf(std::span<const trace::Event> events, std::size_t index)
{
    using trace::EventKind;
    bool asks = false, inLine = false; // the cue comes before its line
    for (std::size_t i = index + 1; i < events.size(); ++i) {
        const trace::Event& event = events[i];
        if (event.thread != events[index].thread)
            continue;
        if (event.kind == EventKind::ThreadBlocked)
            return asks ? i : index;
        if (event.kind == EventKind::LockRequested && event.value == 1)
            asks = true;
        else if (event.kind == EventKind::Line ? std::exchange(inLine, true) : !asks && isDeed(event.kind))
            break;
    }
    return index;
}

std::vector<scene::CueMark> findCues(const trace::Trace& trace)
{
    std::vector<scene::CueMark> cues;
    const auto events = trace.events();
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].kind != trace::EventKind::Cue)
            continue;
        const QString name = stringOf(trace, events[i].object);
        if (std::none_of(cues.begin(), cues.end(), [&name](const auto& cue) { return cue.name == name; }))
            cues.push_back({name, i, events[i].time}); // the event for now, the step below
    }
    for (scene::CueMark& cue : cues) {
        const std::size_t moment = momentOf(events, cue.step);
        cue.step = stepOf(trace, moment);
        cue.time = events[moment].time;
    }
    std::stable_sort(cues.begin(), cues.end(), [](const auto& a, const auto& b) { return a.step < b.step; });
    return cues;
}

std::vector<OutputPiece> findOutput(const trace::Trace& trace)
{
    std::vector<OutputPiece> output;
    const auto events = trace.events();
    for (std::size_t i = 0; i < events.size(); ++i)
        if (events[i].kind == trace::EventKind::Output && (events[i].flags & 2) == 0)
            output.push_back(
                {stringOf(trace, events[i].object), (events[i].flags & 1) != 0, stepOf(trace, i)});
    return output;
}

} // namespace

QString textOf(const lesson::Value& value)
{
    if (const bool* truth = std::get_if<bool>(&value))
        return *truth ? u"True"_s : u"False"_s;
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return QString::number(*whole);
    if (const double* real = std::get_if<double>(&value))
        return QString::number(*real);
    return QString::fromStdString(std::get<std::string>(value));
}

tl::expected<Prepared, QString> prepare(const lesson::Metadata& metadata, const RunOptions& options)
{
    Prepared prepared;
    machine::Config& config = prepared.config;
    const auto version = machine::PythonVersion::parse(options.python.value_or(metadata.python));
    if (!version)
        return tl::unexpected(QString::fromStdString(version.error()));
    config.version = *version;
    config.costs = machine::Costs::of(*version);
    config.cores = options.cores.value_or(metadata.cores);
    if (config.cores < 1 || config.cores > maxCores)
        return tl::unexpected(Tr::tr("The number of cores must be between 1 and %1.").arg(maxCores));
    const auto schedule = machine::Schedule::parse(options.schedule.value_or(metadata.schedule));
    if (!schedule)
        return tl::unexpected(QString::fromStdString(schedule.error()));
    prepared.schedule = *schedule;
    const auto interval = options.switchIntervalMs ? options.switchIntervalMs : metadata.switchIntervalMs;
    if (Problem problem = setSwitchInterval(config, interval))
        return tl::unexpected(*problem);
    if (Problem problem = setParameters(config, metadata, options))
        return tl::unexpected(*problem);
    config.arguments = options.arguments;
    config.trace = options.trace;
    config.terminal = true;
    return prepared;
}

RunPtr execute(LessonPtr lesson, std::size_t script, const RunOptions& options, Prepared prepared)
{
    auto run = std::make_shared<Run>();
    run->lesson = std::move(lesson);
    run->script = script;
    run->options = options;
    run->config = prepared.config;
    run->result = machine::run(run->shown().program, prepared.config, std::move(prepared.schedule));
    run->lanes.emplace(run->trace());
    run->cues = findCues(run->trace());
    run->output = findOutput(run->trace());
    const std::string& own = run->shown().metadata.panel;
    run->panel = own.empty() ? scene::fittingPanel(run->trace()).info().id : own;
    return run;
}

std::size_t Run::cuesReached(std::size_t step) const
{
    const auto after =
        std::find_if(cues.begin(), cues.end(), [step](const auto& cue) { return cue.step > step; });
    return static_cast<std::size_t>(after - cues.begin());
}

const scene::CueMark* Run::cueAt(std::size_t step) const
{
    const std::size_t reached = cuesReached(step);
    return reached == 0 ? nullptr : &cues[reached - 1];
}

const lesson::CueText* textOf(const lesson::Text& text, const QString& cue)
{
    const std::string name = cue.toStdString();
    const auto found = std::find_if(text.cues.begin(), text.cues.end(),
                                    [&name](const auto& entry) { return entry.cue == name; });
    return found == text.cues.end() ? nullptr : &*found;
}

} // namespace il::app
