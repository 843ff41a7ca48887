#pragma once

#include <firmware-bridge/field_devices/display_registers.h>
#include <firmware-bridge/field_devices/field_device.h>

namespace starqueue::bridge {

/// The display above a counter. Is always written whole; is written again when it has
/// restarted or shows another seq than wanted, so that any loss mends itself.
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

    /// The display has taken over what is wanted.
    [[nodiscard]] bool showsWanted() const;

private:
    void nextSeq();

    DisplayContent m_wanted;
    std::optional<DisplayReport> m_report;
    SteadyTime m_writtenAt{};
    int m_seq = 0; ///< 0: the display hasn't been met yet
    bool m_dirty = false;
};

} // namespace starqueue::bridge
