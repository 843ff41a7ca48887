#include <firmware-bridge/bridge/bridge.h>

#include <QTimer>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kShown{3};

/// The number can't be mistaken for a customer's.
PrintedTicket testTicket(const QDateTime& now)
{
    PrintedTicket ticket;
    ticket.number = u"TEST"_s;
    ticket.hall = u"StarQueue"_s;
    ticket.service = u"打印测试 Printer test"_s;
    ticket.localTime = now.toString(u"yyyy-MM-dd HH:mm"_s);
    return ticket;
}

/// Every segment lit.
DisplayContent testContent()
{
    DisplayContent content;
    content.mode = DisplayContent::Mode::Calling;
    content.number = u"88888888"_s;
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
            endFieldTest(id);
            continue;
        }
        show(device, testContent());
        QTimer::singleShot(kShown, this, [this, id] {
            drawDisplays();
            endFieldTest(id);
        });
    }
}

} // namespace starqueue::bridge
