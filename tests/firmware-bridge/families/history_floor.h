#pragma once

#include <firmware-bridge/printer/printer_dialogue.h>

#include <functional>
#include <optional>
#include <vector>

namespace starqueue::bridge {

/// A customer's number and what became of its paper, as the hall knows it.
struct HistoryJob
{
    enum class State { Pending, Taken, Printed, Sent, Dropped, Lost };

    QString number;
    SteadyTime issued{};
    std::optional<SteadyTime> left; ///< when the hall knew of it
    State state = State::Pending;
    bool reprint = false;
    SteadyTime begun{};   ///< when the driver was given it last
    int proofsBefore = 0; ///< what the printer had proved until then
    std::optional<SteadyTime> settled;
    QString
        paper; ///< what the driver last said of it after it was printed: "Presented", "Taken", "Retracted"
};

/// The hall and the bridge around a printer's driver, in the rules that concern paper: a job is taken by a
/// ready and idle printer, one whose fate is unknown is printed once more, marked, and jobs of who has left
/// are dropped.
class HistoryFloor
{
public:
    explicit HistoryFloor(PrinterProfile profile);

    /// `proofs` tells what the printer has proved so far; `note` hears of each step.
    std::function<int()> proofs;
    std::function<void(const QString&)> note;
    std::function<void(const HistoryJob&, TicketPrinter::Outcome)> ended;

    void issue(int customer, SteadyTime now);
    void leave(int customer);
    void bridgeCrash();
    void bridgeStart(bool lineThere, SteadyTime now);
    void hallUp(bool up) { m_hallUp = up; }
    void lineBlocked(bool blocked, SteadyTime now);
    void step(SteadyTime now);

    /// Null while the bridge isn't running.
    [[nodiscard]] PrinterDialogue* driver() { return m_driver ? &*m_driver : nullptr; }
    [[nodiscard]] const std::vector<HistoryJob>& jobs() const { return m_jobs; }
    [[nodiscard]] bool done() const;

private:
    void hear();
    void dropWhoLeft(SteadyTime now);
    void take(SteadyTime now);
    void settle(HistoryJob& job, TicketPrinter::Outcome outcome, SteadyTime now);
    [[nodiscard]] PrintedTicket ticketFor(const HistoryJob& job) const;

    PrinterProfile m_profile;
    std::optional<PrinterDialogue> m_driver;
    std::vector<HistoryJob> m_jobs;
    std::optional<std::size_t> m_inHand;
    std::size_t m_lastGiven = 0;
    std::vector<int> m_leaving; ///< the hall hasn't heard of it yet
    std::vector<std::pair<std::size_t, TicketPrinter::Outcome>> m_untold;
    TicketPrinter::JobId m_lastId = 0;
    bool m_hallUp = true;
};

} // namespace starqueue::bridge
