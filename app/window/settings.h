// What the program remembers from one time to the next.
#pragma once

#include "look.h"

#include <QByteArray>

namespace il::app {

struct Settings {
    Look look;
    bool pausesAtCues = true;
    QByteArray geometry;
    QString trayTab;    ///< see trayTabFromName
    int trayHeight = 0; ///< pixels; 0: as at the first start

    /// What isn't there, or makes no sense, is as it is at the first start; a broken file is no obstacle.
    static Settings load(scene::Language languageAtFirst);
    void save() const;
};

} // namespace il::app
