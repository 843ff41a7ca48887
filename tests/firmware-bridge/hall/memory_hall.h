#pragma once

#include <firmware-bridge/hall/hall_script.h>
#include <support/memory/memory_network.h>

#include <client/hall_client.h>

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QPointer>

namespace starqueue::bridge::test {

/// A scripted hall in the thread of its clients, without a socket.
class MemoryHall : public HallScript
{
public:
    [[nodiscard]] client::HallAddress address();
    void setDown(bool down) override;

private:
    void onEvent(const QByteArray& name, const QJsonObject& data) override;
    void answer(starqueue::test::MemoryExchange& exchange);
    void openStream(starqueue::test::MemoryExchange& exchange, const QString& path);
    [[nodiscard]] QByteArray eventsFor(const QString& path) const;

    QList<QPointer<starqueue::test::MemoryExchange>> m_streams;
    QList<QPair<qint64, QByteArray>> m_log;
    bool m_isDown = false;
};

} // namespace starqueue::bridge::test
