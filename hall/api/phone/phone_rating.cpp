#include <hall/api/phone/phone_rating.h>

#include <hall/api/phone/phone_ticket.h>
#include <hall/api/request/body.h>
#include <hall/api/request/command.h>
#include <hall/api/views/words.h>

#include <db/crypto/hashing.h>
#include <time/timestamp.h>

#include <queue/rating/rating.h>

#include <algorithm>
#include <utility>

namespace starqueue::hall {

namespace {

using nlohmann::json;

using RememberedOrNot = std::optional<db::RememberedVisit>;
using WithVisit = std::function<void(RememberedOrNot)>;

const queue::Refusal kNobodyAsked{queue::RefusalCode::NotServed, {}, "Nobody was asked to rate this visit."};
const queue::Refusal kNoneFromPhones{
    queue::RefusalCode::RatingOver, {}, "This hall takes no ratings from the phone."};
const queue::Refusal kNotYetServed{
    queue::RefusalCode::NotServed, {}, "This visit hasn't been served: there is nothing to rate yet."};

constexpr std::size_t kLongestReasonId = 40;

Instant ratedSince(const db::View& view)
{
    return view.now - std::chrono::days{view.state.rules ? view.state.rules->lateDays : 0};
}

bool isOff(const db::View& view)
{
    return !view.state.rules || view.state.rules->lateDays == 0;
}

/// Looks the visit up among those of the last days: away from writer and HTTP, as the journal is read for it.
void withVisit(Hall& hall, const ExchangePtr& exchange, WithVisit then)
{
    hall.writer.ask([&hall, exchange, then = std::move(then)](const db::View& view) -> db::Release {
        return [&hall, exchange, then, off = isOff(view), since = ratedSince(view)](db::Fate) {
            if (off)
                return then(std::nullopt);
            inBackground(hall.phones, exchange, [&hall, exchange, then, since] {
                const auto secret = db::bitsOfHex(exchange->id()).value_or(queue::Bits128{});
                auto found = hall.visits.find(secret, since);
                if (!found)
                    return send(exchange->reply, unreadableRecords());
                then(std::move(*found));
            });
        };
    });
}

/// Why it can't be rated; or that it may.
queue::Decision mayBeRated(const db::View& view, const RememberedOrNot& found)
{
    if (isOff(view))
        return tl::unexpected(kNoneFromPhones);
    if (!found)
        return tl::unexpected(kNotYetServed);
    if (found->visit.session.value == 0)
        return tl::unexpected(kNobodyAsked);
    return queue::needPhoneRating(view.state, found->visit, found->score != 0, view.now);
}

json levelsOf(const queue::Rules& rules)
{
    json levels = json::array();
    for (const queue::Name& name : queue::levelNames(rules.ratingLabels))
        levels.push_back({{"score", levels.size() + 1}, {"name", toJson(name)}});
    return levels;
}

/// As the visit stands; without reasons: what the queue needs to say whether any may be given.
queue::ExplainRating explanationOf(const db::RememberedVisit& found)
{
    return {found.visit, found.score, {}, found.isExplained};
}

/// What may be given as a reason of that visit's rating now: nothing, where none is asked for any more.
json reasonsOf(const db::View& view, const RememberedOrNot& found)
{
    json reasons = json::array();
    if (!found || found->visit.session.value == 0 ||
        !queue::needExplainable(view.state, explanationOf(*found), view.now))
        return reasons;
    for (const queue::RatingReason* reason :
         queue::reasonsAskedOf(view.state, queue::scoreOf(view.state, found->visit, found->score)))
        reasons.push_back({{"id", reason->id}, {"name", toJson(reason->name)}});
    return reasons;
}

queue::Name serviceNameIn(const queue::Rules& rules, const std::string& id)
{
    const auto known = queue::findService(rules, id);
    return known ? rules.services[known->value].name : queue::Name{id, id};
}

json ratingOf(const Hall& hall, const db::View& view, const RememberedOrNot& found)
{
    const queue::Rules& rules = *view.state.rules;
    const auto may = mayBeRated(view, found);
    json out{{"hall", hall.name},
             {"mayRate", may.has_value()},
             {"code", may ? json(nullptr) : json(problemOf(may.error()).code)},
             {"detail", may ? json(nullptr) : json(may.error().detail)},
             {"levels", levelsOf(rules)},
             {"reasons", reasonsOf(view, found)}};
    if (!found)
        return out;
    const Instant until = found->visit.finished + std::chrono::days{rules.lateDays};
    out["number"] = found->visit.number;
    out["date"] = time::dateText(found->visit.day);
    out["service"] = toJson(serviceNameIn(rules, found->visit.service));
    out["language"] = word(found->language);
    out["until"] = time::timestamp(view.wall(until));
    return out;
}

bool isKnown(const db::View& view, const Exchange& exchange, const RememberedOrNot& found)
{
    return view.state.rules && (found || ticketWith(view.state, exchange.id()));
}

/// The answer is the event's: the same however often it is asked for.
template <class Event> const Event& eventIn(const db::Accepted& accepted)
{
    return std::get<Event>(*std::ranges::find_if(
        accepted.events, [](const queue::Event& event) { return std::holds_alternative<Event>(event); }));
}

json visitOf(const auto& event)
{
    return {
        {"number", event.visit.number}, {"date", time::dateText(event.visit.day)}, {"score", event.score}};
}

Rendered ratedAs(const db::Accepted& accepted)
{
    return rendered(200, visitOf(eventIn<queue::TicketRatedLate>(accepted)));
}

Rendered explainedAs(const db::Accepted& accepted)
{
    const auto& event = eventIn<queue::RatingExplained>(accepted);
    json out = visitOf(event);
    out["reasons"] = event.reasons;
    return rendered(200, out);
}

} // namespace

bool mayStillBeRated(const db::View& view, const queue::Ticket& ticket)
{
    const queue::RatingSession* const session = view.state.find(ticket.session);
    return ticket.state == queue::TicketState::Finished && session && view.state.rules->lateDays > 0 &&
           session->state != queue::RatingState::Rated && !view.state.ratedByPhone.contains(session->id);
}

bool mayStillBeExplained(const db::View& view, const queue::Ticket& ticket)
{
    const queue::RatingSession* const session = view.state.find(ticket.session);
    return ticket.state == queue::TicketState::Finished && session &&
           session->state == queue::RatingState::Rated && !view.state.explained.contains(session->id) &&
           !queue::reasonsAskedOf(view.state, session->score).empty();
}

void withRating(Hall& hall, const ExchangePtr& exchange, std::function<void(const RatingOrNot&)> then)
{
    withVisit(hall, exchange, [&hall, exchange, then = std::move(then)](const RememberedOrNot& found) {
        hall.writer.ask([&hall, exchange, then, found](const db::View& view) -> db::Release {
            const auto rating = isKnown(view, *exchange, found) ? RatingOrNot(ratingOf(hall, view, found))
                                                                : tl::unexpected(noTicketIn(view.state));
            return [then, rating](db::Fate fate) {
                then(fate == db::Fate::Committed ? rating : tl::unexpected(notKnownNow()));
            };
        });
    });
}

void sendRatingState(Hall& hall, const ExchangePtr& exchange)
{
    withRating(hall, exchange, [exchange](const RatingOrNot& rating) {
        rating ? send(exchange->reply, rendered(200, *rating)) : send(exchange->reply, rating.error());
    });
}

void rateFromPhone(Hall& hall, const ExchangePtr& exchange)
{
    if (const auto problem = readCommand(*exchange, "score"))
        return send(exchange->reply, *problem);
    Body body(exchange->body);
    const int score = static_cast<int>(body.integer("score", 1, queue::kLevels));
    if (body.problem())
        return send(exchange->reply, *body.problem());
    withVisit(hall, exchange, [&hall, exchange, score](const RememberedOrNot& found) {
        const auto intent = [&hall, exchange, found, score](const db::View& view) -> db::CommandOrNot {
            if (!isKnown(view, *exchange, found))
                return tl::unexpected(noSuchTicket());
            if (const auto may = mayBeRated(view, found); !may)
                return tl::unexpected(may.error());
            const Date today = hall.zone.local(view.wallNow()).date;
            const queue::DayHoursPtr hours = hall.hoursOf(today, view.state.clock);
            return queue::Command{queue::RateByPhone{found->visit, score, found->score != 0,
                                                     hours ? hours->cases : queue::CaseDates{}}};
        };
        carryOut(hall, exchange, intent,
                 [](const db::View&, const db::Accepted& accepted) { return ratedAs(accepted); });
    });
}

void explainFromPhone(Hall& hall, const ExchangePtr& exchange)
{
    if (const auto problem = readCommand(*exchange, "reasons"))
        return send(exchange->reply, *problem);
    Body body(exchange->body);
    const auto reasons = body.texts("reasons", kLongestReasonId);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    withVisit(hall, exchange, [&hall, exchange, reasons](const RememberedOrNot& found) {
        const auto intent = [exchange, found, reasons](const db::View& view) -> db::CommandOrNot {
            if (!isKnown(view, *exchange, found))
                return tl::unexpected(noSuchTicket());
            if (isOff(view))
                return tl::unexpected(kNoneFromPhones);
            if (!found)
                return tl::unexpected(kNotYetServed);
            queue::ExplainRating command = explanationOf(*found);
            command.reasons = reasons;
            return queue::Command{std::move(command)};
        };
        carryOut(hall, exchange, intent,
                 [](const db::View&, const db::Accepted& accepted) { return explainedAs(accepted); });
    });
}

} // namespace starqueue::hall
