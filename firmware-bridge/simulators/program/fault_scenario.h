#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace starqueue::simulators {

/// What goes wrong in a simulated hall.
enum class FaultScenario {
    Well,
    PaperOut,       ///< the first printer's paper ends in the middle of the first ticket; refilled after 15 s
    CoverOpen,      ///< the first printer's cover is open for the first 15 s
    NearEnd,        ///< the printers' paper is near its end
    CablePulled,    ///< ports are unplugged and plugged at random, by the seed
    NoisyLine,      ///< bits flip on the buses and in the printers' answers, by the seed
    SlowPrinter,    ///< a line takes 300 ms
    SilentPrinter,  ///< prints, never answers
    WrongNumber,    ///< the printers print another number than they were sent
    PressSwallowed, ///< panels beep and keep nothing
    DeadPanel,      ///< the panels are on the bus and don't answer
    DeadDisplay,    ///< the displays are on the bus and don't answer
};

[[nodiscard]] QStringList scenarioNames();
[[nodiscard]] std::optional<FaultScenario> scenarioNamed(const QString& name);

} // namespace starqueue::simulators
