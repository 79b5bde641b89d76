#include "machine/machine.h"

#include <array>

namespace il::machine {

namespace {

struct Row {
    std::string_view text;
    GilModel gil;
    SwitchPoints switchPoints;
};

/// 3.2 brought the switch interval (bpo-7946). 3.10 took the check out of all instructions but backward
/// jumps, function entries and calls (bpo-42969). 3.13t is the free-threaded build (PEP 703).
constexpr std::array rows{
    Row{"2.7", GilModel::Ticks, SwitchPoints::EveryInstruction},
    Row{"3.2", GilModel::SwitchInterval, SwitchPoints::EveryInstruction},
    Row{"3.3", GilModel::SwitchInterval, SwitchPoints::EveryInstruction},
    Row{"3.4", GilModel::SwitchInterval, SwitchPoints::EveryInstruction},
    Row{"3.5", GilModel::SwitchInterval, SwitchPoints::EveryInstruction},
    Row{"3.6", GilModel::SwitchInterval, SwitchPoints::EveryInstruction},
    Row{"3.7", GilModel::SwitchInterval, SwitchPoints::EveryInstruction},
    Row{"3.8", GilModel::SwitchInterval, SwitchPoints::EveryInstruction},
    Row{"3.9", GilModel::SwitchInterval, SwitchPoints::EveryInstruction},
    Row{"3.10", GilModel::SwitchInterval, SwitchPoints::BackwardJumpsAndCalls},
    Row{"3.11", GilModel::SwitchInterval, SwitchPoints::BackwardJumpsAndCalls},
    Row{"3.12", GilModel::SwitchInterval, SwitchPoints::BackwardJumpsAndCalls},
    Row{"3.13", GilModel::SwitchInterval, SwitchPoints::BackwardJumpsAndCalls},
    Row{"3.13t", GilModel::None, SwitchPoints::BackwardJumpsAndCalls},
};

} // namespace

tl::expected<PythonVersion, std::string> PythonVersion::parse(std::string_view text)
{
    std::string known;
    for (const Row& row : rows) {
        if (row.text == text)
            return PythonVersion{std::string(row.text), row.gil, row.switchPoints};
        known += known.empty() ? "" : ", ";
        known += row.text;
    }
    return tl::unexpected("unknown Python version \"" + std::string(text) + "\"; known are " + known);
}

} // namespace il::machine
