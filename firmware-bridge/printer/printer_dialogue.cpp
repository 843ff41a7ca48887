#include <firmware-bridge/printer/printer_dialogue.h>

#include <firmware-bridge/ticket/ticket_layout.h>

#include <algorithm>
#include <utility>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;
using Kind = PrinterState::Kind;
using Outcome = TicketPrinter::Outcome;
using Verdict = PrintCourse::Verdict;

constexpr std::chrono::milliseconds kQuiet = 300ms; ///< longer than between the bytes of one answer

Outcome refusal(Kind kind)
{
    switch (kind) {
    case Kind::PaperOut:
        return Outcome::PaperOut;
    case Kind::CoverOpen:
        return Outcome::CoverOpen;
    default:
        return Outcome::Offline;
    }
}

} // namespace

PrinterDialogue::PrinterDialogue(const PrinterProfile& profile)
    : m_profile(profile), m_monitor(profile), m_finder(profile.proof), m_recovery(profile),
      m_clearing(profile), m_presenter(profile.presenter)
{}

void PrinterDialogue::lineOpened(SteadyTime now)
{
    m_refusedLine.reset();
    m_monitor.lineOpened(now);
    m_desk.lineOpened(now);
    if (!m_finder.done() || !m_desk.knows(m_finder.proof()))
        m_finder.restart();
    m_clearing.restart();
    m_filling.stop();
    m_answers.clear();
    m_output.clear();
    m_otherLanguage.clear();
    m_straysWhenWell = m_answers.strayBytes();
    m_stops = 0;
    m_needsReset = true;
    m_mayHoldOld = true;
    m_wasFound = m_finder.done() || m_desk.late(); // that takes a minute, and a ticket can wait for it
    tick(now);
}

void PrinterDialogue::lineLost(SteadyTime now)
{
    m_now = now;
    m_monitor.lineLost();
    m_clearing.restart();
    m_filling.stop();
    m_presenter.forget();
    m_output.clear();
    if (m_course)
        lose(now);
    advance(now);
}

void PrinterDialogue::lineRefused(const PrinterState& why, SteadyTime now)
{
    m_refusedLine = why;
    advance(now);
}

void PrinterDialogue::lineBlocked(bool blocked, SteadyTime now)
{
    m_monitor.setBlocked(blocked, now);
    advance(now);
}

void PrinterDialogue::received(QByteArrayView bytes, SteadyTime now)
{
    if (bytes.isEmpty())
        return;
    m_receivedAt = now;
    for (const char byte : bytes) {
        m_answers.expect(m_monitor.expected());
        take(m_answers.feed(QByteArrayView(&byte, 1)), now);
    }
    advance(now);
}

void PrinterDialogue::tick(SteadyTime now)
{
    m_desk.tick(now);
    if (m_answers.midAnswer() && now - m_receivedAt >= kQuiet)
        take(m_answers.quiet(), now);
    if (!m_clearing.running())
        m_output += m_monitor.tick(now);
    advance(now);
}

void PrinterDialogue::print(TicketPrinter::JobId job, const PrintedTicket& ticket, SteadyTime now)
{
    m_waiting.push_back({job, layOutLines(ticket, m_profile)});
    advance(now);
}

void PrinterDialogue::withdraw(TicketPrinter::JobId job, SteadyTime now)
{
    const auto waits = std::find_if(m_waiting.begin(), m_waiting.end(),
                                    [job](const PrintTask& task) { return task.job == job; });
    if (waits != m_waiting.end()) {
        if (waits == m_waiting.begin())
            m_firstSince.reset();
        m_waiting.erase(waits);
        m_ended.push_back({job, Outcome::Dropped});
    } else if (m_course && m_course->task().job == job && !m_course->begun()) {
        m_ended.push_back({job, Outcome::Dropped});
        m_course.reset();
    } else if (m_course && m_course->task().job == job) {
        m_course->withdraw();
    }
    advance(now);
}

QByteArray PrinterDialogue::takeOutput()
{
    return std::exchange(m_output, QByteArray());
}

std::vector<PrinterDialogue::Ended> PrinterDialogue::takeEnded()
{
    return std::exchange(m_ended, {});
}

void PrinterDialogue::advance(SteadyTime now)
{
    m_now = now;
    m_monitor.setPrinting(m_course.has_value());
    if (m_monitor.silent() || !m_monitor.condition().fitToPrint() ||
        m_monitor.condition().has(PrinterSign::TicketWaiting))
        m_desk.held(now);
    clearWithdrawn(now);
    advanceClearing(now);
    if (!m_clearing.running())
        watchContact(now);
    if (!m_clearing.running())
        advanceCourse(now);
    startNext(now);
    m_monitor.setPrinting(m_course.has_value());
}

