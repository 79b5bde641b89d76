#include "run_figures.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

double utilisationOf(const Run& run, const trace::View& view)
{
    trace::SimTime ran;
    for (const trace::ThreadView& thread : view.threads)
        ran += thread.ran;
    const double possible = static_cast<double>(view.now.ns) * std::max(1, run.config.cores);
    return possible > 0 ? std::min(1.0, static_cast<double>(ran.ns) / possible) : 0;
}

QString lastLine(const Run& run, std::size_t step)
{
    QString text;
    for (auto piece = run.output.rbegin(); piece != run.output.rend(); ++piece) {
        if (piece->isError || piece->step > step)
            continue;
        text.prepend(piece->text);
        const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
        if (lines.size() > 1 || (lines.size() == 1 && text.startsWith(u'\n')))
            return lines.back();
    }
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    return lines.isEmpty() ? QString() : lines.back();
}

QString ratioText(double left, double right)
{
    if (!(left > 0) || !(right > 0))
        return {};
    const double ratio = right / left;
    if (ratio >= 99.5 || ratio < 0.00995)
        return u"× "_s + QString::number(ratio, 'g', 2);
    return u"× "_s + QString::number(ratio, 'f', ratio < 0.995 ? 2 : ratio < 9.95 ? 1 : 0);
}

/// Collects the rows; a row that is nothing in all of its figures is left out.
class Rows {
public:
    Rows(const RunFigures& left, const RunFigures& right, const std::pair<RunFigures, RunFigures>* keeps)
        : m_left(left), m_right(right), m_keeps(keeps)
    {
    }

    /// `number` of the figures decides the ratio, and whether the row is there (unless it always is).
    template <typename Number, typename Text>
    void add(const QString& id, const QString& name, bool always, Number number, Text text)
    {
        const double left = number(m_left), right = number(m_right);
        const bool kept = m_keeps != nullptr && (number(m_keeps->first) > 0 || number(m_keeps->second) > 0);
        if (always || left > 0 || right > 0 || kept)
            push(id, name, text(m_left), text(m_right), ratioText(left, right));
    }

    void push(const QString& id, const QString& name, const QString& left, const QString& right,
              const QString& ratio)
    {
        rows.push_back({id, name, left, right, left == right ? QString() : ratio, left != right});
    }

    std::vector<FigureRow> rows;

private:
    const RunFigures& m_left;
    const RunFigures& m_right;
    const std::pair<RunFigures, RunFigures>* m_keeps;
};

} // namespace

std::vector<std::uint32_t> switchesOf(const trace::Trace& trace)
{
    std::vector<std::uint32_t> switches;
    std::map<std::int64_t, trace::ThreadId> ran; // by core
    for (std::uint32_t i = 0; i < trace.events().size(); ++i) {
        const trace::Event& event = trace.events()[i];
        if (event.kind != trace::EventKind::ThreadRunning)
            continue;
        const auto [core, first] = ran.try_emplace(event.value, event.thread);
        if (!first && std::exchange(core->second, event.thread) != event.thread)
            switches.push_back(i);
    }
    return switches;
}

RunFigures figuresAt(const Run& run, const trace::View& view, std::size_t step,
                     const std::vector<std::uint32_t>& switches)
{
    RunFigures figures{.time = view.now, .utilisation = utilisationOf(run, view)};
    for (const trace::ThreadView& thread : view.threads) {
        figures.gilWaits += thread.waitedGil;
        figures.otherWaits += thread.waitedLocks;
    }
    figures.switches = static_cast<std::uint32_t>(
        std::lower_bound(switches.begin(), switches.end(), view.events) - switches.begin());
    for (const trace::VariableView& variable : view.variables)
        figures.lostUpdates += variable.lostUpdates;
    figures.deadlock = view.deadlock != trace::none;
    for (const trace::PollTotals& totals : view.polls)
        figures.examined += totals.examined;
    figures.printed = lastLine(run, step);
    return figures;
}

std::vector<FigureRow> compared(const RunFigures& left, const RunFigures& right, const scene::Words& words,
                                const std::pair<RunFigures, RunFigures>* keeps)
{
    Rows rows(left, right, keeps);
    const auto duration = [&rows](const QString& id, const QString& name, bool always,
                                  trace::SimTime RunFigures::*member) {
        rows.add(
            id, name, always, [member](const RunFigures& f) { return static_cast<double>((f.*member).ns); },
            [member](const RunFigures& f) { return scene::timeText((f.*member).ns); });
    };
    const auto count = [&rows](const QString& id, const QString& name, bool always, auto member) {
        rows.add(
            id, name, always, [member](const RunFigures& f) { return static_cast<double>(f.*member); },
            [member](const RunFigures& f) { return QString::number(f.*member); });
    };
    duration(u"time"_s, words.translate("Twins", "Time"), true, &RunFigures::time);
    rows.add(
        u"cpu"_s, words.translate("Twins", "Cores busy"), true,
        [](const RunFigures& f) { return f.utilisation; },
        [](const RunFigures& f) { return u"%1 %"_s.arg(std::lround(100 * f.utilisation)); });
    duration(u"gil"_s, words.translate("Twins", "Waiting for the GIL"), false, &RunFigures::gilWaits);
    duration(u"waits"_s, words.translate("Twins", "Other waiting"), false, &RunFigures::otherWaits);
    count(u"switches"_s, words.translate("Twins", "Switches"), true, &RunFigures::switches);
    count(u"lost"_s, words.translate("Twins", "Lost updates"), false, &RunFigures::lostUpdates);
    rows.add(
        u"deadlock"_s, words.translate("Twins", "Deadlock"), false,
        [](const RunFigures& f) { return f.deadlock ? 1.0 : 0.0; },
        [&words](const RunFigures& f) {
            return f.deadlock ? words.translate("Twins", "yes") : words.translate("Twins", "no");
        });
    count(u"examined"_s, words.translate("Twins", "Descriptors looked at"), false, &RunFigures::examined);
    rows.add(
        u"printed"_s, words.translate("Twins", "Printed last"), false,
        [](const RunFigures& f) { return f.printed.isEmpty() ? 0.0 : 1.0; },
        [](const RunFigures& f) { return f.printed.isEmpty() ? u"–"_s : f.printed; });
    for (FigureRow& row : rows.rows)
        if (row.id == "printed"_L1 || row.id == "deadlock"_L1)
            row.ratio.clear();
    return std::move(rows.rows);
}

} // namespace il::app
