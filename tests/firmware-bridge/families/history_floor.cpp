#include <firmware-bridge/families/history_floor.h>

#include <QVariant>

#include <algorithm>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;
using Outcome = TicketPrinter::Outcome;
using State = HistoryJob::State;

namespace {

QString numberOf(int customer)
{
    return u"A%1"_s.arg(customer + 1, 3, 10, QLatin1Char('0'));
}

QString movedPaper(PrinterDialogue& driver)
{
    QString last;
    for (const auto& moved : driver.takeMoved())
        last = QVariant::fromValue(moved.event).toString();
    return last;
}

} // namespace

HistoryFloor::HistoryFloor(PrinterProfile profile) : m_profile(std::move(profile)) {}

void HistoryFloor::issue(int customer, SteadyTime now)
{
    HistoryJob job;
    job.number = numberOf(customer);
    job.issued = now;
    m_jobs.push_back(job);
}

void HistoryFloor::leave(int customer)
{
    m_leaving.push_back(customer);
}

void HistoryFloor::dropWhoLeft(SteadyTime now)
{
    for (const int customer : std::exchange(m_leaving, {}))
        for (HistoryJob& job : m_jobs) {
            if (job.number != numberOf(customer))
                continue;
            job.left = now;
            if (m_driver && m_inHand && &m_jobs[*m_inHand] == &job)
                m_driver->withdraw(m_lastId, now);
        }
    for (HistoryJob& job : m_jobs)
        if (job.state == State::Pending && job.left)
            job.state = State::Dropped;
}

void HistoryFloor::bridgeCrash()
{
    m_driver.reset();
    if (m_inHand) // the hall had stored that it was taken: what became of it, nobody knows
        m_untold.emplace_back(*std::exchange(m_inHand, std::nullopt), Outcome::Unknown);
}

void HistoryFloor::bridgeStart(bool lineThere, SteadyTime now)
{
    m_driver.emplace(m_profile);
    if (lineThere)
        m_driver->lineOpened(now);
}

void HistoryFloor::lineBlocked(bool blocked, SteadyTime now)
{
    if (m_driver)
        m_driver->lineBlocked(blocked, now);
}

void HistoryFloor::step(SteadyTime now)
{
    if (m_driver) {
        m_driver->tick(now);
        hear();
    }
    if (!m_hallUp)
        return;
    if (m_driver)
        for (const auto& [job, outcome] : std::exchange(m_untold, {}))
            settle(m_jobs[job], outcome, now);
    dropWhoLeft(now);
    take(now);
}

void HistoryFloor::hear()
{
    for (const PrinterDialogue::Ended& end : m_driver->takeEnded()) {
        if (!m_inHand || end.job != m_lastId)
            continue;
        ended(m_jobs[*m_inHand], end.outcome);
        m_untold.emplace_back(*std::exchange(m_inHand, std::nullopt), end.outcome);
    }
    const QString moved = movedPaper(*m_driver);
    if (moved.isEmpty() || m_jobs.empty())
        return;
    m_jobs[m_lastGiven].paper = moved;
    note(m_jobs[m_lastGiven].number + u' ' + moved);
}

void HistoryFloor::take(SteadyTime now)
{
    if (!m_driver || m_inHand || m_driver->busy() || !m_driver->state().ready())
        return;
    const auto pending = std::find_if(m_jobs.begin(), m_jobs.end(),
                                      [](const HistoryJob& job) { return job.state == State::Pending; });
    if (pending == m_jobs.end())
        return;
    pending->state = State::Taken;
    pending->begun = now;
    pending->proofsBefore = proofs();
    m_inHand = static_cast<std::size_t>(pending - m_jobs.begin());
    m_lastGiven = *m_inHand;
    note(u"take "_s + pending->number + (pending->reprint ? u" again"_s : QString()));
    m_driver->print(++m_lastId, ticketFor(*pending), now);
}

void HistoryFloor::settle(HistoryJob& job, Outcome outcome, SteadyTime now)
{
    switch (outcome) {
    case Outcome::Printed:
        job.state = State::Printed;
        break;
    case Outcome::Sent:
        job.state = State::Sent;
        break;
    case Outcome::Dropped:
        job.state = State::Dropped;
        break;
    case Outcome::Unknown:
        job.state = job.reprint ? State::Lost : State::Pending;
        job.reprint = true;
        break;
    default: // nothing was sent
        job.state = State::Pending;
    }
    if (job.state != State::Pending)
        job.settled = now;
}

PrintedTicket HistoryFloor::ticketFor(const HistoryJob& job) const
{
    PrintedTicket ticket;
    ticket.hall = u"Hall"_s;
    ticket.number = job.number;
    ticket.service = u"Enquiries"_s;
    ticket.language = PrintedTicket::Language::English;
    ticket.ahead = 3;
    ticket.localTime = u"2026-11-29 10:00"_s;
    ticket.statusUrl = u"https://hall.example/t/abcdefghijkl"_s;
    ticket.reprint = job.reprint;
    return ticket;
}

bool HistoryFloor::done() const
{
    return std::all_of(m_jobs.begin(), m_jobs.end(), [](const HistoryJob& job) {
        return job.state != State::Pending && job.state != State::Taken;
    });
}

} // namespace starqueue::bridge
