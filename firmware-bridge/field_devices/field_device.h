#pragma once

#include <firmware-bridge/field_devices/field_reports.h>
#include <firmware-bridge/steady_time.h>

#include <QList>
#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace starqueue::bridge {

/// The block of registers that a kind of device is read by. Always the same one: QModbusRtuSerialClient hands
/// a late answer to the next request of the same address and function, where it is then only an older
/// snapshot.
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

/// Priority on the bus, highest first.
enum class Urgency { ShowCall, Command, Poll, Probe };

using FieldReport = std::variant<PressReport, ArmReport>;

/// The driver of one kind of device on the bus, without I/O and clock: takes the registers that were read,
/// gives reports and the writes that are needed. A hall with panels or displays of another make adds a class.
///
/// The answer to a write proves nothing, since it may belong to an earlier write: whether the device did it
/// is read back.
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

    /// The write that is needed now; none when the device is as wanted.
    [[nodiscard]] virtual std::optional<RegisterWrite> wantedWrite(SteadyTime now) const = 0;
    /// Call when the write is sent; later commands make a new one.
    virtual void writeBegins(SteadyTime now) = 0;
    /// Call when the write got no answer. It is wanted again, although it may have arrived.
    virtual void writeFailed() = 0;

    /// Takes the block that was read. False when another kind of device answered.
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
