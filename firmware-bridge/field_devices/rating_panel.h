#pragma once

#include <firmware-bridge/field_devices/field_device.h>
#include <firmware-bridge/field_devices/panel_registers.h>

namespace starqueue::bridge {

/// The driver of a rating panel with five buttons, or of a clerk's keypad: both keep presses in a ring buffer
/// until they are acknowledged by exactly (epoch, seq).
///
/// A press is reported at every poll until acknowledge() has reached the panel, so a lost report does no
/// harm; receivers deduplicate by (uid, epoch, seq). A panel that restarted while armed, or missed the
/// command, is armed again for the rest of its window, unless a press for that session was seen. One that is
/// still armed after its window is disarmed.
class RatingPanel final : public FieldDevice
{
public:
    /// Whether presses are taken at any time (a clerk's keypad) or only while armed.
    enum class Pressable { WhenArmed, Always };

    /// `firstNonce`: anything that differs from run to run.
    RatingPanel(QString id, int address, int firstNonce = 1, Pressable pressable = Pressable::WhenArmed);

    void arm(int token, int windowSeconds, int language, SteadyTime now);
    void disarm();
    void acknowledge(int epoch, int seq);
    /// Lights the lamps and beeps, for a technician who checks the cable.
    void signalTest();

    [[nodiscard]] RegisterBlock readBlock() const override;
    /// Slow while no press can come, so that the bus is mostly idle when a call is to be shown.
    [[nodiscard]] std::chrono::milliseconds pollEvery() const override;
    [[nodiscard]] Urgency writeUrgency() const override { return Urgency::Command; }
    [[nodiscard]] std::optional<RegisterWrite> wantedWrite(SteadyTime now) const override;
    void writeBegins(SteadyTime now) override;
    void writeFailed() override { m_dirty = true; }
    [[nodiscard]] bool wasRead(const QList<quint16>& values, SteadyTime now) override;
    [[nodiscard]] DeviceHealth health() const override;

private:
    void requestWrite();
    void takePress(const PanelReport& report);
    void checkArmed(const PanelReport& report, bool restarted, SteadyTime now);
    void checkAcknowledged(const PanelReport& report);
    [[nodiscard]] bool isAtRest() const;
    [[nodiscard]] bool windowOpen(SteadyTime now) const { return m_orders.token != 0 && now < m_windowEnd; }

    const Pressable m_pressable;
    PanelOrders m_orders;
    std::optional<PanelReport> m_report;
    SteadyTime m_windowEnd{};
    SteadyTime m_writtenAt{};
    bool m_dirty = false;
    bool m_pressed = false; ///< a press for the present token was seen
    bool m_armedReported = false;
};

} // namespace starqueue::bridge
