#pragma once

#include <firmware-bridge/field_devices/display_registers.h>
#include <firmware-bridge/simulators/bus/simulated_device.h>

namespace starqueue::simulators {

/// A simulated call-number display: takes content over when its first and last register agree, and shows "--"
/// after 10 s without a request, so that it never shows a stale number.
class SimulatedDisplay final : public SimulatedDevice
{
public:
    explicit SimulatedDisplay(quint32 uid);

    [[nodiscard]] QList<quint16> input(SteadyTime now) const override;
    [[nodiscard]] const QList<quint16>& holding() const override { return m_holding; }
    void write(int start, const QList<quint16>& values, SteadyTime now) override;
    void addressed(SteadyTime now) override;
    void tick(SteadyTime now) override;
    void countDamagedFrame() override {}
    void powerCycle(SteadyTime now) override;
    [[nodiscard]] QJsonObject seen(SteadyTime now) const override;

    static constexpr std::chrono::milliseconds kLinkTimeout = std::chrono::seconds(10);

private:
    QList<quint16> m_holding;
    bridge::DisplayReport m_report;
    bridge::DisplayContent m_content;
    SteadyTime m_lastAddressed{};
};

} // namespace starqueue::simulators
