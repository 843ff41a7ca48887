#include <hall/api/context/hall.h>

#include <time/timestamp.h>

#include <charconv>
#include <utility>

namespace starqueue::hall {

namespace {

const Problem kFateUnknown{
    503,
    "unavailable",
    "The hall can't say whether this was carried out. Send it again with the same requestId.",
    {}};

db::Release release(ExchangePtr exchange, tl::expected<Rendered, Problem> answer)
{
    return [exchange = std::move(exchange), answer = std::move(answer)](db::Fate fate) {
        if (fate == db::Fate::Unknown)
            send(exchange->reply, kFateUnknown);
        else if (answer)
            send(exchange->reply, *answer);
        else
            send(exchange->reply, answer.error());
    };
}

tl::expected<Rendered, Problem> refused(const Hall& hall, const db::View& view, const queue::Refusal& refusal)
{
    if (refusal.code == queue::RefusalCode::NobodyWaits)
        return Rendered{204, {}};
    Problem problem = problemOf(refusal);
    if (refusal.opens) {
        const time::WallTime opens = view.wall(*refusal.opens);
        problem.opensAt = time::timestamp(opens);
        problem.detail += " They begin again at " + hall.zone.text(opens) + ".";
    }
    if (refusal.from)
        problem.possibleAt = time::timestamp(view.wall(*refusal.from));
    return tl::unexpected(std::move(problem));
}

void noteDenied(Hall& hall, const Exchange& exchange, const db::Denied& denied)
{
    if (denied.why == db::Denied::Why::NotTheirs)
        hall.security.note(db::SecurityEvent::Forbidden, whoIs(exchange.caller),
                           exchange.request.method + ' ' + exchange.request.path);
}

struct OutcomeReader
{
    Hall& hall;
    const Exchange& exchange;
    const db::View& view;
    const ResponseRenderer& render;

    tl::expected<Rendered, Problem> operator()(const db::Accepted& accepted) const
    {
        return render(view, accepted);
    }
    tl::expected<Rendered, Problem> operator()(const queue::Refusal& refusal) const
    {
        return refused(hall, view, refusal);
    }
    tl::expected<Rendered, Problem> operator()(const db::Denied& denied) const
    {
        noteDenied(hall, exchange, denied);
        return tl::unexpected(problemOf(denied));
    }
    tl::expected<Rendered, Problem> operator()(const db::Reused&) const
    {
        return tl::unexpected(requestIdReused());
    }
    tl::expected<Rendered, Problem> operator()(const db::StorageFull&) const
    {
        return tl::unexpected(storageFull());
    }
};

queue::Refusal unknown(queue::RefusalCode code, const char* what, const std::string& id)
{
    return {code, {}, std::string("There is no ") + what + " \"" + id + "\" in this hall today."};
}

} // namespace

void carryOut(Hall& hall, const ExchangePtr& exchange, db::Intent intent, ResponseRenderer render)
{
    const db::RequestKey key = exchange->key;
    hall.writer.submit(
        key, std::move(intent),
        [&hall, exchange, render = std::move(render)](const db::View& view, const db::Outcome& outcome) {
            return release(exchange, std::visit(OutcomeReader{hall, *exchange, view, render}, outcome));
        });
}

void ifRepeated(Hall& hall, const ExchangePtr& exchange, std::function<void(bool)> then)
{
    hall.writer.submit(
        exchange->key,
        [](const db::View&) -> db::CommandOrNot { return tl::unexpected(db::Denied{"Not sent before."}); },
        [exchange, then = std::move(then)](const db::View&, const db::Outcome& outcome) -> db::Release {
            const bool isRepeated = std::holds_alternative<db::Accepted>(outcome);
            return [exchange, then, isRepeated](db::Fate fate) {
                if (fate == db::Fate::Unknown)
                    send(exchange->reply, kFateUnknown);
                else
                    then(isRepeated);
            };
        });
}

void deny(Hall& hall, const ExchangePtr& exchange, const db::Denied& denied)
{
    noteDenied(hall, *exchange, denied);
    send(exchange->reply, problemOf(denied));
}

bool doInTurn(BoundedWork& pending, const http::Reply& reply, const std::string& likeness,
              sync::Strand::Work work)
{
    auto place = pending.take(likeness);
    if (!place)
        return false;
    reply.beforeAnswer([place] { place->giveBack(); }); // who has the answer may ask again
    pending.post(std::move(place), std::move(work));
    return true;
}

void inBackground(BoundedWork& pending, const ExchangePtr& exchange, sync::Strand::Work work)
{
    if (!doInTurn(pending, exchange->reply, exchange->caller.token + ' ' + exchange->request.path,
                  std::move(work)))
        send(
            exchange->reply,
            Problem{429, "too_many", "This is being worked on for you already: ask again once it came.", {}});
}

void answer(Hall& hall, ExchangePtr exchange, QueryHandler make)
{
    hall.writer.ask([exchange = std::move(exchange), make = std::move(make)](const db::View& view) {
        return release(exchange, make(view));
    });
}

tl::expected<queue::ServiceIx, queue::Refusal> serviceNamed(const db::View& view, const std::string& id)
{
    if (const auto found = queue::findService(*view.state.rules, id))
        return *found;
    return tl::unexpected(unknown(queue::RefusalCode::UnknownService, "service", id));
}

tl::expected<queue::CounterIx, queue::Refusal> counterNamed(const db::View& view, const std::string& id)
{
    if (const auto found = queue::findCounter(*view.state.rules, id))
        return *found;
    return tl::unexpected(unknown(queue::RefusalCode::UnknownCounter, "counter", id));
}

tl::expected<const queue::Ticket*, queue::Refusal> ticketNamed(const db::View& view, const std::string& id)
{
    if (const queue::Ticket* ticket = view.state.find(queue::TicketId{numericId(id)}))
        return ticket;
    return tl::unexpected(unknown(queue::RefusalCode::UnknownTicket, "ticket", id));
}

std::uint64_t numericId(const std::string& text)
{
    std::uint64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && stopped == end ? value : 0;
}

} // namespace starqueue::hall
