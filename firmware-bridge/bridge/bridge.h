#pragma once

#include <client/events/board_watch.h>
#include <firmware-bridge/bridge/bridge_clock.h>
#include <firmware-bridge/config/bridge_config.h>
#include <firmware-bridge/ports/hosted_bus.h>
#include <firmware-bridge/ports/hosted_printer.h>
#include <firmware-bridge/relay/device_state_reporter.h>
#include <firmware-bridge/relay/keypad_relay.h>
#include <firmware-bridge/relay/print_spooler.h>
#include <firmware-bridge/relay/rating_relay.h>

#include <QHash>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace starqueue::bridge {

/// All serial devices of one machine, and the hall they serve.
///
/// Each port's driver lives on a host that PortMaker makes, mostly a thread; everything here runs on the main
/// thread and talks to them by queued signals. With all of PortMaker in memory, a network in memory
/// (HallAddress) and a clock that is moved, it is one thread that a test can run at will. What displays show
/// comes from GET /board and the event stream; relay/ handles print jobs, ratings, keypads and device states.
class Bridge : public QObject
{
    Q_OBJECT

public:
    /// `ports` must outlive it.
    Bridge(const BridgeConfig& config, const client::HallAddress& hall, const PortMaker& ports,
           const BridgeClock& clock = {}, QObject* parent = nullptr);
    ~Bridge() override;

    void start();

    /// Takes no more jobs, and emits finished() when the tickets in hand have ended and the hall knows it,
    /// or after `atMost`: what is cut off in mid ticket costs a reprint.
    void finish(std::chrono::milliseconds atMost);

    /// Applies a new configuration as far as that is safe while running: changed buses and idle printers are
    /// opened anew. Returns what needs a restart instead, in words.
    [[nodiscard]] QStringList reload(const BridgeConfig& config);

signals:
    void finished();

private:
    void openPrinter(const PrinterConfig& config);
    void closePrinter(const QString& id);
    void openBus(const BusConfig& config);
    void assignDevices();
    void onReachable();
    void onEvent(const client::api::Event& event);
    void onPrinterState(const PrinterConfig& printer, PrinterState state);
    void onHealth(const DeviceHealth& health);
    void onPressed(const PressReport& press);
    void testDevice(const QString& id);
    // bridge_requests.cpp
    void onAsked(const client::api::Event& event);
    void keepJournalOfFault(const QString& id, PrinterState state);
    void sendJournal(const QString& id, const QByteArray& text);
    void endPrinterTest(const QString& id, TicketPrinter::Outcome outcome);
    void endFieldTest(const QString& id);
    void tellTested(const QString& id, client::api::TestOutcome outcome, const QString& fault = {});
    void release(const QString& id, std::chrono::seconds duration);
    void takeBack(const QString& id);
    QStringList reloadPrinters(const BridgeConfig& before);
    void reopenBuses(const BridgeConfig& before);
    void drawDisplays();
    void drawCall(const client::api::Event& call);
    void show(const FieldDeviceConfig& display, const DisplayContent& content);
    template <typename Signal, typename... Arguments>
    void toBuses(Signal signal, const Arguments&... arguments);

    BridgeConfig m_config;
    const PortMaker& m_ports;
    BridgeClock m_clock;
    client::BoardWatch m_board;
    PrintSpooler m_printSpooler;
    RatingRelay m_ratingRelay;
    KeypadRelay m_keypadRelay;
    DeviceStateReporter m_deviceStates;
    std::map<QString, std::unique_ptr<HostedPrinter>> m_printers; ///< by id
    std::map<QString, std::unique_ptr<HostedBus>> m_buses;        ///< by id
    QHash<QString, QTimer*> m_released;                           ///< by printer: until it is taken back
    QHash<QString, SteadyTime> m_journalsKept; ///< by printer: when one was last sent because of a fault
    qint64 m_lastCallSeq = 0;
};

} // namespace starqueue::bridge
