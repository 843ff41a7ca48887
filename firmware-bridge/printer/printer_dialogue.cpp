#include <firmware-bridge/printer/printer_dialogue.h>

#include <firmware-bridge/ticket/ticket_layout.h>

#include <utility>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;
using Outcome = TicketPrinter::Outcome;

constexpr std::chrono::milliseconds kFaultGrace =
    2000ms;                          ///< a confirmation may follow the end-of-paper report of the same ticket
constexpr int kLongestCommand = 256; ///< a QR code's text with its header
/// Longer than a question takes to a printer that is ready, and its answer back.
constexpr std::chrono::milliseconds kSettles = 10s;

std::chrono::milliseconds wireTime(qsizetype bytes, int baud)
{
    return std::chrono::milliseconds(bytes * 10 * 1000 / std::max(baud, 300) + 1);
}

Outcome refusal(PrinterState::Kind kind)
{
    switch (kind) {
    case PrinterState::Kind::PaperOut:
        return Outcome::PaperOut;
    case PrinterState::Kind::CoverOpen:
        return Outcome::CoverOpen;
    default:
        return Outcome::Offline;
    }
}

} // namespace

PrinterDialogue::PrinterDialogue(const PrinterProfile& profile) : m_profile(profile), m_monitor(profile) {}

void PrinterDialogue::lineOpened(SteadyTime now)
{
    m_monitor.lineOpened(now);
    m_answers.clear();
    m_output.clear();
    m_knowsSensor = false;
    recover();
    tick(now);
}

void PrinterDialogue::lineLost(SteadyTime now)
{
    m_monitor.lineLost();
    m_output.clear();
    if (m_running)
        endUnconfirmed();
    advance(now);
}

void PrinterDialogue::received(QByteArrayView bytes, SteadyTime now)
{
    for (const PrinterAnswer& answer : m_answers.feed(bytes))
        std::visit([this, now](const auto& known) { handle(known, now); }, answer);
    advance(now);
}

void PrinterDialogue::tick(SteadyTime now)
{
    m_output += m_monitor.tick(now);
    advance(now);
}

