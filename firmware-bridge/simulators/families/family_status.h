#pragma once

#include <firmware-bridge/simulators/families/family_settings.h>

#include <QByteArray>

#include <optional>

namespace starqueue::simulators {

/// What is so inside a printer, and what it remembers of what was.
struct Mechanics
{
    // causes
    bool powered = true;
    bool paper = true;
    bool paperLow = false;
    bool coverOpen = false;
    bool cutterJammed = false;
    bool paperJammed = false;
    bool broken = false;
    bool feedPressed = false;
    bool headHot = false;
    // remembered until a command or FEED ends it
    bool cutterError = false;
    bool jamError = false;
    bool coverError = false;
    bool awaitsFeed = false;
    // what goes on
    bool printing = false;
    bool motorOn = false;
    bool ticketInside = false; ///< cut, in the presenter's entry
    bool ticketAtExit = false;

    /// A cause is there that no command ends.
    [[nodiscard]] bool hindered() const { return !paper || coverOpen || cutterJammed || paperJammed; }
    [[nodiscard]] bool error() const { return cutterError || jamError || coverError; }
    [[nodiscard]] bool offline() const
    {
        return coverOpen || !paper || error() || awaitsFeed || feedPressed || headHot || broken;
    }
};

/// The answer to DLE EOT `question`; none: this family doesn't know the question.
[[nodiscard]] std::optional<QByteArray> statusAnswer(const FamilySettings& settings, const Mechanics& now,
                                                     int question);
/// Automatic status, GS a: four bytes.
[[nodiscard]] QByteArray automaticStatus(const FamilySettings& settings, const Mechanics& now);
/// Custom's full status: the bytes of DLE EOT 20 that `mask` asks for, without their head.
[[nodiscard]] QByteArray fullStatus(const Mechanics& now, int mask);
/// Custom's ejector status, GS e 6.
[[nodiscard]] QByteArray ejectorStatus(const Mechanics& now);
/// The answer to GS r 1 and ESC v.
[[nodiscard]] QByteArray sensorAnswer(const Mechanics& now);
/// The answer to GS I `which`; empty: none.
[[nodiscard]] QByteArray identityAnswer(const FamilySettings& settings, int which);

} // namespace starqueue::simulators
