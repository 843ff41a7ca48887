#pragma once

#include <firmware-bridge/simulators/printer/family_port.h>

#include <QJsonObject>
#include <QString>

namespace starqueue::simulators {

/// What a person can do to a printer of a family, as a command: paper-out, paper-in, paper-ends N (after N
/// lines), near-end, cover-open, cover-close, cutter-jam, cutter-free, paper-jam, paper-free, feed, heat,
/// break, take, power-off, power-on, power-cycle; `paper` tells what it has printed, `show` how it is.
[[nodiscard]] QJsonObject executeOnFamily(const QString& verb, const QString& argument, FamilyPort& port);

/// What a person in front of it sees.
[[nodiscard]] QJsonObject familySeen(const FamilyPort& port);

} // namespace starqueue::simulators
