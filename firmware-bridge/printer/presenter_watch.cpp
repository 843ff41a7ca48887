#include <firmware-bridge/printer/presenter_watch.h>

#include <utility>

namespace starqueue::bridge {

namespace {

using PaperEvent = TicketPrinter::PaperEvent;
using PresenterKind = PresenterProfile::Kind;
using Untaken = PresenterProfile::Untaken;

constexpr std::chrono::milliseconds kArrivesAtExit{5000}; ///< at the exit, after it was printed
constexpr std::chrono::milliseconds kWithdrawAgain{3000};

} // namespace

void PresenterWatch::printed(TicketPrinter::JobId job, SteadyTime now)
{
    if (m_profile.kind == PresenterKind::None)
        return;
    if (m_presentedAt)
        leave(PaperEvent::Taken); // pushed out by this one
    m_job = job;
    m_presentedAt.reset();
    m_withdrawnAt.reset();
    m_printedAt = now;
}

QByteArray PresenterWatch::tick(const PrinterCondition& condition, bool known, SteadyTime now)
{
    if (!m_job || !known)
        return {};
    const bool isThere = condition.has(PrinterSign::TicketWaiting);
    if (!m_presentedAt)
        lookForIt(isThere, now);
    if (!m_presentedAt)
        return {};
    if (!isThere) {
        leave(m_withdrawnAt && m_profile.untaken == Untaken::Retract ? PaperEvent::Retracted
                                                                     : PaperEvent::Taken);
        return {};
    }
    if (!isToBeWithdrawn(now))
        return {};
    m_withdrawnAt = now;
    return withdrawal();
}

void PresenterWatch::lookForIt(bool isThere, SteadyTime now)
{
    if (isThere) {
        m_presentedAt = now;
        m_moved.push_back({*m_job, PaperEvent::Presented});
    } else if (now - m_printedAt >= kArrivesAtExit) {
        m_job.reset(); // pulled out before anybody looked
    }
}

bool PresenterWatch::isToBeWithdrawn(SteadyTime now) const
{
    const bool isRepeated = !m_withdrawnAt || now - *m_withdrawnAt >= kWithdrawAgain;
    return m_profile.untaken != Untaken::Hold && isRepeated && now - *m_presentedAt >= m_profile.untakenAfter;
}

void PresenterWatch::leave(TicketPrinter::PaperEvent event)
{
    m_moved.push_back({*m_job, event});
    m_job.reset();
    m_presentedAt.reset();
}

QByteArray PresenterWatch::withdrawal() const
{
    if (m_profile.kind == PresenterKind::Citizen)
        return QByteArray("\x1DR\x30", 3);
    return QByteArray("\x1D"
                      "e",
                      2) +
           (m_profile.untaken == Untaken::Retract ? '\x02' : '\x05');
}

} // namespace starqueue::bridge
