#include <hall/api/floor/counter_commands.h>
#include <hall/api/handlers/route.h>
#include <hall/api/request/body.h>
#include <hall/api/request/permission.h>

#include <algorithm>
#include <array>

namespace starqueue::hall {

namespace {

using queue::CounterIx;
using queue::Refusal;
using queue::RefusalCode;

using PinVerdict = tl::expected<void, db::Denied>;

/// Whether it is that clerk's PIN. Hashes it.
PinVerdict judgePin(Hall& hall, const std::string& clerk, const std::string& pin)
{
    const auto user = hall.login.users.check(clerk, pin);
    if (user && *user && (*user)->role == Role::Clerk)
        return {};
    const auto known = hall.login.users.named(clerk); // anything else that was typed isn't kept
    hall.security.note(db::SecurityEvent::PinRefused, known && *known ? clerk : std::string{});
    return tl::unexpected(db::Denied{"The clerk's number or the PIN is wrong.", db::Denied::Why::WrongPin});
}

/// Who is to work the counter, as it was asked for.
struct Taker
{
    std::string clerk;
    bool takesOver = false;
};

template <class Command> Command commandOf(CounterIx counter, const Taker& taker)
{
    if constexpr (requires { Command::takesOver; })
        return {counter, taker.clerk, taker.takesOver};
    else
        return {counter, taker.clerk};
}

/// Denied within the command only: a repeated request is answered as before, whatever the PIN.
template <class Command>
void asClerk(Hall& hall, const ExchangePtr& exchange, const Taker& taker, const PinVerdict& verdict)
{
    changeCounter(hall, exchange, [taker, verdict](const db::View&, CounterIx counter) -> db::CommandOrNot {
        if (!verdict)
            return tl::unexpected(verdict.error());
        return queue::Command{commandOf<Command>(counter, taker)};
    });
}

/// A clerk takes the counter, with number and PIN where the hall wants that.
template <class Command> void takeCounter(Hall& hall, const ExchangePtr& exchange)
{
    const bool needsPin = hall.login.clerksGivePins;
    Body body(exchange->body);
    const Taker taker{body.id("clerk", 40), body.optionalBoolean("takesOver")};
    const std::string pin = needsPin ? body.text("pin", 8) : body.optionalText("pin", 8);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    if (!needsPin)
        return asClerk<Command>(hall, exchange, taker, {});
    const auto tooOften = tl::unexpected(
        db::Denied{"There were many attempts with this clerk's number. Wait some minutes before the next.",
                   db::Denied::Why::TooOften});
    if (!hall.login.ofClerk.allow(taker.clerk)) {
        hall.security.note(db::SecurityEvent::LoginThrottled, {}, "a PIN at counter " + exchange->id());
        return asClerk<Command>(hall, exchange, taker, tooOften);
    }
    inBackground(hall.login.work, exchange, [&hall, exchange, taker, pin] {
        asClerk<Command>(hall, exchange, taker, judgePin(hall, taker.clerk, pin));
    });
}

void pause(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string reason = body.text("reason");
    if (body.problem())
        return send(exchange->reply, *body.problem());
    changeCounter(hall, exchange, withText<queue::PauseCounter>(reason));
}

void getCounter(Hall& hall, const ExchangePtr& exchange)
{
    if (const auto own = needOwnCounter(exchange->caller, exchange->id()); !own)
        return deny(hall, exchange, own.error());
    answer(hall, exchange, [&hall, exchange](const db::View& view) -> tl::expected<Rendered, Problem> {
        const auto counter = counterNamed(view, exchange->id());
        if (!counter)
            return tl::unexpected(problemOf(counter.error()));
        return Rendered{200, hall.views(view).counter(*counter, {exchange->caller})};
    });
}

void getCounters(Hall& hall, const ExchangePtr& exchange)
{
    answer(hall, exchange, [&hall, exchange](const db::View& view) -> tl::expected<Rendered, Problem> {
        return Rendered{200, hall.views(view).counters({exchange->caller})};
    });
}

constexpr Roles kOpener{Role::Clerk, Role::DutyManager};

constexpr std::array kCounterRoutes{
    Route{"GET", "/counters", kFloor | kDesk | Roles{Role::Admin}, getCounters},
    Route{"GET", "/counters/{id}", kStaff | Roles{Role::Bridge}, getCounter},
    Route{"POST", "/counters/{id}/open", kOpener, takeCounter<queue::OpenCounter>, "clerk pin takesOver"},
    Route{"POST", "/counters/{id}/close", kOpener, changeSimply<queue::CloseCounter>},
    Route{"POST", "/counters/{id}/pause", kClerk | kDesk, pause, "reason"},
    Route{"POST", "/counters/{id}/resume", kClerk | kDesk, changeSimply<queue::ResumeCounter>},
    Route{"POST", "/counters/{id}/help", kCaller, changeSimply<queue::AskHelp>},
    Route{"POST", "/counters/{id}/handover", kClerk, takeCounter<queue::Handover>, "clerk pin"},
};

} // namespace

std::span<const Route> counterRoutes()
{
    return kCounterRoutes;
}

} // namespace starqueue::hall
