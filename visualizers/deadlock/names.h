// What threads and things are called in the deadlock picture.
#pragma once

#include "deadlock/cast.h"
#include "scene/panel.h"

#include <QString>

namespace il::deadlock {

struct Names {
    std::map<trace::ThreadId, QString> threads;
    std::map<trace::ObjectId, QString> objects; ///< "forks[0]", "end of T1", "jobs"

    QString of(trace::ThreadId thread) const;
    QString ofObject(trace::ObjectId object) const;
};

Names namesOf(const scene::StageInput& input, const Cast& cast);

} // namespace il::deadlock
