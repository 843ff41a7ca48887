#pragma once

#include <journeys/device_control.h>
#include <journeys/hall_journey.h>

namespace starqueue::journey {

/// Customers go while their tickets are stuck in a printer whose paper has ended: one cancels, one is called,
/// one cancels while the bridge is away; two have noted their numbers, one of them before the bridge has
/// begun. After the refill no paper bears their numbers, and the next ticket comes out.
class Leaver : private HallJourney
{
public:
    /// `programs`: folder of the built programs. `family`: what the printer behaves as, and its profile.
    Leaver(const QString& programs, QString family);

    [[nodiscard]] JourneyReport run();

private:
    bool prepareHall();
    bool startHall();
    bool startDevices();
    bool cancelInMidTicket();
    bool callInMidTicket();
    bool cancelWhileTheBridgeIsAway();
    bool noteInMidTicket();
    bool noteWithoutPaper();

    bool startBridge();
    /// Takes a number whose ticket is stuck: the paper ends with its first line.
    bool getStuck();
    /// Who has photographed the number says so at the kiosk, and waits on.
    bool note();
    bool jobEndsAs(const QString& job, const QString& outcome);
    bool isWithdrawn();
    /// Refills; the next customer's ticket comes out, and none with the number of who has left.
    bool refillAndPrintTheNext();
    [[nodiscard]] bool printerIs(const QString& state, const QString& fault);
    [[nodiscard]] QString papers();
    /// Whether a command was carried out.
    [[nodiscard]] bool does(const QString& token, const QString& path, QJsonObject body = {});
    /// A new ticket of the kiosk's; empty: none.
    [[nodiscard]] QJsonObject takeNumber();
    /// The one of that id in a list of the hall's; empty: none.
    [[nodiscard]] QJsonObject inList(const QString& token, const QString& path, const QString& id);

    QString m_family;
    DeviceControl m_devices;
    QProcess* m_bridge = nullptr;
    QString m_number; ///< of who is about to leave
    QString m_ticket;
    QString m_job;
};

} // namespace starqueue::journey
