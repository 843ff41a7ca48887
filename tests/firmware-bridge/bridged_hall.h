#pragma once

#include <firmware-bridge/hall/hall_script.h>
#include <support/scripted_hall.h>

#include <QUrl>

namespace starqueue::bridge::test {

/// The bridge's hall on the loopback, through the scripted hall of all tests, which holds every answer and
/// event against hall/openapi.yaml.
class BridgedHall final : public HallScript
{
public:
    BridgedHall();

    [[nodiscard]] QUrl url() const { return m_wire.url(); }
    /// `false` comes back on the same port.
    void setDown(bool down) override { m_wire.setDown(down); }

private:
    void onEvent(const QByteArray& name, const QJsonObject& data) override { m_wire.tell(name, data); }

    starqueue::test::ScriptedHall m_wire;
};

} // namespace starqueue::bridge::test
