#include <firmware-bridge/relay/ticket_from_job.h>

namespace starqueue::bridge {

namespace {

std::optional<WaitRange> waitFrom(const QJsonValue& value)
{
    const QJsonObject wait = value.toObject();
    if (!wait.value(QLatin1String("p90")).isDouble())
        return std::nullopt;
    return WaitRange{wait.value(QLatin1String("p10")).toInt(), wait.value(QLatin1String("p90")).toInt()};
}

QString inLanguage(const QJsonValue& name, PrintedTicket::Language language)
{
    if (name.isString())
        return name.toString();
    const bool chinese = language == PrintedTicket::Language::Chinese;
    return name.toObject().value(chinese ? QLatin1String("zh") : QLatin1String("en")).toString();
}

} // namespace

PrintedTicket ticketFromJob(const QJsonObject& job)
{
    const QJsonObject content = job.value(QLatin1String("content")).toObject();
    PrintedTicket ticket;
    ticket.language = content.value(QLatin1String("language")).toString() == QLatin1String("en")
                          ? PrintedTicket::Language::English
                          : PrintedTicket::Language::Chinese;
    ticket.hall = content.value(QLatin1String("hall")).toString();
    ticket.number = content.value(QLatin1String("number")).toString();
    ticket.service = inLanguage(content.value(QLatin1String("service")), ticket.language);
    ticket.ahead = content.value(QLatin1String("ahead")).toInt();
    ticket.wait = waitFrom(content.value(QLatin1String("waitSeconds")));
    ticket.localTime = content.value(QLatin1String("localTime")).toString();
    ticket.statusUrl = content.value(QLatin1String("statusUrl")).toString();
    ticket.reprint = job.value(QLatin1String("reprint")).toBool();
    return ticket;
}

} // namespace starqueue::bridge
