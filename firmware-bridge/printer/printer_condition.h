#pragma once

#include <client/api/words.h>
#include <firmware-bridge/printer/printer_answers.h>

#include <QMetaType>
#include <QString>

namespace starqueue::bridge {

/// What a printer last said about itself.
struct PrinterCondition
{
    bool offline = false;
    bool coverOpen = false;
    bool paperOut = false;
    bool nearEnd = false;
    bool cutterFault = false;
    bool broken = false;           ///< unrecoverable: needs a technician
    bool recoverableError = false; ///< recoverable by DLE ENQ 2

    bool operator==(const PrinterCondition&) const = default;

    [[nodiscard]] bool fitToPrint() const
    {
        return !offline && !coverOpen && !paperOut && !cutterFault && !broken;
    }
};

/// `condition` after an automatic status, which tells everything.
[[nodiscard]] PrinterCondition conditionFrom(const AutomaticStatus& status);

/// `condition` after the answer to DLE EOT `question` (1 to 4), which tells a part.
[[nodiscard]] PrinterCondition updated(PrinterCondition condition, int question, RealTimeStatus status);

/// `condition` after the answer to GS r 1.
[[nodiscard]] PrinterCondition updated(PrinterCondition condition, PaperSensorStatus status);

/// A printer as the hall and the kiosk see it.
struct PrinterState
{
    enum class Kind { Starting, Ready, NearEnd, PaperOut, CoverOpen, CutterFault, Broken, Silent, Unplugged };

    Kind kind = Kind::Starting;

    bool operator==(const PrinterState&) const = default;

    [[nodiscard]] bool ready() const { return kind == Kind::Ready || kind == Kind::NearEnd; }
    [[nodiscard]] client::api::DeviceState state() const;
    /// "paperOut", "silent" …; empty when well.
    [[nodiscard]] QString fault() const;
};

} // namespace starqueue::bridge

Q_DECLARE_METATYPE(starqueue::bridge::PrinterState)
