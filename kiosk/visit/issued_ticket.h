#pragma once

#include <client/answer.h>
#include <client/api/board.h>
#include <client/api/event.h>
#include <client/api/ticket.h>

#include <QHash>
#include <QObject>
#include <QQmlEngine>
#include <QTimeZone>
#include <QTimer>

namespace starqueue::kiosk {

/// The ticket that a customer was just given, and what became of its print.
///
/// The printer's news may overtake the hall's answer: outcomes are kept until the ticket is shown.
class IssuedTicket : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the model owns it")
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(QString service READ service NOTIFY changed)
    Q_PROPERTY(int ahead READ ahead NOTIFY changed)
    Q_PROPERTY(QString minutes READ minutes NOTIFY changed)
    Q_PROPERTY(QString waitWords READ waitWords NOTIFY changed)
    Q_PROPERTY(bool atOnce READ atOnce NOTIFY changed)
    Q_PROPERTY(QString statusUrl READ statusUrl NOTIFY changed)
    Q_PROPERTY(Print print READ print NOTIFY changed)
    Q_PROPERTY(bool paperless READ paperless NOTIFY changed)
    Q_PROPERTY(Postponing postponing READ postponing NOTIFY changed)
    Q_PROPERTY(int postponeMinutes READ postponeMinutes NOTIFY changed)
    Q_PROPERTY(QString postponedUntil READ postponedUntil NOTIFY changed)

public:
    enum class Print {
        Printing,    ///< the bridge has not reported yet
        Printed,     ///< please take your ticket: its printer proved it
        InSlot,      ///< it lies in the printer's slot, which sees whether it is taken
        Sent,        ///< all is with a printer that proves nothing: it may come
        OthersFirst, ///< another's ticket lies in the slot; this one follows once that is taken
        TakenBack,   ///< nobody took it in time, and the printer has it again
        OutOfPaper,  ///< from here on the number on the screen is the ticket
        Unavailable, ///< cover open, offline, unknown, dropped, or no printer at all
        Slow,        ///< no word from the printer in time; the ticket may still come
    };
    Q_ENUM(Print)

    /// Whether the call can be put off here.
    enum class Postponing {
        No,
        Offered,
        Asked, ///< the hall hasn't answered yet
        Done,
        Failed,
    };
    Q_ENUM(Postponing)

    explicit IssuedTicket(QObject* parent = nullptr);

    [[nodiscard]] QString number() const { return m_ticket.number; }
    [[nodiscard]] QString service() const;
    [[nodiscard]] int ahead() const { return m_ticket.ahead; }
    [[nodiscard]] QString minutes() const;
    /// What stands in place of minutes; empty for a range and where nothing is promised.
    [[nodiscard]] QString waitWords() const;
    [[nodiscard]] bool atOnce() const;
    [[nodiscard]] QString statusUrl() const { return m_ticket.statusUrl; }
    [[nodiscard]] Print print() const { return m_print; }
    /// No paper has come, so that the number on the screen is the ticket.
    [[nodiscard]] bool paperless() const;
    [[nodiscard]] Postponing postponing() const { return m_postponing; }
    [[nodiscard]] int postponeMinutes() const { return m_postponeMinutes; }
    /// When it is in line again, on the hall's clock; empty before it was put off.
    [[nodiscard]] QString postponedUntil() const;
    [[nodiscard]] const QString& id() const { return m_ticket.id; }
    [[nodiscard]] bool shown() const { return !m_ticket.id.isEmpty(); }

    /// `printer` is this kiosk's printer as the board has it.
    void show(const client::api::Ticket& ticket, client::api::PrinterWord printer);
    /// From the board: by how much a call can be put off (0: not at all), and the hall's time zone.
    void setPostponing(int minutes, const QTimeZone& zone);
    void askToPostpone();
    /// The hall's answer, or that there was none.
    void concludePostponing(const client::Answer& answer);
    /// An event of the hall; those of other tickets' jobs change nothing.
    void follow(const client::api::Event& event);
    /// The printer had time enough.
    void giveUpOnPrinter();
    void clear();

signals:
    void changed();
    void printChanged();

private:
    void take(const QString& ticket, Print print);
    void setPrint(Print print);

    client::api::Ticket m_ticket;
    QHash<QString, Print> m_news; ///< by ticket
    QTimer m_printerTimeout;
    Print m_print = Print::Printing;
    Postponing m_postponing = Postponing::No;
    int m_postponeMinutes = 0;
    QTimeZone m_zone;
};

/// What a job's outcome means for the customer.
[[nodiscard]] IssuedTicket::Print printAfter(client::api::PrintOutcome outcome);
/// What became of the paper, likewise.
[[nodiscard]] IssuedTicket::Print printAfter(client::api::PaperEvent paper);
/// Whether tickets come out of a printer in this state, be it a little later.
[[nodiscard]] bool prints(client::api::PrinterWord printer);
/// What to expect of a printer in this state.
[[nodiscard]] IssuedTicket::Print printOn(client::api::PrinterWord printer);

} // namespace starqueue::kiosk
