// The keys and what they do: the one list that the overlay shows.
#pragma once

#include <QString>

#include <vector>

namespace il::app {

struct KeyHelp {
    QString keys; ///< as on the keyboard; several are separated by two spaces
    QString does;
};
struct KeyGroup {
    QString title;
    std::vector<KeyHelp> keys;
};

/// In the current language.
std::vector<KeyGroup> keyGroups();

} // namespace il::app
