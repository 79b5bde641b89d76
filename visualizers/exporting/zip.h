// A zip archive in memory: the package that office documents come in.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace il::exporting {

struct Part {
    QString name; ///< path within the archive, with '/'; unique
    QByteArray bytes;
};

/// The parts in their order, deflated; equal parts give equal bytes, whatever the date. Nothing when two
/// parts have one name or memory runs out.
std::optional<QByteArray> zipped(const std::vector<Part>& parts);

} // namespace il::exporting
