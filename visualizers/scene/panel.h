// The interface of a panel: one picture of a run, as a pure function.
#pragma once

#include "scene/display_list.h"
#include "scene/gate.h"
#include "scene/theme.h"
#include "scene/words.h"
#include "trace/lanes.h"
#include "trace/trace.h"
#include "trace/view.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace il::scene {

class LaneMemo;

/// What the timeline's axis counts.
enum class Axis : std::uint8_t { Time, Steps };

/// Where a `#: cue` was first reached in this run.
struct CueMark {
    QString name;
    std::size_t step = 0;
    trace::SimTime time;
};

/// Everything a picture depends on. Nothing here is changed by drawing it.
struct StageInput {
    const trace::Trace& trace;
    const trace::View& view; ///< the state to show, totals carried forward to view.now
    std::size_t step = 0;    ///< the step that `view` belongs to
    QSizeF size{1920, 1080}; ///< stage pixels (stageSize() below)
    const Theme& theme;
    const Words& words;
    QString title, subtitle; ///< from the lesson; the script's name without one
    QString caption;         ///< from the lesson's cue; empty: the narration says what happened
    QString footer;          ///< "Interleave · GIL · 2 of 3"
    std::vector<CueMark> cues;
    Axis axis = Axis::Time;
    /// The part of the axis on the timeline, in ns or steps; empty: all of the run.
    std::optional<std::pair<std::int64_t, std::int64_t>> window{};
    /// The trace's lanes, made once by whoever keeps the trace. nullptr: made anew for this picture, which
    /// takes long for a long run.
    const trace::Lanes* lanes = nullptr;
    /// Speeds up many pictures of one run in a row; the picture is the same without.
    LaneMemo* memo = nullptr;
    /// Number of the trace's choice that is offered in place of the caption; see choice_strip.h.
    std::optional<std::size_t> choice{};
    std::string variant{};      ///< which of the panel's variants; "" or an unknown one: the first
    QString settings{};         ///< changed parameters, "CLIENTS = 12": stands before the default subtitle
    std::optional<Gate> gate{}; ///< a question in the timeline's place
};

struct PanelInfo {
    std::string id;    ///< "gil": folder name, command line and metadata name
    const char* title; ///< source text for Words, context "Panels": "GIL"
};

/// One of several pictures that a panel makes of the same things.
struct PanelVariant {
    std::string id; ///< "waits": command line and metadata name, unique within the panel
    QString title;  ///< translated; what it is chosen by, and the card's title
};

/// A panel draws the card right of the code; the frame around it is the same for all (frame.h).
class Panel {
public:
    virtual ~Panel() = default;
    virtual PanelInfo info() const = 0;
    /// False when this run has nothing that this panel is about; the stage then says so.
    virtual bool hasSubject(const trace::Trace& trace) const = 0;
    /// How much the run is about this panel: of those with a subject the largest is shown when neither script
    /// nor user has chosen. What every program has counts least (threads: 1), what is rarest most (a
    /// deadlock: 5).
    virtual int claim(const trace::Trace& trace) const = 0;
    /// The card's title, translated; a panel with variants has theirs instead.
    virtual QString cardTitle(const Words& words) const = 0;
    /// Two or more pictures to choose from, the usual one first; empty for panels that have only one.
    virtual std::vector<PanelVariant> variants(const Words&) const { return {}; }
    /// The card's inside. Items lie within `area`, with ids that start with the panel's id or "thread/".
    virtual std::vector<Item> layout(const StageInput& input, const QRectF& area) const = 0;
    /// Lanes below the threads' ones on the timeline: "gil", "object/0", "variable/2" (extraLane in
    /// timeline.h).
    virtual std::vector<std::string> extraLanes(const trace::Trace&) const { return {}; }
    /// Indices of BytesArrived events, ascending, that the timeline marks across its lanes: what all of them
    /// have to answer to.
    virtual std::vector<std::uint32_t> arrivals(const trace::Trace&) const { return {}; }
};

/// The variant of that id, or else the first one; nothing for a panel without variants.
std::optional<PanelVariant> variantOf(const Panel& panel, const std::string& id, const Words& words);

/// The catalogue's product: all panels, in tab order. Defined in visualizers/catalogue.cpp.
const std::vector<std::unique_ptr<Panel>>& panels();

/// The panel with the largest claim on that run; the first one when none has a subject in it. Defined there
/// too.
const Panel& fittingPanel(const trace::Trace& trace);

} // namespace il::scene