void PrinterDialogue::advanceCourse(SteadyTime now)
{
    recover(now);
    m_output += m_presenter.tick(m_monitor.condition(), m_monitor.known(), now);
    if (!m_course)
        return;
    switch (m_course->advance(scene(now))) {
    case Verdict::GoesOn:
        return;
    case Verdict::Printed:
        return end(Outcome::Printed, now);
    case Verdict::Sent:
        return end(Outcome::Sent, now);
    case Verdict::Refused:
        return endRefused();
    case Verdict::Again:
        return again(now);
    case Verdict::Anew:
        return anew(false);
    case Verdict::Unknown:
        return end(Outcome::Unknown, now);
    case Verdict::Clear:
        if (m_clearing.possible())
            return m_clearing.begin(now);
        m_course->keep();
        return;
    }
}

// The wait behind another's ticket, in the printer or at its exit, is no part of a ticket's own life.
void PrinterDialogue::startNext(SteadyTime now)
{
    while (!m_course && !m_waiting.empty()) {
        const PrinterState state = this->state();
        if (!m_firstSince || state.kind == Kind::TicketWaiting)
            m_firstSince = now;
        const auto waited = now - *m_firstSince;
        // Whatever is waited for, such as a sign that is to be said twice, may never come.
        const bool isOverdue = waited >= m_profile.jobLife;
        if (state.ready() && !isOverdue) {
            if (!mayStart(now))
                return;
            PrintTask next = std::move(m_waiting.front());
            m_waiting.pop_front();
            begin(std::move(next), now);
        } else if (waits(state, waited)) {
            return;
        } else {
            m_ended.push_back({m_waiting.front().job, refusal(state.kind)});
            m_waiting.pop_front();
        }
        m_firstSince.reset();
    }
}

bool PrinterDialogue::mayStart(SteadyTime now)
{
    return m_finder.done() && !m_clearing.running() && !m_filling.running() && !m_monitor.suspects() &&
           (m_finder.proof() != PrintProof::Sensor || m_desk.settled(now));
}

// What was printed of an interrupted ticket is cut off, so that it isn't part of the next one. The cut
// belongs to the next job: sent earlier, it may be lost in a printer that is switched off and on. Both wait
// until the printer has confirmed that it hears, where it can, since one that is just being switched on loses
// what comes first, prints the rest and confirms that. One that lost a ticket in any such way may lose its
// cut as well: there that is proved first.
void PrinterDialogue::begin(PrintTask task, SteadyTime now)
{
    const QByteArrayList parting =
        m_fragmentLeft ? QByteArrayList{completedAndReset(), feedAndCut(m_profile)} : QByteArrayList();
    task.partsFirst = m_fragmentLeft && m_isFateUnknown && m_desk.knows(m_finder.proof());
    m_course.emplace(std::move(task), parting, m_finder.proof(), scene(now));
}

void PrinterDialogue::end(TicketPrinter::Outcome outcome, SteadyTime now)
{
    if (outcome == Outcome::Printed || outcome == Outcome::Sent)
        m_presenter.printed(m_course->task().job, now);
    if (outcome == Outcome::Printed || m_course->lacksOnly() != MissingMarks::None)
        m_silent.note(m_course->lacksOnly());
    if (outcome == Outcome::Unknown && m_course->isOddlySilent())
        m_finder.restart();
    m_isUnproven = outcome == Outcome::Sent;
    m_fragmentLeft = mayLeaveFragment(outcome);
    m_isFateUnknown = outcome == Outcome::Unknown && !m_course->isOddlySilent() &&
                      m_course->lacksOnly() == MissingMarks::None;
    m_mayHoldOld = outcome == Outcome::Unknown && !m_course->mayHaveLostPower();
    m_needsReset = m_needsReset || outcome == Outcome::Unknown;
    m_ended.push_back({m_course->task().job, outcome});
    m_course.reset();
}

// One that has proved tickets before, and not this, may have lost its cut.
bool PrinterDialogue::mayLeaveFragment(TicketPrinter::Outcome outcome) const
{
    switch (outcome) {
    case Outcome::Printed:
        return false;
    case Outcome::Sent:
        return m_course->missedAny() || m_desk.knows(m_profile.proof);
    case Outcome::Unknown:
        return true;
    default:
        return m_fragmentLeft;
    }
}

void PrinterDialogue::endRefused()
{
    m_ended.push_back({m_course->task().job, refusal(state().kind)});
    m_course.reset();
}

void PrinterDialogue::lose(SteadyTime now)
{
    if (m_course->begun())
        end(Outcome::Unknown, now);
    else
        endRefused();
}

PrintCourse::Scene PrinterDialogue::scene(SteadyTime now)
{
    const int odd = m_answers.strayBytes() + m_desk.oddAnswers() + m_stops;
    return {m_profile, m_monitor, m_desk, m_output, odd, m_answers.midAnswer(), m_silent, now};
}

// A command that was interrupted may still wait for its data. What this sends may be lost, for example in a
// printer that is switched off and on: no ticket relies on it.
QByteArray PrinterDialogue::completedAndReset() const
{
    return completion() + printerReset(m_profile);
}

} // namespace starqueue::bridge
