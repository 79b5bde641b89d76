// What the program remembers from one time to the next.
#pragma once

#include "look.h"

#include <QByteArray>

namespace il::app {

struct Settings {
    Look look;
    bool pausesAtCues = true;
    QByteArray geometry;
    QString exportFolder; ///< where the last export went

    /// What isn't there, or makes no sense, is as it is at the first start; a broken file is no obstacle.
    static Settings load(scene::Language languageAtFirst);
    void save() const;
};

} // namespace il::app
