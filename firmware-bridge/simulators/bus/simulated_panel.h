#pragma once

#include <firmware-bridge/field_devices/panel_registers.h>
#include <firmware-bridge/simulators/bus/press_ring.h>
#include <firmware-bridge/simulators/bus/simulated_device.h>

namespace starqueue::simulators {

/// A simulated rating panel or clerk's keypad, by the firmware's rules: debounce, append the press durably,
/// only then beep; a full ring buffer refuses visibly; reading clears nothing; the oldest press stays until
/// exactly (epoch, seq) is acknowledged. A rating panel takes one press per arming; a keypad takes any.
class SimulatedPanel final : public SimulatedDevice
{
public:
    enum class Kind { RatingPanel, Keypad };

    SimulatedPanel(Kind kind, quint32 uid, QString eepromFile, int epochIfNew);

    /// Presses a button. Empty when it beeped, otherwise why not.
    [[nodiscard]] QString press(int value, SteadyTime now);
    /// Makes it beep without keeping the press, to show that a test notices a lost press.
    void setSwallowing(bool swallowing) { m_swallowing = swallowing; }

    [[nodiscard]] QList<quint16> input(SteadyTime now) const override;
    [[nodiscard]] const QList<quint16>& holding() const override { return m_holding; }
    void write(int start, const QList<quint16>& values, SteadyTime now) override;
    void addressed(SteadyTime) override {}
    void tick(SteadyTime now) override;
    void countDamagedFrame() override { ++m_crcErrors; }
    void powerCycle(SteadyTime now) override;
    [[nodiscard]] QJsonObject seen(SteadyTime now) const override;

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool armed(SteadyTime now) const { return m_token != 0 && now < m_armedUntil; }

private:
    [[nodiscard]] int ageTenths(const KeptPress& press, SteadyTime now) const;

    Kind m_kind;
    quint32 m_uid;
    PressRing m_ring;
    QList<quint16> m_holding;
    std::optional<int> m_nonce; ///< of the last orders; none since the restart
    int m_token = 0;
    SteadyTime m_armedUntil{};
    SteadyTime m_startedAt{};
    int m_crcErrors = 0;
    int m_beeps = 0;
    int m_lastValue = 0;
    bool m_swallowing = false;
};

} // namespace starqueue::simulators
