// Short scripts to begin with, compiled into the program.
#pragma once

#include "../library.h"

#include <QString>

namespace il::app {

struct Example {
    QString name;                     ///< its file's name, "race.py"
    std::array<std::string, 2> title; ///< by language
    QString text;
};

/// In the order of their metadata.
const std::vector<Example>& examples();

} // namespace il::app
