#include <hall/api/handlers/issue_request.h>

#include <db/crypto/hashing.h>

#include <algorithm>

namespace starqueue::hall {

namespace {

/// A ticket page's address can't be guessed: 128 random bits.
queue::Bits128 newSecret()
{
    queue::Bits128 secret{};
    db::fillRandom(secret);
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

/// The throttle keeps no phone number in memory.
std::string lookupKey(const Caller& caller, const std::string& identity)
{
    return db::hexOf(db::hashOf(caller.token + ' ' + identity));
}

const queue::TicketIssued& issuedIn(const db::Accepted& accepted)
{
    // Before it there may be the end of another ticket's claim to this customer.
    const auto issued = std::ranges::find_if(accepted.events, [](const queue::Event& event) {
        return std::holds_alternative<queue::TicketIssued>(event);
    });
    return std::get<queue::TicketIssued>(*issued);
}

} // namespace

tl::expected<std::optional<ClaimedPerson>, Problem> claimIn(Hall& hall, const Exchange& exchange, Body& body)
{
    const nlohmann::json* identity = body.object("identity");
    if (!identity || body.problem())
        return std::optional<ClaimedPerson>{};
    Body fields(*identity);
    const auto kind = fields.word<db::IdentityKind>("kind");
    const std::string value = fields.text("value", 64);
    if (fields.problem())
        return tl::unexpected(*fields.problem());
    auto customer = hall.customers.lookup(kind, value);
    if (!customer)
        return tl::unexpected(Problem{503, "unavailable", customer.error().detail, {}});
    const bool byCode = kind == db::IdentityKind::Scan && !db::looksLikePhone(value);
    return ClaimedPerson{lookupKey(exchange.caller, identity->dump()), customer->value_or(db::Customer{}),
                         byCode};
}

queue::Claim claimOf(const std::optional<ClaimedPerson>& person, const queue::Rules& rules)
{
    if (!person)
        return queue::Claim::None;
    return person->byCode && rules.codeIsProof ? queue::Claim::Proven : queue::Claim::Typed;
}

tl::expected<void, db::Denied> needUnderRateLimit(Hall& hall, const std::optional<ClaimedPerson>& claim)
{
    if (!claim || hall.lookups.allow(claim->lookup))
        return {};
    return tl::unexpected(
        db::Denied{"This identity was looked up too often from here; try again in a minute.",
                   db::Denied::Why::TooOften});
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
    auto claim = claimIn(hall, exchange, body);
    if (!claim || body.problem())
        return tl::unexpected(claim ? *body.problem() : claim.error());
    wish.claim = std::move(*claim);
    if (wish.claim) {
        wish.command.stars = wish.claim->customer.stars;
        wish.command.keyContact = wish.claim->customer.keyContact;
        wish.command.customerRef = wish.claim->customer.customerRef;
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
        const Viewer sight{exchange->caller, exchange->caller.role == Role::Kiosk ? Viewer::StatusUrl::Shown
                                                                                  : Viewer::StatusUrl::Null};
        return Rendered{201, present ? views.ticket(*present, sight)
                                     : views.ticket(issued.ticket, sight, issued.kiosk)};
    };
}

} // namespace starqueue::hall
