#include <hall/api/handlers/issue_request.h>

#include <sodium.h>

namespace starqueue::hall {

namespace {

/// A ticket page's address can't be guessed: 128 random bits.
queue::Bits128 newSecret()
{
    queue::Bits128 secret{};
    randombytes_buf(secret.data(), secret.size());
    return secret;
}

tl::expected<std::string, Problem> kioskOf(const Exchange& exchange, Body& body)
{
    const std::string asked = body.optionalText("kiosk", 40);
    const Caller& caller = exchange.caller;
    if (caller.role != Role::Kiosk)
        return asked;
    if (asked.empty() || asked == caller.bound)
        return caller.bound;
    return tl::unexpected(Problem{
        403, "forbidden", "This token belongs to kiosk " + caller.bound + ", not to " + asked + ".", {}});
}

const queue::TicketIssued& issuedIn(const db::Accepted& accepted)
{
    return std::get<queue::TicketIssued>(
        accepted.events.front()); // TicketIssued is always the first event of an issue
}

} // namespace

Viewer ticketSight(const Exchange& exchange)
{
    const bool kiosk = exchange.caller.role == Role::Kiosk;
    return {exchange.caller, exchange.caller.isStaff() || kiosk};
}

tl::expected<std::optional<db::Customer>, Problem> customerIn(Hall& hall, const Exchange& exchange,
                                                              Body& body)
{
    const nlohmann::json* identity = body.object("identity");
    if (!identity || body.problem())
        return std::optional<db::Customer>{};
    Body fields(*identity);
    const auto kind = fields.word<db::IdentityKind>("kind");
    const std::string value = fields.text("value", 64);
    if (fields.problem())
        return tl::unexpected(*fields.problem());
    if (!hall.lookups.allow(exchange.caller.token))
        return tl::unexpected(
            Problem{429, "limit_reached", "Too many look-ups from here; try again in a minute.", {}});
    auto customer = hall.customers.lookup(kind, value);
    if (!customer)
        return tl::unexpected(Problem{503, "unavailable", customer.error().detail, {}});
    return *customer;
}

tl::expected<IssueRequest, Problem> issueRequest(Hall& hall, const Exchange& exchange)
{
    Body body(exchange.body);
    IssueRequest wish{body.text("service", 40), {}};
    wish.command.language = body.word("language", std::optional{queue::Language::Zh});
    wish.command.statutory = body.word("statutory", std::optional{queue::Statutory::None});
    wish.command.beyondLimits = body.optionalBoolean("beyondLimits");
    const auto kiosk = kioskOf(exchange, body);
    if (wish.command.beyondLimits && exchange.caller.role == Role::Kiosk)
        return tl::unexpected(
            Problem{403, "forbidden", "Only staff on the floor may go beyond a limit.", {}});
    if (body.problem())
        return tl::unexpected(*body.problem());
    if (!kiosk)
        return tl::unexpected(kiosk.error());
    const auto customer = customerIn(hall, exchange, body);
    if (!customer || body.problem())
        return tl::unexpected(customer ? *body.problem() : customer.error());
    if (const auto& known = *customer) {
        wish.command.stars = known->stars;
        wish.command.keyContact = known->keyContact;
        wish.command.customerRef = known->customerRef;
    }
    wish.command.kiosk = *kiosk;
    wish.command.secret = newSecret();
    wish.command.byStaff = exchange.caller.role != Role::Kiosk;
    return wish;
}

ResponseRenderer answerWithIssued(Hall& hall, const ExchangePtr& exchange)
{
    return [&hall, exchange](const db::View& view, const db::Accepted& accepted) {
        const queue::TicketIssued& issued = issuedIn(accepted);
        const queue::Ticket* present = view.state.find(issued.ticket.id);
        const Views views = hall.views(view);
        return Rendered{201, present ? views.ticket(*present, ticketSight(*exchange))
                                     : views.ticket(issued.ticket, ticketSight(*exchange), issued.kiosk)};
    };
}

} // namespace starqueue::hall
