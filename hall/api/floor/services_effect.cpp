#include <hall/api/floor/services_effect.h>

#include <hall/api/handlers/whole_hall.h>
#include <hall/api/views/words.h>

#include <queue/decide.h>
#include <queue/estimation/forecast.h>
#include <queue/order/ahead.h>
#include <queue/order/promise_by_rank.h>

#include <memory>
#include <utility>
#include <vector>

namespace starqueue::hall {

namespace {

constexpr std::uint64_t kSeed = 1;

/// What a service's line is like.
struct LineNow
{
    std::size_t counters = 0; ///< open ones that give it
    queue::Promise wait;      ///< of a newcomer without stars, by rank
};

struct HallThen
{
    queue::HallSnapshot hall;
    std::vector<LineNow> lines; ///< by ServiceIx
};

struct Effect
{
    HallThen before;
    HallThen after;
    bool changes = false;
    std::string asOf;
    std::vector<std::string> clerks;
    time::WallOffset clock;
    Date date{}; ///< of the business day
};

queue::Standing newcomerOf(const queue::Rules& rules, queue::ServiceIx service)
{
    return {service, queue::tierOf(rules, 0, false)};
}

std::size_t openFor(const queue::State& state, const queue::Standing& who)
{
    std::size_t open = 0;
    for (std::uint16_t i = 0; i < state.counters.size(); ++i)
        open += state.counters[i].state == queue::CounterState::Open &&
                state.eligibility.mayServe({i}, who.service, who.tier);
    return open;
}

HallThen hallThen(const queue::State& state, Instant now)
{
    HallThen then{queue::hallSnapshot(state, now), {}};
    for (std::uint16_t i = 0; i < state.rules->services.size(); ++i) {
        const queue::Standing who = newcomerOf(*state.rules, {i});
        const auto ahead = queue::aheadOfNewcomer(state, who, now);
        then.lines.push_back({openFor(state, who), queue::promiseByRank(state, who, ahead)});
    }
    return then;
}

queue::Forecast forecastOf(const HallThen& then, const queue::Experience& experience, const Hall& hall,
                           const Effect& effect)
{
    const auto open = static_cast<int>(then.hall.counters.size());
    const int usual = open > 0 ? open : static_cast<int>(then.hall.rules->counters.size());
    const time::LocalTime local = hall.zone.local(effect.clock.wall(then.hall.at));
    const queue::Belief belief =
        experience.belief(*then.hall.rules, local, then.hall.at - local.sinceMidnight, usual, effect.clerks);
    queue::ForwardRuns runs(then.hall.rules, belief, kPreviewRuns);
    runs.expect(belief.arrivals, belief.pace,
                experience.openings(queue::presentHall(then.hall, effect.date, local), kSeed));
    runs.simulate(then.hall, kSeed, true);
    return {then.hall, runs, experience.calibration().at(local.sinceMidnight), kSeed};
}

/// By simulation where that is known and somebody may call.
void foresee(HallThen& then, const queue::Experience& experience, const Hall& hall, const Effect& effect)
{
    const queue::Forecast forecast = forecastOf(then, experience, hall, effect);
    for (std::uint16_t i = 0; i < then.lines.size(); ++i) {
        const queue::Standing who = newcomerOf(*then.hall.rules, {i});
        const auto wait = forecast.ofNewcomer(who.service, who.tier, queue::kNoGroup);
        if (wait)
            then.lines[i].wait = wait->promise;
    }
}

std::string lineText(const LineNow& line)
{
    formats::JsonObject out;
    out.add("counters", line.counters);
    out.addJson("waitSeconds", textOf(line.wait));
    return out.take();
}

std::string effectText(const Effect& effect)
{
    const queue::Rules& rules = *effect.before.hall.rules;
    std::string lines = "[";
    for (std::uint16_t i = 0; i < rules.services.size(); ++i) {
        if (rules.services[i].retired)
            continue;
        formats::JsonObject line;
        line.add("service", rules.services[i].id);
        line.add("waiting", effect.before.hall.line.waitingFor(queue::ServiceIx{i}));
        line.addJson("before", lineText(effect.before.lines[i]));
        line.addJson("after", lineText(effect.after.lines[i]));
        formats::appendItem(lines, line.take());
    }
    formats::JsonObject out;
    out.add("asOf", effect.asOf);
    out.add("changes", effect.changes);
    out.addJson("lines", lines += ']');
    return out.take();
}

using EffectPtr = std::shared_ptr<Effect>;

tl::expected<EffectPtr, Problem> effectOf(const db::Intent& intent, const db::View& view)
{
    const auto command = intent(view);
    if (!command)
        return tl::unexpected(std::visit([](const auto& why) { return problemOf(why); }, command.error()));
    queue::Events events;
    if (const auto decision = queue::decide(view.state, *command, view.now, events); !decision)
        return tl::unexpected(problemOf(decision.error()));
    queue::State after = view.state;
    for (const queue::Event& event : events)
        queue::apply(after, event, view.now);
    auto effect = std::make_shared<Effect>(Effect{hallThen(view.state, view.now),
                                                  hallThen(after, view.now),
                                                  !events.empty(),
                                                  asOf(view.state, *command),
                                                  {},
                                                  view.state.clock,
                                                  view.state.date.value_or(Date{})});
    for (const queue::Counter& counter : view.state.counters)
        effect->clerks.push_back(counter.clerk);
    return effect;
}

} // namespace

void previewServices(Hall& hall, const ExchangePtr& exchange, db::Intent intent)
{
    hall.writer.ask([&hall, exchange, intent = std::move(intent)](const db::View& view) -> db::Release {
        return [&hall, exchange, effect = effectOf(intent, view)](db::Fate) {
            if (!effect)
                return send(exchange->reply, effect.error());
            const auto experience = hall.forecasts.experience();
            if (!experience)
                return send(exchange->reply, Rendered{200, effectText(**effect)});
            inBackground(hall.searches, exchange, [&hall, exchange, effect = *effect, experience] {
                foresee(effect->before, *experience, hall, *effect);
                foresee(effect->after, *experience, hall, *effect);
                send(exchange->reply, Rendered{200, effectText(*effect)});
            });
        };
    });
}

} // namespace starqueue::hall
