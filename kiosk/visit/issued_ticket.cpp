#include <client/ui/language.h>
#include <client/ui/wait_text.h>
#include <kiosk/visit/issued_ticket.h>

#include <chrono>

namespace starqueue::kiosk {

namespace {

constexpr std::chrono::seconds kPrinterPatience{12};
constexpr int kKeptOutcomes = 64;

bool canPrint(const QString& printer)
{
    return printer == QLatin1String("ok") || printer == QLatin1String("nearEnd");
}

} // namespace

IssuedTicket::Print printAfter(const QString& outcome)
{
    if (outcome == QLatin1String("printed") || outcome == QLatin1String("sent"))
        return IssuedTicket::Print::Printed;
    return outcome == QLatin1String("paperOut") ? IssuedTicket::Print::OutOfPaper
                                                : IssuedTicket::Print::Unavailable;
}

IssuedTicket::IssuedTicket(QObject* parent) : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPrinterPatience);
    connect(&m_patience, &QTimer::timeout, this, &IssuedTicket::giveUpOnPrinter);
    connect(&ui::Language::instance(), &ui::Language::codeChanged, this, &IssuedTicket::changed);
}

QString IssuedTicket::service() const
{
    return ui::Language::instance().pick(m_ticket.value("serviceName").toObject());
}

QString IssuedTicket::minutes() const
{
    return ui::WaitText::minutes(m_ticket.value("waitSeconds").toObject());
}

void IssuedTicket::show(const QJsonObject& ticket, const QString& printer)
{
    m_ticket = ticket;
    const QString known = m_outcomes.value(ticket.value("id").toString());
    if (!known.isEmpty())
        setPrint(printAfter(known));
    else if (!ticket.value("print").isObject())
        setPrint(Print::Unavailable);
    else
        setPrint(canPrint(printer) ? Print::Printing : printAfter(printer));
    if (m_print == Print::Printing)
        m_patience.start();
    emit changed();
}

void IssuedTicket::follow(const QString& event, const QJsonObject& data)
{
    if (event != QLatin1String("print_job_ended"))
        return;
    const QString ticket = data.value("ticket").toString();
    const QString outcome = data.value("outcome").toString();
    if (m_outcomes.size() >= kKeptOutcomes)
        m_outcomes.clear();
    m_outcomes.insert(ticket, outcome);
    if (shown() && ticket == m_ticket.value("id").toString())
        setPrint(printAfter(outcome));
}

void IssuedTicket::giveUpOnPrinter()
{
    if (shown() && m_print == Print::Printing)
        setPrint(Print::Slow);
}

void IssuedTicket::clear()
{
    m_patience.stop();
    m_ticket = {};
    m_outcomes.clear();
    m_print = Print::Printing;
    emit changed();
}

void IssuedTicket::setPrint(Print print)
{
    m_patience.stop();
    m_print = print;
    emit changed();
    emit printChanged();
}

} // namespace starqueue::kiosk
