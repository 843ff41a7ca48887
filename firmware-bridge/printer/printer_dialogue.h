#pragma once

#include <firmware-bridge/printer/contact/printer_answers.h>
#include <firmware-bridge/printer/contact/printer_monitor.h>
#include <firmware-bridge/printer/contact/printer_recovery.h>
#include <firmware-bridge/printer/contact/proof_finder.h>
#include <firmware-bridge/printer/presenter_watch.h>
#include <firmware-bridge/printer/print_course.h>
#include <firmware-bridge/printer/printer_state.h>
#include <firmware-bridge/printer/ticket_printer.h>
#include <firmware-bridge/steady_time.h>
#include <firmware-bridge/ticket/printer_profile.h>

#include <deque>
#include <optional>
#include <vector>

namespace starqueue::bridge {

/// The protocol between a host and one ESC/POS printer, as a state machine without I/O.
///
/// Prints one job at a time. A job starts only on a printer that is ready; otherwise it ends with the reason
/// and nothing is sent, or waits for what passes by itself. Once bytes were sent, it ends as Printed only
/// when the printer has given the proof of this ticket that its family gives, as Sent when it can give none,
/// and as Unknown otherwise; a ticket that is held up by missing paper, an open cover or an error is waited
/// for. An unknown job is cleared from the printer where that can be done; the next one first has the paper
/// cut. Every job ends exactly once. Everything that is ever waited for is a state that each tick looks at
/// anew. Pure: time and received bytes are passed in, bytes to send and ended jobs are taken out.
class PrinterDialogue
{
public:
    struct Ended
    {
        TicketPrinter::JobId job = 0;
        TicketPrinter::Outcome outcome = TicketPrinter::Outcome::Unknown;
    };

    explicit PrinterDialogue(const PrinterProfile& profile);

    void lineOpened(SteadyTime now);
    void lineLost(SteadyTime now);
    /// The line can't be opened: NoPermission, PortInUse, PortMissing or Unplugged.
    void lineRefused(const PrinterState& why, SteadyTime now);
    /// Whether the printer holds up what it is sent, so that no question can pass.
    void lineBlocked(bool blocked, SteadyTime now);
    void received(QByteArrayView bytes, SteadyTime now);
    /// Call it about every 0.1 s.
    void tick(SteadyTime now);
    void print(TicketPrinter::JobId job, const PrintedTicket& ticket, SteadyTime now);
    /// The ticket isn't wanted any more: dropped if it hasn't begun, cleared where it can be if it is held
    /// up.
    void withdraw(TicketPrinter::JobId job, SteadyTime now);

    /// Bytes to send now, at a command boundary.
    [[nodiscard]] QByteArray takeOutput();
    [[nodiscard]] std::vector<Ended> takeEnded();
    /// What became of the paper after a job ended as Printed or Sent.
    [[nodiscard]] std::vector<PresenterWatch::Moved> takeMoved() { return m_presenter.takeMoved(); }
    [[nodiscard]] PrinterState state() const;
    [[nodiscard]] int strayBytes() const { return m_answers.strayBytes(); }
    [[nodiscard]] bool busy() const { return m_course.has_value() || !m_waiting.empty(); }

private:
    void take(const std::vector<PrinterAnswer>& answers, SteadyTime now);
    /// Nothing is asked while the printer is cleared: it would be lost.
    void ask(const QByteArray& question);
    void handle(const AutomaticStatus& status, SteadyTime now);
    void handle(const RealTimeStatus& status, SteadyTime now);
    void handle(PaperSensorStatus status, SteadyTime now);
    void handle(const ProcessCompleted& completed, SteadyTime now);
    void handle(BufferCleared cleared, SteadyTime now);
    void handle(PoweredOn poweredOn, SteadyTime now);
    void handle(FlowChanged changed, SteadyTime now);
    void handle(const OtherBlock& block, SteadyTime now);
    void handle(OtherLanguage language, SteadyTime now);
    void advance(SteadyTime now);
    void clearWithdrawn(SteadyTime now);
    void advanceClearing(SteadyTime now);
    void endClearing(bool isCleared, SteadyTime now);
    void watchContact(SteadyTime now);
    void watchOffline(SteadyTime now);
    void watchReturn();
    void settleContact(SteadyTime now);
    void rouse(SteadyTime now);
    void fill(SteadyTime now);
    void askForLanguage(SteadyTime now);
    void recover(SteadyTime now);
    void advanceCourse(SteadyTime now);
    void startNext(SteadyTime now);
    [[nodiscard]] bool waits(const PrinterState& state, std::chrono::milliseconds waited) const;
    [[nodiscard]] bool mayStart(SteadyTime now);
    void begin(PrintTask task, SteadyTime now);
    void end(TicketPrinter::Outcome outcome, SteadyTime now);
    [[nodiscard]] bool mayLeaveFragment(TicketPrinter::Outcome outcome) const;
    void endRefused();
    void again(SteadyTime now);
    void anew(bool isCleared);
    void lose(SteadyTime now);
    [[nodiscard]] PrintCourse::Scene scene(SteadyTime now);
    [[nodiscard]] PrinterState stateOfSilent() const;
    [[nodiscard]] PrinterState stateOfKnown() const;
    [[nodiscard]] PrinterState stateOfFit() const;
    [[nodiscard]] bool isHeldBack() const;
    [[nodiscard]] QByteArray completedAndReset() const;

    PrinterProfile m_profile;
    PrinterMonitor m_monitor;
    PrinterAnswers m_answers;
    ProofDesk m_desk;
    ProofFinder m_finder;
    PrinterRecovery m_recovery;
    BufferClearing m_clearing;
    CommandFilling m_filling;  ///< while no ticket is in it
    SteadyTime m_filledAt{-1}; ///< the latest portion
    PresenterWatch m_presenter;
    std::deque<PrintTask> m_waiting;
    /// The first of these could begin since then, but for the printer's state.
    std::optional<SteadyTime> m_firstSince{};
    std::optional<PrintCourse> m_course;
    QByteArray m_output;
    std::vector<Ended> m_ended;
    std::optional<PrinterState> m_refusedLine{}; ///< why it can't be opened
    std::optional<SteadyTime> m_offlineSince{};  ///< off line, and says nothing else
    SteadyTime m_now{};
    SteadyTime m_receivedAt{};
    SteadyTime m_languageAskedAt{-1};
    QString m_otherLanguage{};
    int m_straysWhenWell = 0;
    int m_stops = 0; ///< XOFF more than XON
    SilentHabit m_silent;
    /// What it can prove was found out in this contact; found out anew, it stays ready meanwhile.
    bool m_wasFound = false;
    /// It may take all that comes for the data of a damaged command, from before it was found out, and what
    /// it says of itself doesn't show that.
    bool m_maySwallow = true;
    /// A reset is due: ESC @ and automatic status may be lost with the printer's power.
    bool m_needsReset = true;
    /// A ticket of an earlier run, or one that was given up, may still come out.
    bool m_mayHoldOld = true;
    /// Part of a ticket may hang in the printer: from an earlier run of this program, or because a ticket was
    /// interrupted. So until a ticket is confirmed, or a printer that can't confirm was sent a ticket and has
    /// answered every question meanwhile.
    bool m_fragmentLeft = true;
    bool m_isFateUnknown = false; ///< of the last ticket
    /// The last ticket was only sent: what happens to the printer now may still cost its cut.
    bool m_isUnproven = false;
};

} // namespace starqueue::bridge
