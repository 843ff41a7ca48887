#pragma once

#include <firmware-bridge/field_devices/field_reports.h>
#include <firmware-bridge/steady_time.h>

#include <QList>
#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace starqueue::bridge {

/// The one block of registers that a device kind is read by. Always the same one: a late
/// answer is handed to the next request of the same address and function, and must then be
/// no more than an older snapshot.
struct RegisterBlock
{
    enum class Table { Input, Holding };

    Table table = Table::Input;
    int start = 0;
    int count = 0;
};

/// Holding registers to set with function 16, from register 0.
struct RegisterWrite
{
    QList<quint16> values;
};

/// What gets the bus first.
enum class Urgency { ShowCall, Command, Poll, Probe };

using FieldReport = std::variant<PressReport, ArmReport>;

/// One kind of device on the bus, as a pure codec with a memory: registers in, reports
/// out, wanted writes out. A hall with panels or displays of another make adds a class here.
///
/// An answer to a write proves nothing (it may belong to an earlier one): whether the
/// device did as told is seen in what it reports when it is read. Knows no wire and no clock.
class FieldDevice
{
public:
    FieldDevice(QString id, int address) : m_id(std::move(id)), m_address(address) {}
    virtual ~FieldDevice() = default;
    FieldDevice(const FieldDevice&) = delete;
    FieldDevice& operator=(const FieldDevice&) = delete;

    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] int address() const { return m_address; }

    [[nodiscard]] virtual RegisterBlock readBlock() const = 0;
    [[nodiscard]] virtual std::chrono::milliseconds pollEvery() const = 0;
    [[nodiscard]] virtual Urgency writeUrgency() const = 0;

    /// A write that should go out now; none when the device is as wanted.
    [[nodiscard]] virtual std::optional<RegisterWrite> wantedWrite(SteadyTime now) const = 0;
    /// That write goes out now. What is ordered from here on is another write.
    virtual void writeBegins(SteadyTime now) = 0;
    /// It got no answer: it may have arrived or not, and is wanted again.
    virtual void writeFailed() = 0;

    /// Takes a read block. False when it isn't this kind of device that answered.
    [[nodiscard]] virtual bool wasRead(const QList<quint16>& values, SteadyTime now) = 0;

    /// Reports since the last call.
    [[nodiscard]] QList<FieldReport> takeReports() { return std::exchange(m_reports, {}); }

    /// State and fault as the device last reported them; the schedule adds whether it answers at all.
    [[nodiscard]] virtual DeviceHealth health() const = 0;

protected:
    void report(FieldReport what) { m_reports.push_back(std::move(what)); }

private:
    QString m_id;
    int m_address;
    QList<FieldReport> m_reports;
};

} // namespace starqueue::bridge
