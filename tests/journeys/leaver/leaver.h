#pragma once

#include <journeys/device_control.h>
#include <journeys/journey_report.h>
#include <journeys/programs.h>
#include <journeys/steps.h>

#include <client/hall_client.h>

#include <QJsonObject>
#include <QTemporaryDir>

#include <optional>

namespace starqueue::journey {

/// Customers go while their tickets are stuck in a printer whose paper has ended: one cancels, one is called,
/// one cancels while the bridge is away. After the refill no paper bears their numbers, and the next ticket
/// comes out.
class Leaver
{
public:
    /// `programs`: folder of the built programs. `family`: what the printer behaves as, and its profile.
    Leaver(QString programs, QString family);

    [[nodiscard]] JourneyReport run();

private:
    bool prepareHall();
    bool startHall();
    bool startDevices();
    bool cancelInMidTicket();
    bool callInMidTicket();
    bool cancelWhileTheBridgeIsAway();

    bool startBridge();
    bool openCounter();
    /// Takes a number whose ticket is stuck: the paper ends with its first line.
    bool getStuck();
    bool jobEndsAs(const QString& job, const QString& outcome);
    bool isWithdrawn();
    /// Refills; the next customer's ticket comes out, and none with the number of who has left.
    bool refillAndPrintTheNext();
    [[nodiscard]] bool printerIs(const QString& state, const QString& fault);
    [[nodiscard]] QString papers();
    [[nodiscard]] QJsonObject tell(const QString& token, const QString& path, QJsonObject body = {});
    [[nodiscard]] std::optional<client::Answer> ask(const QString& token, const QString& path);
    using Send = std::function<void(client::HallClient&, const client::HallClient::Callback&)>;
    [[nodiscard]] std::optional<client::Answer> request(const QString& token, const Send& send);
    [[nodiscard]] QString file(const QString& name) const { return m_dir.filePath(name); }
    bool fault(const QString& text);

    QString m_family;
    QTemporaryDir m_dir;
    quint16 m_port = 0;
    JourneyReport m_report;
    Programs m_programs;
    DeviceControl m_devices;
    QProcess* m_bridge = nullptr;
    QString m_number; ///< of who is about to leave
    QString m_ticket;
    QString m_job;
};

} // namespace starqueue::journey
