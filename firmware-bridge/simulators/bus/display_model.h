#pragma once

#include <firmware-bridge/field_devices/display_registers.h>
#include <firmware-bridge/simulators/bus/field_model.h>

namespace starqueue::simulators {

/// A call-number display: takes content over when its first and last register agree, and
/// shows "--" after 10 s without a request, because it never shows a stale number.
class DisplayModel final : public FieldModel
{
public:
    explicit DisplayModel(quint32 uid);

    [[nodiscard]] QList<quint16> input(Instant now) const override;
    [[nodiscard]] const QList<quint16>& holding() const override { return m_holding; }
    void write(int start, const QList<quint16>& values, Instant now) override;
    void addressed(Instant now) override;
    void tick(Instant now) override;
    void countDamagedFrame() override {}
    void powerCycle(Instant now) override;
    [[nodiscard]] QJsonObject seen(Instant now) const override;

    static constexpr Instant kLinkTimeout = std::chrono::seconds(10);

private:
    QList<quint16> m_holding;
    bridge::DisplayReport m_report;
    bridge::DisplayContent m_content;
    Instant m_lastAddressed{};
};

} // namespace starqueue::simulators
