#include <firmware-bridge/relay/ticket_from_job.h>

namespace starqueue::bridge {

namespace {

std::optional<PrintedWait> waitFrom(const std::optional<client::api::WaitRange>& wait)
{
    if (!wait || !wait->valid())
        return std::nullopt;
    if (wait->method == client::api::WaitMethod::Unknown)
        return PrintedWait{.unknown = true};
    return PrintedWait{static_cast<int>(wait->p10.count()), static_cast<int>(wait->p90.count())};
}

} // namespace

PrintedTicket ticketFromJob(const client::api::PrintJob& job)
{
    const client::api::PrintContent& content = job.content;
    const bool english = content.language == client::api::Language::English;
    PrintedTicket ticket;
    ticket.language = english ? PrintedTicket::Language::English : PrintedTicket::Language::Chinese;
    ticket.hall = content.hall;
    ticket.number = content.number;
    ticket.service = {content.service.zh, content.service.en};
    ticket.ahead = content.ahead;
    ticket.wait = waitFrom(content.waitSeconds);
    ticket.localTime = content.localTime;
    ticket.counter = content.counterSign;
    ticket.statusUrl = content.statusUrl;
    ticket.reprint = job.reprint;
    ticket.slip = content.slip;
    return ticket;
}

} // namespace starqueue::bridge
