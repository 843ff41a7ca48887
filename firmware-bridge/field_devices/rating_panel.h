#pragma once

#include <firmware-bridge/field_devices/field_device.h>
#include <firmware-bridge/field_devices/panel_registers.h>

namespace starqueue::bridge {

/// Five buttons at a counter, or a clerk's keypad: both keep presses in a ring until
/// they are acknowledged by exactly (epoch, seq).
///
/// A press is reported at every poll until acknowledge() has reached the panel, so a lost
/// report costs nothing; whoever takes it tells them apart by (uid, epoch, seq).
/// An armed panel that restarted, or whose orders got lost, is armed again for the rest of
/// its window; never once a press for that session was seen. One that
/// is still armed after its window is disarmed again.
class RatingPanel final : public FieldDevice
{
public:
    /// Whether somebody may press it who wasn't invited to: a clerk's keypad.
    enum class Pressable { WhenArmed, Always };

    /// `firstNonce`: anything that differs from run to run.
    RatingPanel(QString id, int address, int firstNonce = 1, Pressable pressable = Pressable::WhenArmed);

    void arm(int token, int windowSeconds, int language, SteadyTime now);
    void disarm();
    void acknowledge(int epoch, int seq);
    /// Lets lamps and beeper show that the cable is right.
    void signalTest();

    [[nodiscard]] RegisterBlock readBlock() const override;
    /// Seldom while no press can come, so that the bus is mostly free when a call is to be shown.
    [[nodiscard]] std::chrono::milliseconds pollEvery() const override;
    [[nodiscard]] Urgency writeUrgency() const override { return Urgency::Command; }
    [[nodiscard]] std::optional<RegisterWrite> wantedWrite(SteadyTime now) const override;
    void writeBegins(SteadyTime now) override;
    void writeFailed() override { m_dirty = true; }
    [[nodiscard]] bool wasRead(const QList<quint16>& values, SteadyTime now) override;
    [[nodiscard]] DeviceHealth health() const override;

private:
    void order();
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