void PrinterDialogue::print(TicketPrinter::JobId job, const PrintedTicket& ticket, SteadyTime now)
{
    m_waiting.push_back({job, layOutTicket(ticket, m_profile)});
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

void PrinterDialogue::handle(const AutomaticStatus& status, SteadyTime)
{
    m_monitor.answered(status);
}

void PrinterDialogue::handle(RealTimeStatus status, SteadyTime now)
{
    m_output += m_monitor.answered(status, now);
}

void PrinterDialogue::handle(PaperSensorStatus status, SteadyTime now)
{
    m_knowsSensor = true;
    if (isSettling(now))
        return settle(now);
    if (m_sensorAnswersDue == 0)
        return;
    --m_sensorAnswersDue;
    m_monitor.answered(status);
    if (m_running && m_sensorAnswersDue == 0 && !m_monitor.condition().paperOut)
        confirmed(now);
}

void PrinterDialogue::handle(const ProcessCompleted& completed, SteadyTime now)
{
    if (m_running && m_profile.proof == PrintProof::ProcessId && completed.id == m_running->id)
        confirmed(now);
}

void PrinterDialogue::advance(SteadyTime now)
{
    if (m_monitor.takeReturned() && !m_running)
        recover();
    if (m_running)
        superviseRunning(now);
    while (!m_running && !m_waiting.empty()) {
        const PrinterState state = m_monitor.state();
        if (state.kind == PrinterState::Kind::Starting || (state.ready() && isSettling(now)))
            return;
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (state.ready())
            begin(next, now);
        else
            m_ended.push_back({next.job, refusal(state.kind)});
    }
}

// What was printed of an interrupted ticket is cut off, so that it isn't part of the next one. The cut
// belongs to the next job: sent earlier, it may be lost in a printer that is switched off and on. Both wait
// until the printer has confirmed that it hears, where it can, since one that is just being switched on loses
// what comes first, prints the rest and confirms that.
void PrinterDialogue::begin(const Waiting& waiting, SteadyTime now)
{
    const bool canConfirm = m_profile.proof != PrintProof::None;
    const QByteArray parting = m_fragmentLeft ? completedAndReset() + feedAndCut(m_profile) : QByteArray();
    m_running = Running{.waiting = waiting, .unansweredBefore = m_monitor.unanswered()};
    const QByteArray ticket = parting + waiting.bytes;
    if (!canConfirm)
        return send(ticket, now);
    m_running->ticket = ticket;
    send({}, now);
}

void PrinterDialogue::send(const QByteArray& bytes, SteadyTime now)
{
    m_running->id = processIdFor(++m_confirmations);
    m_output += bytes + confirmationRequest(m_running->id);
    if (asksSensor())
        ++m_sensorAnswersDue;
    m_running->sentBy = now + wireTime(m_output.size(), m_profile.baud);
    m_running->deadline = m_running->sentBy + m_profile.confirmWithin;
}

void PrinterDialogue::confirmed(SteadyTime now)
{
    const PrinterState state = m_monitor.state();
    if (m_running->ticket.isEmpty())
        end(Outcome::Printed);
    else if (!state.ready())
        end(refusal(state.kind));
    else
        send(std::exchange(m_running->ticket, QByteArray()), now);
}

void PrinterDialogue::superviseRunning(SteadyTime now)
{
    const PrinterState state = m_monitor.state();
    const bool fit = state.ready() || state.kind == PrinterState::Kind::Starting;
    if (fit)
        m_running->unfitSince.reset();
    else if (!m_running->unfitSince)
        m_running->unfitSince = now;
    if (sentForSure(now))
        end(Outcome::Sent);
    else if (now >= m_running->deadline ||
             (m_running->unfitSince && now - *m_running->unfitSince >= kFaultGrace))
        giveUp(now);
}

bool PrinterDialogue::sentForSure(SteadyTime now) const
{
    if (m_profile.proof != PrintProof::None || now < m_running->sentBy)
        return false;
    return !m_profile.status ||
           (m_monitor.lastRoundBegan() >= m_running->sentBy && m_monitor.condition().fitToPrint());
}

// One that is ready and has never confirmed anything prints all the same. One that has is late, or lost an
// answer: which, only silence tells. The ticket waits for it and tries again. Under an open cover and without
// paper the questions wait in the printer.
void PrinterDialogue::giveUp(SteadyTime now)
{
    const PrinterState state = m_monitor.state();
    const bool isPending = !m_running->ticket.isEmpty();
    if (isPending && state.ready() && !m_knowsSensor) {
        m_sensorAnswersDue = 0;
        return send(std::exchange(m_running->ticket, QByteArray()), now);
    }
    if (isPending && state.ready() && !m_running->waiting.isAgain) {
        m_running->waiting.isAgain = true;
        m_waiting.push_front(std::move(m_running->waiting));
        m_running.reset();
    } else {
        endUnconfirmed();
    }
    recover();
    const bool isLost = state.ready() || state.kind == PrinterState::Kind::Silent;
    if (isLost && asksSensor())
        settle(now);
}

void PrinterDialogue::settle(SteadyTime now)
{
    m_sensorAnswersDue = 0;
    m_settledAt = now + kSettles;
}

void PrinterDialogue::endUnconfirmed()
{
    end(m_running->ticket.isEmpty() ? Outcome::Unknown : refusal(m_monitor.state().kind));
}

// DLE ENQ 2 clears the buffers; ESC @ switched automatic status off. What this sends may be lost, for example
// in a printer without paper that is switched off and on: no ticket relies on it.
void PrinterDialogue::recover()
{
    if (m_profile.status)
        m_output += QByteArray("\x10\x05\x02", 3);
    m_output += completedAndReset();
}

// A command that was interrupted may still wait for its data: zeros complete it and print nothing.
QByteArray PrinterDialogue::completedAndReset() const
{
    return QByteArray(kLongestCommand, '\0') + printerReset(m_profile);
}

void PrinterDialogue::end(TicketPrinter::Outcome outcome)
{
    const bool wasSilent = m_monitor.unanswered() != m_running->unansweredBefore;
    if (outcome == Outcome::Printed)
        m_fragmentLeft = false;
    else if (outcome == Outcome::Sent)
        m_fragmentLeft = wasSilent;
    else if (outcome == Outcome::Unknown)
        m_fragmentLeft = true;
    m_ended.push_back({m_running->waiting.job, outcome});
    m_running.reset();
}

QByteArray PrinterDialogue::confirmationRequest(const QByteArray& id) const
{
    if (m_profile.proof == PrintProof::ProcessId)
        return processIdRequest(id);
    return m_profile.proof == PrintProof::Sensor ? QByteArrayLiteral("\x1Dr\x01") : QByteArray();
}

} // namespace starqueue::bridge
