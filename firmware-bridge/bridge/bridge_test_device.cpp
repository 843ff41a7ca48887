#include <firmware-bridge/bridge/bridge.h>

#include <QTimer>

namespace starqueue::bridge {

namespace {

constexpr std::chrono::seconds kShown{3};

/// The number can't be mistaken for a customer's.
PrintedTicket testTicket(const QDateTime& now)
{
    PrintedTicket ticket;
    ticket.number = QStringLiteral("TEST");
    ticket.hall = QStringLiteral("StarQueue");
    ticket.service = QStringLiteral("打印测试 Printer test");
    ticket.localTime = now.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    return ticket;
}

/// Every segment lit.
DisplayContent testContent()
{
    DisplayContent content;
    content.mode = DisplayContent::Mode::Calling;
    content.number = QStringLiteral("88888888");
    content.counter = 88;
    content.blinkSeconds = static_cast<int>(kShown.count());
    return content;
}

} // namespace

void Bridge::testDevice(const QString& id)
{
    if (const auto printer = m_printers.find(id); printer != m_printers.end())
        emit printer->second->printRequested(QString(), testTicket(m_clock.wall()));
    for (const FieldDeviceConfig& device : m_config.devices) {
        const auto bus = m_buses.find(device.bus);
        if (device.id != id || bus == m_buses.end())
            continue;
        if (device.kind != FieldDeviceConfig::Kind::Display) {
            emit bus->second->testRequested(id);
            continue;
        }
        show(device, testContent());
        QTimer::singleShot(kShown, this, &Bridge::drawDisplays);
    }
}

} // namespace starqueue::bridge
