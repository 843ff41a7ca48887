#pragma once

#include <client/api/board.h>
#include <client/api/event.h>
#include <client/api/ticket.h>

#include <QHash>
#include <QObject>
#include <QQmlEngine>
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

public:
    enum class Print {
        Printing,    ///< the bridge has not reported yet
        Printed,     ///< please take your ticket
        OutOfPaper,  ///< from here on the number on the screen is the ticket
        Unavailable, ///< cover open, offline, unknown, dropped, or no printer at all
        Slow,        ///< no word from the printer in time; the ticket may still come
    };
    Q_ENUM(Print)

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
    [[nodiscard]] bool shown() const { return !m_ticket.id.isEmpty(); }

    /// `printer` is this kiosk's printer as the board has it.
    void show(const client::api::Ticket& ticket, client::api::PrinterWord printer);
    /// An event of the hall; those of other tickets' jobs change nothing.
    void follow(const client::api::Event& event);
    /// The printer had time enough.
    void giveUpOnPrinter();
    void clear();

signals:
    void changed();
    void printChanged();

private:
    void setPrint(Print print);

    client::api::Ticket m_ticket;
    QHash<QString, client::api::PrintOutcome> m_outcomes; ///< by ticket
    QTimer m_printerTimeout;
    Print m_print = Print::Printing;
};

/// What a job's outcome means for the customer.
[[nodiscard]] IssuedTicket::Print printAfter(client::api::PrintOutcome outcome);
/// What to expect of a printer in this state.
[[nodiscard]] IssuedTicket::Print printOn(client::api::PrinterWord printer);

} // namespace starqueue::kiosk
