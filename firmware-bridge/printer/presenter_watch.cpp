#include <firmware-bridge/printer/presenter_watch.h>

#include <utility>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;
using PaperEvent = TicketPrinter::PaperEvent;
using PresenterKind = PresenterProfile::Kind;
using Untaken = PresenterProfile::Untaken;

constexpr std::chrono::milliseconds kArrivesAtExit{5000}; ///< at the exit, after it was printed
constexpr std::chrono::milliseconds kWithdrawAgain{3000};
constexpr std::chrono::milliseconds kSeenLate{1500};  ///< a ticket at the exit, by the heartbeat
constexpr std::chrono::milliseconds kRetracted{3000}; ///< it is gone by then, after its time

} // namespace

void PresenterWatch::printed(TicketPrinter::JobId job, SteadyTime now)
{
    if (m_profile.kind == PresenterKind::None)
        return;
    if (m_job && m_presentedAt)
        leave(PaperEvent::Taken); // pushed out by this one
    m_job = job;
    m_presentedAt.reset();
    m_withdrawnAt.reset();
    m_printedAt = now;
}

QByteArray PresenterWatch::tick(const PrinterCondition& condition, bool known, SteadyTime now)
{
    const bool isThere = condition.has(PrinterSign::TicketWaiting);
    m_isUnseen = !known || (m_isUnseen && !isThere);
    if (!known || m_profile.kind == PresenterKind::None)
        return {};
    if (!m_job)
        return watchAnothers(isThere, now);
    if (!m_presentedAt)
        lookForIt(isThere, now);
    if (!m_presentedAt)
        return {};
    m_holds = m_holds || (isThere && now - *m_presentedAt > m_profile.retractsAfter + kRetracted);
    if (!isThere) {
        isGone(now);
        return {};
    }
    return isToBeWithdrawn(now) ? withdrawn(now) : QByteArray();
}

// Of an earlier run, or from before the line was lost: it would hold all others up.
QByteArray PresenterWatch::watchAnothers(bool isThere, SteadyTime now)
{
    if (!isThere) {
        m_presentedAt.reset();
        m_withdrawnAt.reset();
        return {};
    }
    if (!m_presentedAt)
        m_presentedAt = now;
    return isToBeWithdrawn(now) ? withdrawn(now) : QByteArray();
}

// One that was put out to the floor is no more its customer's than one that was drawn in.
void PresenterWatch::isGone(SteadyTime now)
{
    const auto lay = now - *m_presentedAt;
    const bool isByItself = m_profile.retractsAfter > 0s && !m_holds &&
                            lay + kSeenLate >= m_profile.retractsAfter &&
                            lay <= m_profile.retractsAfter + kRetracted;
    if (m_isUnseen && !m_withdrawnAt)
        return forgetJob();
    leave(m_withdrawnAt || isByItself ? PaperEvent::Retracted : PaperEvent::Taken);
}

QByteArray PresenterWatch::withdrawn(SteadyTime now)
{
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
    forgetJob();
}

void PresenterWatch::forgetJob()
{
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
