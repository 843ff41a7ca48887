#pragma once

#include <journeys/device_control.h>
#include <journeys/hall_journey.h>
#include <journeys/walk/screen.h>

#include <client/events/event_stream.h>

#include <QElapsedTimer>

#include <memory>
#include <optional>

namespace starqueue::journey {

using namespace Qt::StringLiterals;

/// The counter that calls and serves the customer.
inline const QString kCounter = u"3"_s;

/// What a journey runs with, and what it leaves out.
struct JourneyOptions
{
    QString programs;  ///< folder of the built programs
    QString without;   ///< printer, panel, display; empty: all are there
    QString scenario;  ///< for the simulated devices; empty: they behave
    QString pictures;  ///< folder for a picture of each face on its way; empty: none
    bool keep = false; ///< leave the folder with logs and database
};

/// One customer's way through a real hall: touch, ticket, call, service, rating, report.
///
/// Every claim is checked at its far end: the ticket on the printer's wire, the number on the display's
/// registers, the press on the bus, the row in the manager's report.
class Journey : private HallJourney
{
public:
    explicit Journey(JourneyOptions options);
    ~Journey();

    [[nodiscard]] JourneyReport run();

private:
    bool startHall();
    bool startDevices();
    bool startFaces();
    bool takeNumber();
    bool readTicket();
    bool openCounter();
    bool callNext();
    bool seeCall();
    bool serve();
    bool rate();
    bool readReport();

    /// The last event of that name since the start, with `value` in that field if one is given, waiting for
    /// it.
    [[nodiscard]] std::optional<client::api::Event> eventNamed(client::api::EventName name,
                                                               QString client::api::Event::*field = nullptr,
                                                               const QString& value = {});
    [[nodiscard]] QJsonObject ticketNow();
    [[nodiscard]] bool isWithout(QLatin1String piece) const { return m_options.without == piece; }
    /// Presses the key of the counter's main step, as a clerk does: when the window shows that the last one
    /// is done.
    void pressMainStep();
    void keepPicture(const Screen& screen, const QString& name) const;

    JourneyOptions m_options;
    QString m_number;
    QString m_ticket;
    std::vector<client::api::Event> m_events;
    DeviceControl m_devices;
    std::unique_ptr<client::EventStream> m_stream;
    std::optional<Screen> m_kiosk;
    std::optional<Screen> m_display;
    std::optional<Screen> m_counter;
    QElapsedTimer m_sincePress;
    QImage m_counterBefore; ///< what the clerk saw when pressing last
};

} // namespace starqueue::journey
