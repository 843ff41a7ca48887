#pragma once

#include <firmware-bridge/field_devices/panel_registers.h>
#include <firmware-bridge/simulators/bus/field_model.h>
#include <firmware-bridge/simulators/bus/press_ring.h>

namespace starqueue::simulators {

/// A rating panel or a clerk's keypad after the firmware's rules (devices.md): debounce, append
/// the press durably, only then beep; a full ring refuses visibly; reading clears nothing; the
/// oldest press stays until exactly (epoch, seq) is acknowledged. A rating panel takes one press
/// per arming; a keypad takes any.
class PanelModel final : public FieldModel
{
public:
    enum class Kind { RatingPanel, Keypad };

    PanelModel(Kind kind, quint32 uid, QString eepromFile, int epochIfNew);

    /// A finger on a button. Empty when it beeped, otherwise why not.
    [[nodiscard]] QString press(int value, Instant now);
    /// Beeps and forgets: for proving that a test looks at what arrives.
    void setSwallowing(bool swallowing) { m_swallowing = swallowing; }

    [[nodiscard]] QList<quint16> input(Instant now) const override;
    [[nodiscard]] const QList<quint16>& holding() const override { return m_holding; }
    void write(int start, const QList<quint16>& values, Instant now) override;
    void addressed(Instant) override {}
    void tick(Instant now) override;
    void countDamagedFrame() override { ++m_crcErrors; }
    void powerCycle(Instant now) override;
    [[nodiscard]] QJsonObject seen(Instant now) const override;

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool armed(Instant now) const { return m_token != 0 && now < m_armedUntil; }

private:
    [[nodiscard]] int ageTenths(const KeptPress& press, Instant now) const;

    Kind m_kind;
    quint32 m_uid;
    PressRing m_ring;
    QList<quint16> m_holding;
    std::optional<int> m_nonce; ///< of the last orders; none since the restart
    int m_token = 0;
    Instant m_armedUntil{};
    Instant m_startedAt{};
    int m_crcErrors = 0;
    int m_beeps = 0;
    int m_lastValue = 0;
    bool m_swallowing = false;
};

} // namespace starqueue::simulators
