#include <queue/support/hall_fixture.h>
#include <queue/support/random_day.h>

#include <algorithm>

namespace starqueue::queue::test {

namespace {

CounterRule randomCounter(int number, int services, int dice)
{
    CounterRule counter;
    counter.id = std::to_string(number);
    for (int i = 0; i < services; ++i) {
        if ((dice >> i & 1) != 0 || i == number % services)
            counter.services.push_back(ServiceIx{static_cast<std::uint16_t>(i)});
    }
    if (dice % 3 == 0)
        counter.prefers = {counter.services.back()};
    if (dice % 4 == 1)
        counter.dedicatedToStars = 5;
    if (dice % 5 == 2)
        counter.helpOthersAfter = Minutes{dice % 9};
    if (dice % 7 == 3)
        counter.helpOthersAfter = std::nullopt;
    if (dice % 11 == 4 && number > 0) // the first serves every tier
        counter.tiers = {6, 5, 4 * (dice % 2)};
    return counter;
}

Rules rulesFrom(int discipline, std::optional<int> guard, const std::vector<int>& dice)
{
    Rules rules = smallHall();
    rules.discipline = static_cast<Discipline>(discipline);
    rules.guard = guard ? std::optional<Millis>(Minutes{*guard}) : std::nullopt;
    rules.groups.clear(); // of two such hall's rules some have the same id, at another place
    for (int i = dice[0] % 3; i < 4; ++i)
        rules.groups.push_back(
            {.id = std::to_string((dice[0] + i) % 5), .headStart = Minutes{(dice[0] + 7 * i) % 30}});
    for (std::size_t i = 0; i < rules.tiers.size(); ++i)
        rules.tiers[i].headStart = i + 1 == rules.tiers.size() ? Minutes{0} : Minutes{dice[i + 1] % 30};
    rules.services[0].inSeries = dice[4] % 3 == 0;
    if (rules.services[0].inSeries) {
        rules.services[1].inSeries = true;
        rules.services[1].prefix = rules.services[0].prefix;
    }
    rules.services[0].dailyTickets = static_cast<std::uint32_t>(dice[1] % 3 == 0 ? 4 + dice[2] % 20 : 0);
    rules.limits.perIdentity = static_cast<std::uint16_t>(dice[3] % 4);
    rules.limits.perKioskMinute = static_cast<std::uint16_t>(dice[4] % 5);
    rules.mostPasses = static_cast<std::uint16_t>(dice[2] % 3 == 0 ? 0 : 1 + dice[3] % 2);
    rules.noShowAfterRecalls = static_cast<std::uint8_t>(dice[0] % 3);
    rules.noShowEarliest = Seconds{dice[1] % 2 == 0 ? 0 : dice[2] % 40};
    rules.clerksAtTwo = true;
    rules.postponeFor = Minutes{dice[4] % 6};
    rules.counters.clear();
    const int counters = 1 + dice[5] % 4;
    for (int i = 0; i < counters; ++i)
        rules.counters.push_back(randomCounter(i, 3, dice[6 + static_cast<std::size_t>(i)]));
    return rules;
}

rc::Gen<std::vector<int>> anyDice()
{
    return rc::gen::container<std::vector<int>>(10, rc::gen::inRange(0, 1000));
}

rc::Gen<Attempt> anyAttempt()
{
    return rc::gen::build<Attempt>(rc::gen::set(&Attempt::kind, rc::gen::inRange<std::uint8_t>(0, 100)),
                                   rc::gen::set(&Attempt::who, rc::gen::inRange<std::uint8_t>(0, 255)),
                                   rc::gen::set(&Attempt::what, rc::gen::inRange<std::uint8_t>(0, 255)),
                                   rc::gen::set(&Attempt::seconds, rc::gen::inRange<std::uint16_t>(0, 150)));
}

} // namespace

std::ostream& operator<<(std::ostream& out, const Attempt& attempt)
{
    return out << "{" << int{attempt.kind} << "," << int{attempt.who} << "," << int{attempt.what} << ","
               << attempt.seconds << "}";
}

rc::Gen<Rules> anyRules()
{
    return rc::gen::apply(
        [](int discipline, int guard, const std::vector<int>& dice) {
            return rulesFrom(discipline, guard < 5 ? std::nullopt : std::optional(guard), dice);
        },
        rc::gen::inRange(0, 5), rc::gen::inRange(0, 40), anyDice());
}

rc::Gen<Rules> guardedRules()
{
    return rc::gen::apply([](int guard, const std::vector<int>& dice) { return rulesFrom(0, guard, dice); },
                          rc::gen::inRange(5, 40), anyDice());
}

rc::Gen<std::vector<Attempt>> anyAttempts()
{
    return rc::gen::resize(500, rc::gen::container<std::vector<Attempt>>(anyAttempt()));
}

rc::Gen<std::vector<Attempt>> attempts(std::size_t count)
{
    return rc::gen::container<std::vector<Attempt>>(count, anyAttempt());
}

RandomDay::RandomDay(const Rules& rules) : otherRules(rules)
{
    carryOut(OpenDay{kToday, std::make_shared<const Rules>(rules)});
    for (std::uint16_t i = 0; i < rules.counters.size(); ++i)
        carryOut(OpenCounter{CounterIx{i}, "17"});
}

void RandomDay::carryOut(const Command& command)
{
    Events events;
    if (!decide(state, command, now, events))
        return;
    for (Event& event : events) {
        if (auto* called = std::get_if<TicketCalled>(&event))
            mistake(*called);
        apply(state, event, now);
        history.emplace_back(now, event);
    }
}

void RandomDay::mistake(TicketCalled& called) const
{
    if (!mistakenOrder || called.why->rule == WhyRule::OutOfTurn || called.why->rule == WhyRule::Parked)
        return;
    if (const auto other = mistakenOrder(state, called.counter, now))
        called.ticket = *other;
}

std::size_t RandomDay::make(const Attempt& attempt)
{
    const std::size_t before = history.size();
    const Command command = commandFor(attempt);
    const bool takesBack =
        std::holds_alternative<UndoStep>(command) || std::holds_alternative<UndoFloorStep>(command);
    now += takesBack ? Seconds{attempt.seconds % 12} : Seconds{attempt.seconds}; // else it would be too late
    carryOut(commandFor(attempt));
    return before;
}

CounterIx RandomDay::counterOf(const Attempt& attempt) const
{
    return {static_cast<std::uint16_t>(attempt.who % state.counters.size())};
}

TicketId RandomDay::ticketOf(const Attempt& attempt) const
{
    const std::size_t recent = std::min<std::size_t>(state.tickets.size(), 12);
    return recent == 0 ? TicketId{} : state.tickets[state.tickets.size() - 1 - attempt.who % recent].id;
}

Command RandomDay::commandFor(const Attempt& attempt) const
{
    if (attempt.kind < 35) {
        IssueTicket issue{.service = {static_cast<std::uint16_t>(attempt.who % 3)},
                          .stars = attempt.what % 8};
        if (attempt.what % 11 == 0)
            issue.statutory = {static_cast<std::uint8_t>(attempt.who % 4)};
        issue.keyContact = attempt.what % 13 == 0;
        issue.customerRef = {static_cast<std::uint8_t>(attempt.who % 4 == 0 ? attempt.who % 36 : 0)};
        issue.claim = static_cast<Claim>(attempt.what % 3);
        issue.secret = {static_cast<std::uint8_t>(attempt.what % 3)}; // many have the first half in common
        issue.secret.back() = attempt.who;
        issue.kiosk = attempt.what % 3 == 0 ? "1" : "";
        issue.byStaff = attempt.what % 4 == 0;
        return issue;
    }
    if (attempt.kind < 38)
        return byHand(attempt);
    if (attempt.kind < 74)
        return ofCounter(attempt);
    if (attempt.kind < 75)
        return ofFloor(attempt);
    return attempt.kind < 88 ? ofTicket(attempt) : ofHall(attempt);
}

std::optional<Instant> lastStepAt(const State& state, CounterIx counter)
{
    const auto& steps = state.steps.ofCounters;
    const bool any = counter.value < steps.size() && steps[counter.value];
    return any ? std::optional{steps[counter.value]->at} : std::nullopt;
}

State replayed(const RandomDay& day, std::size_t from)
{
    State state;
    for (std::size_t i = from; i < day.history.size(); ++i)
        apply(state, day.history[i].second, day.history[i].first);
    return state;
}

} // namespace starqueue::queue::test
