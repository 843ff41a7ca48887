#pragma once

#include <client/hall_client.h>
#include <firmware-bridge/printer/printer_condition.h>
#include <firmware-bridge/printer/ticket_printer.h>
#include <firmware-bridge/ticket/printed_ticket.h>

#include <QHash>
#include <QSet>
#include <QTimer>

#include <map>

namespace starqueue::bridge {

/// Takes the hall's print jobs for this machine's printers and reports their outcome.
///
/// A job is taken only when its kiosk's printer is ready and idle, so that pending jobs wait in the hall,
/// where they expire or are dropped when their ticket is called. The hall has stored that it was taken before
/// the first byte is sent. A job that the hall counts as taken by us, and that isn't in hand, was left over
/// by a crash: its outcome is unknown, and the hall has it printed again, marked.
class PrintSpooler : public QObject
{
    Q_OBJECT

public:
    explicit PrintSpooler(client::HallClient& hall, QObject* parent = nullptr);

    void addPrinter(const QString& kiosk);
    void removePrinter(const QString& kiosk);
    /// Call it when the hall can be reached (again): looks for jobs that were left over.
    void resync();
    void onEvent(const client::api::Event& event);
    void onPrinterState(const QString& kiosk, PrinterState state);
    void onPrinted(const QString& job, TicketPrinter::Outcome outcome);
    [[nodiscard]] bool printing(const QString& kiosk) const;

signals:
    /// Print this now on the printer of `kiosk`, and answer with onPrinted().
    void printRequested(const QString& kiosk, const QString& job,
                        const starqueue::bridge::PrintedTicket& ticket);

private:
    struct Printer
    {
        PrinterState state;
        QString inHand; ///< the job being taken or printed; empty: none
    };

    void settleTaken(const QList<client::api::PrintJob>& taken);
    void fetchPending();
    void takeOneForEach(const QList<client::api::PrintJob>& pending);
    void take(const QString& kiosk, const QString& job);
    void taken(const QString& kiosk, const QString& job, const client::Answer& answer);
    void tell(const QString& job, TicketPrinter::Outcome outcome);
    void retryLater();
    [[nodiscard]] bool holds(const QString& job) const;

    client::HallClient& m_hall;
    std::map<QString, Printer> m_printers; ///< by kiosk
    QSet<QString> m_untold;                ///< ended here, not yet confirmed by the hall
    QSet<QString> m_unsureTakes;           ///< the hall may have given us these; nothing was printed
    QTimer m_retry;
    QTimer m_patrol;
    bool m_fetching = false;
    bool m_fetchAgain = false;
};

} // namespace starqueue::bridge
