#include <hall/api/handlers/issue_request.h>

#include <hall/api/request/reference.h>

#include <db/crypto/hashing.h>

#include <algorithm>

namespace starqueue::hall {

namespace {

constexpr std::string_view kNoGroupWord = "none";

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

/// What a kiosk may not say.
std::optional<Problem> staffAlone(const Exchange& exchange, const queue::IssueTicket& command,
                                  const tl::expected<queue::Reference, Problem>& reference)
{
    if (exchange.caller.role != Role::Kiosk)
        return {};
    if (command.beyondLimits)
        return Problem{403, "forbidden", "Only staff on the floor may go beyond a limit.", {}};
    if (reference && !reference->empty())
        return Problem{403, "forbidden", "Only staff give another system's reference.", {}};
    return {};
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
    const bool isRead = fields.optionalBoolean("read");
    if (fields.problem())
        return tl::unexpected(*fields.problem());
    if (isRead && exchange.caller.role != Role::Kiosk)
        return tl::unexpected(
            Problem{403, "forbidden", "Only a kiosk has a reader: leave \"read\" out.", {}});
    const db::Customer customer = hall.customers.find(kind, value);
    hall.lookedUp.note(exchange.caller, customer, exchange.request.method + ' ' + exchange.request.path);
    const bool byCode = (isRead || kind == db::IdentityKind::Scan) && kind != db::IdentityKind::Phone &&
                        !db::looksLikePhone(value);
    return ClaimedPerson{lookupKey(exchange.caller, identity->dump()), customer, byCode,
                         whoIs(exchange.caller)};
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
    hall.used.lookupRefused(claim->asker);
    return tl::unexpected(
        db::Denied{"This identity was looked up too often from here; try again in a minute.",
                   db::Denied::Why::TooOften});
}

std::string groupIn(Body& body)
{
    std::string id = body.textOr("statutory", 40, kNoGroupWord);
    return id == kNoGroupWord ? std::string{} : id;
}

tl::expected<queue::GroupIx, db::NoCommand> groupGranted(const db::View& view, Role role,
                                                         const std::string& id)
{
    if (id.empty())
        return queue::kNoGroup;
    const queue::Rules& rules = *view.state.rules;
    const auto group = queue::findGroup(rules, id);
    if (!group || rules.groups[group->value].retired || rules.groups[group->value].anonymous)
        return tl::unexpected(queue::Refusal{
            queue::RefusalCode::BadValue, "",
            "\"statutory\" is wrong: it takes the id of one of the board's groups, or \"none\"."});
    if (role == Role::Kiosk && !rules.groups[group->value].atKiosk)
        return tl::unexpected(db::Denied{"A statutory priority is granted by the usher here."});
    if (role != Role::Kiosk && !rules.groups[group->value].byUsher)
        return tl::unexpected(db::Denied{"This statutory priority is granted at the kiosk alone."});
    return *group;
}

tl::expected<IssueRequest, Problem> issueRequest(Hall& hall, const Exchange& exchange)
{
    Body body(exchange.body);
    IssueRequest request{body.text("service", 40), {}, groupIn(body)};
    request.command.language = body.word("language", std::optional{queue::Language::Zh});
    request.command.beyondLimits = body.optionalBoolean("beyondLimits");
    const auto kiosk = kioskOf(exchange, body);
    const auto reference = referenceIn(body);
    if (const auto problem = staffAlone(exchange, request.command, reference))
        return tl::unexpected(*problem);
    if (body.problem() || !reference)
        return tl::unexpected(body.problem() ? *body.problem() : reference.error());
    if (!kiosk)
        return tl::unexpected(kiosk.error());
    request.command.reference = *reference;
    auto claim = claimIn(hall, exchange, body);
    if (!claim || body.problem())
        return tl::unexpected(claim ? *body.problem() : claim.error());
    request.claim = std::move(*claim);
    if (request.claim) {
        request.command.stars = request.claim->customer.stars;
        request.command.keyContact = request.claim->customer.keyContact;
        request.command.customerRef = request.claim->customer.customerRef;
    }
    request.command.kiosk = *kiosk;
    request.command.secret = newSecret();
    request.command.byStaff = exchange.caller.role != Role::Kiosk;
    return request;
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
