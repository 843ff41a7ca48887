#pragma once

#include <client/hall_client.h>
#include <firmware-bridge/printer/printer_state.h>
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
/// the first byte is sent. A job that the hall counts as taken by us, and that isn't in hand, was left over:
/// by a crash, and then its outcome is unknown and the hall has it printed again, marked; or by a take whose
/// answer was lost or that came late, and then nothing was printed. The hall is asked for such jobs every
/// half minute. An outcome is told until the hall has decided about it.
///
/// A job in hand whose ticket is gone in the hall (called, cancelled, unserved …), or that the hall has ended
/// (its customer has noted the number), is withdrawn from its
/// printer. The hall alone says which are: it is asked after every event about their tickets and by the
/// patrol, also after a reconnect. The printer is told again whenever its state changes, since it can give up
/// a ticket only before it began or while something holds it up; in which words the job ends is the
/// printer's.
class PrintSpooler : public QObject
{
    Q_OBJECT

public:
    struct Pauses
    {
        std::chrono::milliseconds retry = std::chrono::seconds(1);
        std::chrono::milliseconds patrol = std::chrono::seconds(30);
        std::chrono::milliseconds take = std::chrono::seconds(5); ///< so long a take is tried
    };

    explicit PrintSpooler(client::HallClient& hall, QObject* parent = nullptr)
        : PrintSpooler(hall, Pauses(), parent)
    {}
    PrintSpooler(client::HallClient& hall, const Pauses& pauses, QObject* parent = nullptr);

    void addPrinter(const QString& kiosk);
    void removePrinter(const QString& kiosk);
    /// Call it when the hall can be reached (again): looks for jobs that were left over.
    void resync();
    void onEvent(const client::api::Event& event);
    void onPrinterState(const QString& kiosk, PrinterState state);
    void onPrinted(const QString& job, TicketPrinter::Outcome outcome);
    /// What became of the paper: told once the hall has decided about the outcome, in order.
    void onPaperMoved(const QString& job, TicketPrinter::PaperEvent event);
    [[nodiscard]] bool printing(const QString& kiosk) const;
    /// Takes no more jobs: the program is to end.
    void stopTaking() { m_takes = false; }
    /// No job is in hand, and the hall has decided about all that were.
    [[nodiscard]] bool idle() const;

signals:
    /// It became idle().
    void idled();
    /// Print this now on the printer of `kiosk`, and answer with onPrinted().
    void printRequested(const QString& kiosk, const QString& job,
                        const starqueue::bridge::PrintedTicket& ticket);
    /// Nobody waits for this job's paper any more; it still ends by onPrinted().
    void withdrawRequested(const QString& kiosk, const QString& job);

private:
    struct Printer
    {
        PrinterState state{};
        QString inHand{};         ///< the job being taken or printed; empty: none
        QString ticket{};         ///< of the job in hand, once it is taken
        bool isWithdrawn = false; ///< the job in hand
    };

    [[nodiscard]] bool holdsPaperOf(const client::api::Event& event) const;
    void withdraw(const QString& job);
    void settleTaken(const QList<client::api::PrintJob>& taken);
    /// The jobs whose tickets printers have in hand.
    [[nodiscard]] QStringList inHand() const;
    void fetchPending();
    void takeOneForEach(const QList<client::api::PrintJob>& pending);
    void take(const QString& kiosk, const QString& job);
    void taken(const QString& kiosk, const QString& job, const client::Answer& answer);
    void tell(const QString& job, TicketPrinter::Outcome outcome);
    void told(const QString& job, TicketPrinter::Outcome outcome, const client::Answer& answer);
    void tellPaper(const QString& job);
    void retryLater();
    [[nodiscard]] bool holds(const QString& job) const;

    client::HallClient& m_hall;
    std::map<QString, Printer> m_printers; ///< by kiosk
    QSet<QString> m_untold;                ///< ended here; the hall hasn't decided about it yet
    QHash<QString, QList<TicketPrinter::PaperEvent>> m_papers; ///< by job, what the hall hasn't decided about
    QSet<QString> m_unsureTakes; ///< the hall may have given us these; nothing was printed
    std::chrono::milliseconds m_takeTimeout;
    QTimer m_retry;
    QTimer m_patrol;
    bool m_fetching = false;
    bool m_fetchAgain = false;
    bool m_takes = true;
};

} // namespace starqueue::bridge
