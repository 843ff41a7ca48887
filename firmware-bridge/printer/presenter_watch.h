#pragma once

#include <firmware-bridge/printer/contact/printer_condition.h>
#include <firmware-bridge/printer/ticket_printer.h>
#include <firmware-bridge/steady_time.h>
#include <firmware-bridge/ticket/printer_profile.h>

#include <QByteArray>

#include <optional>
#include <utility>
#include <vector>

namespace starqueue::bridge {

/// What becomes of a printed ticket at the exit: presented, then taken, or retracted when nobody takes it.
///
/// Where the printer may take it back by itself after a time, one that is gone about then wasn't taken, until
/// a ticket has lain there for longer. What lay there before it was known whose it is, is withdrawn likewise.
/// Pure: time is passed in.
class PresenterWatch
{
public:
    struct Moved
    {
        TicketPrinter::JobId job = 0;
        TicketPrinter::PaperEvent event = TicketPrinter::PaperEvent::Presented;
    };

    explicit PresenterWatch(const PresenterProfile& profile) : m_profile(profile) {}

    /// The ticket of `job` was printed, and is or will be at the exit.
    void printed(TicketPrinter::JobId job, SteadyTime now);
    /// Nothing is known any more.
    void forget()
    {
        forgetJob();
        m_withdrawnAt.reset();
        m_holds = false;
    }
    /// Bytes to send.
    [[nodiscard]] QByteArray tick(const PrinterCondition& condition, bool known, SteadyTime now);
    [[nodiscard]] std::vector<Moved> takeMoved() { return std::exchange(m_moved, {}); }

private:
    [[nodiscard]] QByteArray watchAnothers(bool isThere, SteadyTime now);
    void lookForIt(bool isThere, SteadyTime now);
    void isGone(SteadyTime now);
    [[nodiscard]] QByteArray withdrawn(SteadyTime now);
    [[nodiscard]] bool isToBeWithdrawn(SteadyTime now) const;
    void leave(TicketPrinter::PaperEvent event);
    void forgetJob();
    [[nodiscard]] QByteArray withdrawal() const;

    PresenterProfile m_profile;
    std::optional<TicketPrinter::JobId> m_job{};
    std::optional<SteadyTime> m_presentedAt{};
    std::optional<SteadyTime> m_withdrawnAt{}; ///< the latest command to retract or eject
    SteadyTime m_printedAt{};
    bool m_isUnseen = false; ///< the printer was silent since it was seen there
    bool m_holds = false;    ///< it takes nothing back by itself
    std::vector<Moved> m_moved;
};

} // namespace starqueue::bridge
