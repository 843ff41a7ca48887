#pragma once

#include <hall/api/context/hall.h>
#include <hall/api/request/body.h>

namespace starqueue::hall {

/// How much of a ticket the caller may see.
[[nodiscard]] Sight ticketSight(const Exchange& exchange);

/// What an issue takes from its body; the service is found when its turn comes.
struct IssueWish
{
    std::string service;
    queue::IssueTicket command;
};

/// Reads `exchange.body`; looks the customer up.
[[nodiscard]] tl::expected<IssueWish, Problem> issueWish(Hall& hall, const Exchange& exchange);
/// Whom the body's "identity" names; empty: nobody whom the records know.
[[nodiscard]] tl::expected<std::optional<db::Customer>, Problem>
customerIn(Hall& hall, const Exchange& exchange, Body& body);
/// 201 with the ticket that was issued, as it stands now.
[[nodiscard]] Render answerWithIssued(Hall& hall, const ExchangePtr& exchange);

} // namespace starqueue::hall
