#pragma once

#include <hall/api/context/hall.h>
#include <hall/api/request/body.h>

namespace starqueue::hall {

/// Who somebody says they are, looked up in the records.
struct ClaimedPerson
{
    std::string lookup;      ///< what the look-up throttle counts: the token with the identity, hashed
    db::Customer customer{}; ///< with nobody's reference: not in the records
    bool byCode = false;     ///< a reader read it, and it isn't a phone number
    std::string asker{};     ///< as the security log names them
};

/// What that is worth in this hall; empty: nobody was named.
[[nodiscard]] queue::Claim claimOf(const std::optional<ClaimedPerson>& person, const queue::Rules& rules);

/// The parameters of an issue; service and group are looked up by the intent.
struct IssueRequest
{
    std::string service;
    queue::IssueTicket command;
    std::string group{}; ///< of a statutory priority, by id; empty: none
    std::optional<ClaimedPerson> claim{};
};

/// The group of the body's "statutory"; missing, null or "none": empty.
[[nodiscard]] std::string groupIn(Body& body);
/// The group of that id, where who asks may grant it: kiosks the groups that are granted there, staff those
/// of the usher. Empty: no group.
[[nodiscard]] tl::expected<queue::GroupIx, db::NoCommand> groupGranted(const db::View& view, Role role,
                                                                       const std::string& id);

/// Parses `exchange.body` and looks the customer up.
[[nodiscard]] tl::expected<IssueRequest, Problem> issueRequest(Hall& hall, const Exchange& exchange);
/// The body's "identity"; empty: none.
[[nodiscard]] tl::expected<std::optional<ClaimedPerson>, Problem>
claimIn(Hall& hall, const Exchange& exchange, Body& body);
/// Denies a claim that was made too often within a minute. For intents: what was answered before is answered
/// again before this is asked.
[[nodiscard]] tl::expected<void, db::Denied> needUnderRateLimit(Hall& hall,
                                                                const std::optional<ClaimedPerson>& claim);
/// Renders 201 with the ticket that was issued, in its present state.
[[nodiscard]] ResponseRenderer answerWithIssued(Hall& hall, const ExchangePtr& exchange);

} // namespace starqueue::hall
