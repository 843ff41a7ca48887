#include <client/face/hall_time.h>
#include <client/ui/language.h>
#include <client/ui/wait_words.h>
#include <client/wait_minutes.h>
#include <kiosk/visit/issued_ticket.h>

#include <chrono>

namespace starqueue::kiosk {

using namespace Qt::StringLiterals;

using client::api::PaperEvent;
using client::api::PrinterWord;
using client::api::PrintOutcome;

namespace {

constexpr std::chrono::seconds kPrinterTimeout{12};
constexpr int kKeptNews = 64;

} // namespace

IssuedTicket::Print printAfter(PrintOutcome outcome)
{
    if (outcome == PrintOutcome::Printed)
        return IssuedTicket::Print::Printed;
    if (outcome == PrintOutcome::Sent)
        return IssuedTicket::Print::Sent;
    return outcome == PrintOutcome::PaperOut ? IssuedTicket::Print::OutOfPaper
                                             : IssuedTicket::Print::Unavailable;
}

IssuedTicket::Print printAfter(PaperEvent paper)
{
    switch (paper) {
    case PaperEvent::Presented:
        return IssuedTicket::Print::InSlot;
    case PaperEvent::Retracted:
        return IssuedTicket::Print::TakenBack;
    default:
        return IssuedTicket::Print::Printed;
    }
}

bool prints(PrinterWord printer)
{
    using enum PrinterWord;
    return printer == Ok || printer == NearEnd || printer == DoesntConfirm || printer == Cooling ||
           printer == Feed;
}

IssuedTicket::Print printOn(PrinterWord printer)
{
    if (prints(printer))
        return IssuedTicket::Print::Printing;
    if (printer == PrinterWord::TicketWaiting)
        return IssuedTicket::Print::OthersFirst;
    return printer == PrinterWord::PaperOut ? IssuedTicket::Print::OutOfPaper
                                            : IssuedTicket::Print::Unavailable;
}

IssuedTicket::IssuedTicket(QObject* parent) : QObject(parent)
{
    m_printerTimeout.setSingleShot(true);
    m_printerTimeout.setInterval(kPrinterTimeout);
    connect(&m_printerTimeout, &QTimer::timeout, this, &IssuedTicket::giveUpOnPrinter);
    connect(&ui::Language::instance(), &ui::Language::codeChanged, this, &IssuedTicket::changed);
}

QString IssuedTicket::service() const
{
    return ui::Language::instance().pick(m_ticket.serviceName);
}

QString IssuedTicket::minutes() const
{
    return client::waitMinutes(m_ticket.waitSeconds);
}

QString IssuedTicket::waitWords() const
{
    return ui::waitWithoutMinutes(m_ticket.waitSeconds);
}

bool IssuedTicket::paperless() const
{
    using enum Print;
    return m_print == TakenBack || m_print == OutOfPaper || m_print == Unavailable || m_print == Slow;
}

bool IssuedTicket::atOnce() const
{
    return client::waitWords(m_ticket.waitSeconds) == client::WaitWords::AtOnce;
}

void IssuedTicket::show(const client::api::Ticket& ticket, PrinterWord printer)
{
    m_ticket = ticket;
    const bool offered = m_postponeMinutes > 0 && ticket.may.contains(client::api::May::Postpone);
    m_postponing = offered ? Postponing::Offered : Postponing::No;
    const auto known = m_news.constFind(ticket.id);
    if (known != m_news.cend())
        setPrint(*known);
    else
        setPrint(ticket.print ? printOn(printer) : Print::Unavailable);
    if (m_print == Print::Printing)
        m_printerTimeout.start();
    emit changed();
}

QString IssuedTicket::postponedUntil() const
{
    if (!m_ticket.postponedUntil.isValid())
        return {};
    return client::inHallZone(m_ticket.postponedUntil, m_zone).toString(u"HH:mm"_s);
}

void IssuedTicket::setPostponing(int minutes, const QTimeZone& zone)
{
    m_postponeMinutes = minutes;
    m_zone = zone;
}

void IssuedTicket::askToPostpone()
{
    m_postponing = Postponing::Asked;
    emit changed();
}

void IssuedTicket::concludePostponing(const client::Answer& answer)
{
    m_postponing = answer.ok() ? Postponing::Done : Postponing::Failed;
    if (answer.ok())
        m_ticket.postponedUntil = answer.as<client::api::Ticket>().postponedUntil;
    emit changed();
}

void IssuedTicket::follow(const client::api::Event& event)
{
    using client::api::EventName;
    if (event.name == EventName::PrintJobEnded)
        take(event.ticket, printAfter(event.outcome));
    else if (event.name == EventName::PrintJobPaper)
        take(event.ticket, printAfter(event.paper));
}

void IssuedTicket::take(const QString& ticket, Print print)
{
    if (m_news.size() >= kKeptNews)
        m_news.clear();
    m_news.insert(ticket, print);
    if (shown() && ticket == m_ticket.id)
        setPrint(print);
}

void IssuedTicket::giveUpOnPrinter()
{
    if (shown() && m_print == Print::Printing)
        setPrint(Print::Slow);
}

void IssuedTicket::clear()
{
    m_printerTimeout.stop();
    m_ticket = {};
    m_news.clear();
    m_print = Print::Printing;
    m_postponing = Postponing::No;
    emit changed();
}

void IssuedTicket::setPrint(Print print)
{
    m_printerTimeout.stop();
    m_print = print;
    emit changed();
    emit printChanged();
}

} // namespace starqueue::kiosk
