#pragma once

#include <firmware-bridge/ticket/printed_ticket.h>

#include <QObject>

namespace starqueue::bridge {

/// Hands a numbered ticket to a customer.
///
/// Each print() ends in exactly one finished() with the same JobId, emitted
/// after print() has returned, even if the cable is pulled. Lives on one thread.
class TicketPrinter : public QObject
{
    Q_OBJECT

public:
    using JobId = quint32;

    enum class Outcome {
        Printed,   ///< the printer confirmed that this ticket is on paper
        Sent,      ///< a printer that can't confirm took every byte and reports no fault
        PaperOut,  ///< nothing was sent: there is no paper
        CoverOpen, ///< nothing was sent: the cover is open
        Offline,   ///< nothing was sent: unplugged, silent or out of order
        Unknown,   ///< bytes went out and nothing proves that they were printed
        Dropped,   ///< nothing was sent: withdrawn before its turn
    };
    Q_ENUM(Outcome)

    /// What becomes of the paper after Printed or Sent, where a presenter holds it.
    enum class PaperEvent {
        Presented, ///< lies at the exit
        Taken,
        Retracted, ///< nobody took it: it is no customer's any more
    };
    Q_ENUM(PaperEvent)

    using QObject::QObject;

    /// Queues `ticket` and returns at once; jobs print in call order.
    [[nodiscard]] JobId print(const PrintedTicket& ticket)
    {
        const JobId job = ++m_lastJob;
        doPrint(job, ticket);
        return job;
    }

    /// Nobody wants this ticket any more. One that hasn't begun ends as Dropped; one that something holds up
    /// is cleared where the printer can, and ends as Unknown; else it goes on as if nothing had been said.
    /// Call it again when the printer's state has changed. Of an ended job: nothing happens.
    void withdraw(JobId job) { doWithdraw(job); }

signals:
    void finished(starqueue::bridge::TicketPrinter::JobId job,
                  starqueue::bridge::TicketPrinter::Outcome outcome);
    void paperMoved(starqueue::bridge::TicketPrinter::JobId job,
                    starqueue::bridge::TicketPrinter::PaperEvent event);

private:
    virtual void doPrint(JobId job, const PrintedTicket& ticket) = 0;
    virtual void doWithdraw(JobId job) = 0;

    JobId m_lastJob = 0;
};

} // namespace starqueue::bridge
