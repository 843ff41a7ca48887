#include <firmware-bridge/printer/printer_dialogue.h>

#include <firmware-bridge/ticket/ticket_layout.h>

#include <utility>

namespace starqueue::bridge {

// What is held up would come out for nobody; what isn't is on paper before the command is there.
void PrinterDialogue::clearWithdrawn(SteadyTime now)
{
    if (!m_course || !m_course->withdrawn() || m_clearing.running() || !m_clearing.possible())
        return;
    const bool isHeld = !m_monitor.condition().fitToPrint() || isHeldBack();
    if (isHeld && m_monitor.known() && !m_monitor.blocked())
        m_clearing.begin(now);
}

// Nothing else is sent meanwhile: it would be lost.
void PrinterDialogue::advanceClearing(SteadyTime now)
{
    m_output += m_clearing.tick(m_monitor.condition(), now);
    const auto isCleared = m_clearing.takeEnd();
    if (!isCleared)
        return;
    if (*isCleared && m_finder.lowered())
        m_finder.restart(); // it may have been silent only since it took the questions for data
    endClearing(*isCleared, now);
}

void PrinterDialogue::endClearing(bool isCleared, SteadyTime now)
{
    if (isCleared)
        m_monitor.forgetQuestion();
    m_monitor.hurry(now);
    m_needsReset = m_needsReset || isCleared;
    const bool isBegun = m_course && m_course->begun();
    if (m_course && isCleared && !isBegun)
        anew(true);
    else if (isBegun && (isCleared || m_monitor.condition().fitToPrint()))
        end(TicketPrinter::Outcome::Unknown, now);
    else if (m_course)
        m_course->keep();
    m_mayHoldOld = m_mayHoldOld && !isCleared;
}

void PrinterDialogue::watchContact(SteadyTime now)
{
    watchOffline(now);
    watchReturn();
    askForLanguage(now);
    m_fragmentLeft =
        m_fragmentLeft || (m_isUnproven && (m_monitor.misses() > 0 || !m_monitor.condition().fitToPrint()));
    if (!m_monitor.known() || m_monitor.blocked() || m_course)
        return;
    m_straysWhenWell = m_answers.strayBytes();
    settleContact(now);
}

void PrinterDialogue::watchOffline(SteadyTime now)
{
    using enum PrinterSign;
    const auto& condition = m_monitor.condition();
    const bool isAlone = condition == PrinterCondition{Offline} ||
                         condition == PrinterCondition{Recoverable} ||
                         condition == PrinterCondition{Offline, Recoverable};
    if (!isAlone)
        m_offlineSince.reset();
    else if (!m_offlineSince)
        m_offlineSince = now;
}

void PrinterDialogue::watchReturn()
{
    if (m_monitor.takeReturned()) {
        m_needsReset = true;
        m_maySwallow = false; // where it lost its power; else it may be another
        m_filling.stop();
        m_fragmentLeft = m_fragmentLeft || m_isUnproven;
        if (m_finder.done())
            m_finder.restart();
    }
    if (m_monitor.silent() && m_profile.trustWrites)
        m_finder.goWithout();
}

// What a printer holds of a ticket that was given up, or of an earlier run, would come out with the refill.
void PrinterDialogue::settleContact(SteadyTime now)
{
    using enum PrinterSign;
    const auto& condition = m_monitor.condition();
    const bool isStuck = condition.hasAny({CoverOpen, PaperOut, Cutter, Jam, Presenter});
    if (!condition.fitToPrint())
        m_finder.doubt(now);
    if (m_mayHoldOld && isStuck && m_clearing.possible() && m_profile.clear != ClearCommand::Recovery)
        return m_clearing.begin(now);
    if (!condition.fitToPrint() || m_monitor.suspects())
        return;
    if (std::exchange(m_needsReset, false))
        m_output += completedAndReset();
    m_output += m_finder.advance(m_monitor, m_desk, now);
    m_wasFound = m_wasFound || m_finder.done();
    rouse(now);
}

// A glitch within the length of a command that an earlier run sent makes it silent in all that is answered in
// order, like one that never answers that. What it takes for data is lost, so tickets wait until it is known.
void PrinterDialogue::rouse(SteadyTime now)
{
    constexpr std::chrono::milliseconds kAtMost{120'000}; // a ticket that waits is given back before
    if (!m_finder.done())
        return;
    const bool isDue =
        std::exchange(m_maySwallow, false) && m_finder.lowered() && !m_monitor.mark().isEmpty();
    if (isDue && m_profile.clear == ClearCommand::RealTime && m_clearing.possible())
        return m_clearing.begin(now);
    if (isDue)
        m_filling.begin(m_profile.baud, kAtMost, now);
    fill(now);
}

// A line may be slower than its baud: what is asked behind a portion is answered before the next goes.
void PrinterDialogue::fill(SteadyTime now)
{
    if (m_desk.midRow())
        return;
    const bool isBehind = m_monitor.asks() || m_monitor.lastRoundBegan() < m_filledAt;
    const QByteArray portion = m_filling.tick(m_desk, isBehind, now);
    if (!portion.isEmpty()) {
        m_output += portion;
        m_filledAt = now;
        m_monitor.hurry(now);
    }
    const auto filled = m_filling.takeEnd();
    if (!filled || filled == CommandFilling::End::Silent || !m_finder.lowered())
        return;
    m_finder.restart();
    m_needsReset = m_fragmentLeft = true;
}

// It was ready and doesn't answer as it did before: what it can prove is found out anew.
void PrinterDialogue::again(SteadyTime now)
{
    PrintTask task = m_course->task();
    task.isAgain = true;
    m_maySwallow = m_course->mayStillSwallow();
    m_course.reset();
    m_finder.restart();
    m_needsReset = true;
    m_waiting.push_front(std::move(task));
    m_monitor.hurry(now);
}

// It may hold a part of what an earlier run sent.
void PrinterDialogue::anew(bool isCleared)
{
    PrintTask task = m_course->task();
    task.isAgain = true;
    task.wasCleared = task.wasCleared || isCleared;
    m_course.reset();
    m_needsReset = true;
    m_fragmentLeft = true;
    m_waiting.push_front(std::move(task));
}

// Star's and Nippon's printers answer no question of ours, and each only its own. One that speaks ESC/POS and
// can't be heard takes them for commands that it doesn't know; the reset drops what it may have kept of them.
void PrinterDialogue::askForLanguage(SteadyTime now)
{
    constexpr std::chrono::milliseconds kAskAgain{10'000};
    const bool isHeard = !m_monitor.silent() || m_monitor.blocked() || !m_monitor.open();
    const bool isDue = m_languageAskedAt < SteadyTime(0) || now - m_languageAskedAt >= kAskAgain;
    if (isHeard || m_course || !m_otherLanguage.isEmpty() || !isDue)
        return;
    m_languageAskedAt = now;
    m_output +=
        QByteArray("\x1B\x06\x01", 3) + QByteArray("\x1D\x47\x30\0\0\0\0", 7) + printerReset(m_profile);
}

void PrinterDialogue::recover(SteadyTime now)
{
    if (!m_monitor.known() || m_monitor.blocked())
        return;
    const bool inTicket = m_course && m_course->begun();
    const QByteArray command = m_recovery.tick(m_monitor.condition(), inTicket, now);
    if (command.isEmpty())
        return;
    m_output += command;
    m_monitor.hurry(now);
    if (m_recovery.takeCleared() && m_course)
        m_course->lost();
}

} // namespace starqueue::bridge
