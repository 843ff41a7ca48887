#pragma once

#include <firmware-bridge/instant.h>

#include <QJsonObject>
#include <QList>
#include <QString>

namespace starqueue::simulators {

using bridge::Instant;

/// A device on the simulated bus: registers and what a person sees of it. No wire, no clock.
class FieldModel
{
public:
    FieldModel() = default;
    virtual ~FieldModel() = default;
    FieldModel(const FieldModel&) = delete;
    FieldModel& operator=(const FieldModel&) = delete;

    /// Input registers (function 4), as they are at `now`.
    [[nodiscard]] virtual QList<quint16> input(Instant now) const = 0;
    /// Holding registers (functions 3 and 16).
    [[nodiscard]] virtual const QList<quint16>& holding() const = 0;
    virtual void write(int start, const QList<quint16>& values, Instant now) = 0;

    /// Called for every valid request to this device, and about ten times a second.
    virtual void addressed(Instant now) = 0;
    virtual void tick(Instant now) = 0;
    virtual void countDamagedFrame() = 0;
    virtual void powerCycle(Instant now) = 0;

    /// What somebody standing in front of it sees.
    [[nodiscard]] virtual QJsonObject seen(Instant now) const = 0;
};

} // namespace starqueue::simulators
