#include <client/ui/language.h>
#include <kiosk/visit/visit.h>

namespace starqueue::kiosk {

using namespace Qt::StringLiterals;

using std::chrono::milliseconds;
using namespace std::chrono_literals;

namespace {

using client::api::IssueLimit;
using client::api::ProblemCode;

Visit::Problem limitOf(const client::Answer& answer)
{
    switch (client::api::fromWord<IssueLimit>(answer.state)) {
    case IssueLimit::IdentityLimit:
        return Visit::Problem::IdentityLimit;
    case IssueLimit::KioskBusy:
        return Visit::Problem::KioskBusy;
    case IssueLimit::SoldOut:
    case IssueLimit::None:
        break;
    }
    return Visit::Problem::SoldOut;
}

Visit::Problem problemOf(const client::Answer& answer)
{
    if (answer.unreachable())
        return Visit::Problem::Unreachable;
    switch (answer.problem()) {
    case ProblemCode::AlreadyWaiting:
        return Visit::Problem::AlreadyWaiting;
    case ProblemCode::ServiceClosed:
        return Visit::Problem::ServiceClosed;
    case ProblemCode::DayClosed:
        return Visit::Problem::DayClosed;
    case ProblemCode::HallClosed:
        return Visit::Problem::HallClosed;
    case ProblemCode::LimitReached:
        return limitOf(answer);
    default:
        return Visit::Problem::Other;
    }
}

} // namespace

Visit::Visit(QString kiosk, Issue issue, Postpone postpone, ForgoPaper forgoPaper,
             const client::FaceClock& clock, QObject* parent)
    : QObject(parent), m_kiosk(std::move(kiosk)), m_issue(std::move(issue)), m_postpone(std::move(postpone)),
      m_forgoPaper(std::move(forgoPaper)), m_countdown(clock)
{
    connect(&m_countdown, &Countdown::over, this, &Visit::finish);
    connect(&m_ticket, &IssuedTicket::printChanged, this, &Visit::touched);
}

milliseconds Visit::idleTime() const
{
    if (m_page == Page::Notice)
        return 20s;
    if (m_page != Page::Ticket)
        return 30s;
    // A number that is only on the screen has to be photographed; one on paper is taken along.
    switch (m_ticket.print()) {
    case IssuedTicket::Print::Printing:
    case IssuedTicket::Print::Sent:
        return 20s;
    case IssuedTicket::Print::Printed:
        return 10s;
    case IssuedTicket::Print::InSlot: // until it is taken, or taken back; a printer that holds it says
                                      // neither
        return 90s;
    default:
        return 45s;
    }
}

void Visit::go(Page page)
{
    m_page = page;
    setCodeTooEarly(false);
    touched();
    emit pageChanged();
}

void Visit::touched()
{
    if (m_page == Page::Working)
        m_countdown.stop();
    else
        m_countdown.start(idleTime());
}

void Visit::openIdentify()
{
    if (m_page != Page::Services)
        return;
    m_identity.clear();
    go(Page::Identify);
}

void Visit::confirmIdentity()
{
    if (m_page == Page::Identify && m_identity.confirm())
        go(Page::Services);
}

void Visit::skipIdentity()
{
    if (m_page != Page::Identify)
        return;
    m_identity.clear();
    go(Page::Services);
}

void Visit::takeCode(const client::ScannedCode& code)
{
    switch (m_page) {
    case Page::Working:
        return setCodeTooEarly(true);
    case Page::Statutory:
        m_identity.take(code);
        m_intent.identity = m_identity.identity();
        return touched();
    case Page::Ticket:
    case Page::Notice:
        finish();
        break;
    case Page::Services:
    case Page::Identify:
        break;
    }
    m_identity.take(code);
    go(Page::Services);
}

void Visit::setCodeTooEarly(bool early)
{
    if (std::exchange(m_codeTooEarly, early) != early)
        emit codeTooEarlyChanged();
}

void Visit::chooseService(const QString& serviceId)
{
    if (m_page != Page::Services)
        return;
    using client::api::Language;
    m_intent = {.requestId = m_ids.next(),
                .service = serviceId,
                .identity = m_identity.identity(),
                .statutory = {},
                .language = client::api::fromWord<Language>(ui::Language::instance().code()),
                .kiosk = m_kiosk};
    if (m_askStatutory)
        go(Page::Statutory);
    else
        issue();
}

void Visit::answerStatutory(const QString& group)
{
    if (m_page != Page::Statutory)
        return;
    m_intent.statutory = group;
    issue();
}

void Visit::retry()
{
    if (m_page == Page::Notice && retryable())
        issue();
}

void Visit::postpone()
{
    if (m_page != Page::Ticket || m_ticket.postponing() != IssuedTicket::Postponing::Offered)
        return;
    touched();
    m_ticket.askToPostpone();
    m_postpone(m_ticket.id(), [this, asked = m_ticket.id()](const client::Answer& answer) {
        if (m_page != Page::Ticket || m_ticket.id() != asked)
            return;
        m_ticket.concludePostponing(answer);
        touched();
    });
}

void Visit::noteNumber()
{
    if (m_page != Page::Ticket)
        return;
    m_forgoPaper(m_ticket.id());
    finish();
}

void Visit::issue()
{
    go(Page::Working);
    m_issue(m_intent, [this, intent = m_intent.requestId](const client::Answer& answer) {
        if (m_page == Page::Working && m_intent.requestId == intent)
            conclude(answer);
    });
}

void Visit::conclude(const client::Answer& answer)
{
    if (answer.ok()) {
        m_intent = {};
        m_identity.clear();
        m_ticket.show(answer.as<client::api::Ticket>(), m_printer);
        go(Page::Ticket);
        return;
    }
    m_problem = problemOf(answer);
    if (!retryable()) {
        m_intent = {};
        m_identity.clear();
    }
    go(Page::Notice);
}

void Visit::interrupt()
{
    if (m_page == Page::Working || m_page == Page::Ticket || m_page == Page::Notice)
        return;
    m_intent = {};
    m_identity.clear();
    go(Page::Services);
}

void Visit::finish()
{
    if (m_page == Page::Working)
        return;
    m_intent = {};
    m_problem = Problem::None;
    m_identity.clear();
    m_ticket.clear();
    m_page = Page::Services;
    m_countdown.stop();
    emit pageChanged();
    emit finished();
}

} // namespace starqueue::kiosk
