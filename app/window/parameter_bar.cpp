#include "parameter_bar.h"

#include "../access/focus.h"
#include "../language.h"
#include "flow_layout.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

const QStringList& versions()
{
    static const QStringList known{u"2.7"_s,  u"3.2"_s,  u"3.9"_s,  u"3.10"_s,
                                   u"3.11"_s, u"3.12"_s, u"3.13"_s, u"3.13t"_s};
    return known;
}

std::optional<double> number(const std::optional<lesson::Value>& value)
{
    if (!value)
        return std::nullopt;
    if (const auto* whole = std::get_if<std::int64_t>(&*value))
        return static_cast<double>(*whole);
    const double* real = std::get_if<double>(&*value);
    return real != nullptr ? std::optional(*real) : std::nullopt;
}

/// The seed of "seed:42"; 0 for other schedules.
std::int64_t seedOf(const std::string& schedule)
{
    return schedule.rfind("seed:", 0) == 0 ? QString::fromStdString(schedule.substr(5)).toLongLong() : 0;
}

} // namespace

ParameterBar::ParameterBar(QWidget* parent) : QWidget(parent), m_row(new FlowLayout(this))
{
    setObjectName("parameters");
}

void ParameterBar::setRun(const RunPtr& run)
{
    m_run = run;
    rebuild();
}

void ParameterBar::setLook(const Look& look)
{
    m_look = look;
    rebuild();
}

void ParameterBar::addLabel(const QString& name, const QString& text)
{
    auto* label = new QLabel(text, this);
    label->setObjectName(u"chip_"_s + name);
    label->setProperty("kind", "chip");
    label->setMinimumWidth(30);
    m_row->addWidget(label);
}

void ParameterBar::addChip(const QString& name, const QString& text, bool changed, const Asked& asked,
                           std::function<void(RunOptions&, const lesson::Value&)> apply)
{
    auto* button = new QToolButton(this);
    button->setObjectName(u"chip_"_s + name);
    button->setProperty("kind", "chip");
    button->setProperty("changed", changed);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(tr("Change it and run again"));
    button->setFocusPolicy(Qt::TabFocus);
    m_row->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, button, asked, apply = std::move(apply)] {
        ValuePopup::ask(button, asked, [this, apply](const lesson::Value& value) {
            RunOptions options = m_run->options;
            apply(options, value);
            emit optionsChosen(options);
        });
    });
}

void ParameterBar::addMachineChips()
{
    const lesson::Metadata& metadata = m_run->shown().metadata;
    const machine::Config& config = m_run->config;
    const RunOptions& options = m_run->options;
    addLabel(u"threads"_s, tr("Threads %1").arg(m_run->trace().at(m_run->trace().duration()).threads.size()));
    addChip(
        u"cores"_s, tr("Cores %1").arg(config.cores), options.cores.has_value(),
        {tr("Cores"), std::int64_t{config.cores}, 1, 16, {}, {}},
        [](RunOptions& o, const lesson::Value& v) { o.cores = static_cast<int>(std::get<std::int64_t>(v)); });
    if (config.version.gil == machine::GilModel::SwitchInterval) {
        const double ms = static_cast<double>(config.switchInterval.ns) / 1e6;
        addChip(u"interval"_s, tr("Switch interval %1").arg(scene::timeText(config.switchInterval.ns)),
                options.switchIntervalMs.has_value(), {tr("Switch interval"), ms, 0.001, 10000, {}, u"ms"_s},
                [](RunOptions& o, const lesson::Value& v) { o.switchIntervalMs = std::get<double>(v); });
    }
    const QString python = QString::fromStdString(config.version.text);
    addChip(u"python"_s, u"CPython "_s + python, options.python.has_value(),
            {u"CPython"_s, config.version.text, {}, {}, versions(), {}},
            [](RunOptions& o, const lesson::Value& v) { o.python = std::get<std::string>(v); });
    const std::string schedule = options.schedule.value_or(metadata.schedule);
    const std::int64_t seed = seedOf(schedule);
    const QString seedText = schedule == "default" ? tr("No seed")
                             : seed == 0           ? tr("Own schedule")
                                                   : tr("Seed %1").arg(seed);
    addChip(u"seed"_s, seedText, options.schedule.has_value(), {tr("Seed (0: none)"), seed, 0, 1e9, {}, {}},
            [](RunOptions& o, const lesson::Value& v) {
                const auto chosen = std::get<std::int64_t>(v);
                o.schedule = chosen == 0 ? std::string("default") : "seed:" + std::to_string(chosen);
            });
}

void ParameterBar::addParameterChips()
{
    const lesson::Metadata& metadata = m_run->shown().metadata;
    for (const lesson::Parameter& parameter : metadata.parameters) {
        const auto own = m_run->options.parameters.find(parameter.name);
        const bool changed = own != m_run->options.parameters.end();
        const lesson::Value value = changed ? own->second : parameter.value;
        QString label = pick(parameter.label, m_look.language);
        if (label.isEmpty())
            label = QString::fromStdString(parameter.name);
        addChip(QString::fromStdString(parameter.name), label + u' ' + textOf(value), changed,
                {label, value, number(parameter.min), number(parameter.max), {}, {}},
                [name = parameter.name](RunOptions& o, const lesson::Value& v) { o.parameters[name] = v; });
    }
}

void ParameterBar::rebuild()
{
    const FocusKeeper keeper(*this);
    while (QLayoutItem* item = m_row->takeAt(0)) {
        delete item->widget(); // none is in the middle of a click: a run lies between it and here
        delete item;
    }
    if (m_run == nullptr)
        return;
    addMachineChips();
    addParameterChips();
    if (!(m_run->options == RunOptions{})) {
        auto* reset = new QToolButton(this);
        reset->setObjectName("chip_reset");
        reset->setProperty("kind", "chip");
        reset->setText(tr("Reset"));
        reset->setAccessibleName(tr("Reset all changes and run again"));
        reset->setFocusPolicy(Qt::TabFocus);
        m_row->addWidget(reset);
        connect(reset, &QToolButton::clicked, this, [this] { emit optionsChosen({}); });
    }
}

void ParameterBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace il::app
