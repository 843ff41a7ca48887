#pragma once

#include <firmware-bridge/field_devices/display_registers.h>
#include <firmware-bridge/field_devices/field_device.h>

namespace starqueue::bridge {

/// The driver of the call-number display above a counter. Writes its full state each time (idempotent), and
/// again when it has restarted or shows another seq than wanted, so that it recovers from any loss.
class CallNumberDisplay final : public FieldDevice
{
public:
    using FieldDevice::FieldDevice;

    void show(const DisplayContent& content);

    [[nodiscard]] RegisterBlock readBlock() const override;
    [[nodiscard]] std::chrono::milliseconds pollEvery() const override;
    [[nodiscard]] Urgency writeUrgency() const override { return Urgency::ShowCall; }
    [[nodiscard]] std::optional<RegisterWrite> wantedWrite(SteadyTime now) const override;
    void writeBegins(SteadyTime now) override;
    void writeFailed() override { m_dirty = true; }
    [[nodiscard]] bool wasRead(const QList<quint16>& values, SteadyTime now) override;
    [[nodiscard]] DeviceHealth health() const override;

    /// The display shows what is wanted.
    [[nodiscard]] bool showsWanted() const;

private:
    void nextSeq();

    DisplayContent m_wanted;
    std::optional<DisplayReport> m_report;
    SteadyTime m_writtenAt{};
    int m_seq = 0; ///< 0: the display hasn't answered yet
    bool m_dirty = false;
};

} // namespace starqueue::bridge
