// What every panel's test does with its sample runs: the look's rules over sizes × languages × themes ×
// steps, one row per run, golden pictures. A test gives a table of runs and calls these from its slots.
#pragma once

#include "panels/picture_of.h"

#include <vector>

namespace il::tests {

struct Run {
    const char* name; ///< a row's name, unique in its table
    trace::Trace trace;
};

using Runs = std::vector<Run>;

/// The run of that name; one that isn't there ends the test program.
const trace::Trace& runOf(const Runs& runs, const char* name);

/// For `x_data()`: one row per run. `thisRun()` is then the row's.
void addRuns(const Runs& runs);

/// For `x_data()`: one row per run, size and language, as `checkRules()` wants them.
void addRuleRows(const Runs& runs);

/// The run of the row that is being tested, of either kind.
const trace::Trace& thisRun(const Runs& runs);

/// Fails when a picture of the row's run breaks a rule (layout_rules.h) with an item of the panel's own: at
/// up to `most` steps, in each of the panel's variants, with the themes in turn.
void checkRules(const scene::Panel& panel, const Runs& runs, std::size_t most = 8);

/// Fails when something has two colours, at two steps of the run, and nothing else tells these apart: no
/// texture, symbol, stroke, word or place of it, its parts or what lies in it, nor that one is filled and the
/// other pale. Times don't count as words. `toldElsewhere`: beginnings of ids of what another thing puts into
/// words.
void checkColourIsNeverAlone(const scene::Panel& panel, const trace::Trace& trace,
                             const QStringList& toldElsewhere = {});

/// Fails when, at some step, an item lies outside the panel's area or has an id that is not the panel's.
void checkIds(const scene::Panel& panel, const trace::Trace& trace);

/// Compares the dump of the panel's own items with tests/golden/<panel>/<row>.txt. UPDATE_GOLDEN=1 rewrites
/// the file; look at the difference before committing it.
void compareWithGolden(const scene::DisplayList& list, const scene::Panel& panel);

} // namespace il::tests
