#include <queue/support/histories.h>

#include <rapidcheck.h>

#include <algorithm>

namespace starqueue::queue::test {

namespace {

constexpr int kSize = 100;
constexpr std::size_t kLength = 800;

template <class T> T valueOf(const rc::Gen<T>& gen, std::uint64_t seed)
{
    return gen(rc::Random(seed), kSize).value();
}

bool isOpen(const State& state, std::size_t counter)
{
    return state.counters[counter].state == CounterState::Open;
}

bool onlyDedicatedOpen(const State& state)
{
    bool any = false;
    for (std::size_t i = 0; i < state.counters.size(); ++i) {
        if (!isOpen(state, i))
            continue;
        if (!state.rules->counters[i].dedicatedToStars)
            return false;
        any = true;
    }
    return any;
}

} // namespace

History historyOf(std::uint64_t seed)
{
    const std::uint64_t first = seed * 4;
    return {valueOf(anyRules(), first), valueOf(anyRules(), first + 1), seed % 3 == 0,
            valueOf(attempts(kLength), first + 2)};
}

RandomDay beginningOf(const History& history)
{
    RandomDay day(history.rules);
    day.otherRules = history.otherRules;
    const auto isDedicated = [](const CounterRule& counter) { return counter.dedicatedToStars.has_value(); };
    if (!history.dedicatedAlone || std::ranges::none_of(history.rules.counters, isDedicated))
        return day;
    for (std::uint16_t i = 0; i < history.rules.counters.size(); ++i) {
        if (!isDedicated(history.rules.counters[i]))
            day.carryOut(CloseCounter{{i}});
    }
    return day;
}

bool isCallInTurn(const TicketCalled& called)
{
    return called.why->rule != WhyRule::OutOfTurn && called.why->rule != WhyRule::Parked;
}

void Contents::note(const State& before, const Event& event)
{
    if (const auto* e = std::get_if<TicketRequeued>(&event))
        requeue = requeue || !e->callUndone;
    park = park || std::holds_alternative<TicketParked>(event);
    transfer = transfer || std::holds_alternative<TicketTransferred>(event);
    ruleChange = ruleChange || (std::holds_alternative<RulesSet>(event) && before.line.size() > 0);
    const auto* called = std::get_if<TicketCalled>(&event);
    if (!called || !isCallInTurn(*called))
        return;
    statutory = statutory || before.find(called->ticket)->statutory != kNoGroup;
    dedicatedAlone = dedicatedAlone || onlyDedicatedOpen(before);
}

void play(RandomDay& day, const History& history,
          const std::function<void(const State&, const Event&, Instant)>& visit)
{
    for (const Attempt& attempt : history.attempts) {
        const State before = day.state;
        for (std::size_t i = day.make(attempt); i < day.history.size(); ++i)
            visit(before, day.history[i].second, day.now);
    }
}

} // namespace starqueue::queue::test
