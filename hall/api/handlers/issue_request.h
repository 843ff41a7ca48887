#pragma once

#include <hall/api/context/hall.h>
#include <hall/api/request/body.h>

namespace starqueue::hall {

/// How much of a ticket the caller may see.
[[nodiscard]] Viewer ticketSight(const Exchange& exchange);

/// The parameters of an issue; the service is looked up by the intent.
struct IssueRequest
{
    std::string service;
    queue::IssueTicket command;
};

/// Parses `exchange.body` and looks the customer up.
[[nodiscard]] tl::expected<IssueRequest, Problem> issueRequest(Hall& hall, const Exchange& exchange);
/// The customer of the body's "identity"; empty: unknown.
[[nodiscard]] tl::expected<std::optional<db::Customer>, Problem>
customerIn(Hall& hall, const Exchange& exchange, Body& body);
/// Renders 201 with the ticket that was issued, in its present state.
[[nodiscard]] ResponseRenderer answerWithIssued(Hall& hall, const ExchangePtr& exchange);

} // namespace starqueue::hall
