#include <bench/queue/full_hall.h>

#include <malloc.h>

#include <array>
#include <stdexcept>

namespace starqueue::bench {

using namespace queue;

namespace {

constexpr Date kToday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};
constexpr std::array kStarsOfCustomers{0, 0, 0, 0, 0, 0, 0, 4, 4, 5, 6};
constexpr int kStatutoryOneIn = 20;
constexpr GroupIx kSomeGroup{0};
constexpr Millis kArrivals = Minutes{24}; ///< all arrive within this: the guard decides few calls

TierRule tier(int stars, Minutes headStart)
{
    TierRule rule;
    rule.stars = stars;
    rule.headStart = headStart;
    return rule;
}

ServiceRule service(int number)
{
    ServiceRule rule;
    rule.id = std::to_string(number);
    rule.prefix = std::string(1, static_cast<char>(0x41 + number)); // "A", "B" …
    return rule;
}

Rules withServices(int count)
{
    Rules rules;
    CounterRule counter{"1", {}, {}, {}, 5, Millis{0}, false};
    for (int i = 0; i < count; ++i) {
        rules.services.push_back(service(i));
        counter.services.push_back(ServiceIx{static_cast<std::uint16_t>(i)});
    }
    rules.counters = {counter};
    return rules;
}

void carryOut(State& state, const Command& command, Instant now)
{
    Events events;
    if (const auto done = decide(state, command, now, events); !done)
        throw std::runtime_error(done.error().detail);
    for (const Event& event : events)
        apply(state, event, now);
}

double copyBytes(const Line& line)
{
    const std::size_t before = heapBytes();
    // NOLINTNEXTLINE(performance-unnecessary-copy-initialization): the copy is what is weighed
    const Line copy = line;
    return static_cast<double>(heapBytes() - before);
}

} // namespace

Rules sevenLanes()
{
    Rules rules = withServices(1);
    rules.tiers = {tier(6, Minutes{20}), tier(5, Minutes{15}), tier(4, Minutes{8}), tier(0, Minutes{0})};
    return rules;
}

Rules manyLanes()
{
    Rules rules = withServices(20);
    for (int stars = 6; stars >= 0; --stars)
        rules.tiers.push_back(tier(stars, Minutes{3 * stars}));
    return rules;
}

IssueTicket arrival(const Rules& rules, std::minstd_rand& random)
{
    IssueTicket issue;
    issue.service = ServiceIx{static_cast<std::uint16_t>(random() % rules.services.size())};
    if (rules.tiers.size() > 4) // all tiers equally often
        issue.stars = rules.tiers[random() % rules.tiers.size()].stars;
    else
        issue.stars = kStarsOfCustomers[random() % kStarsOfCustomers.size()];
    if (rules.tiers.size() <= 4 && random() % kStatutoryOneIn == 0)
        issue.statutory = kSomeGroup;
    issue.promise = Promise{};
    for (std::uint8_t& byte : issue.secret)
        byte = static_cast<std::uint8_t>(random() >> 8U);
    return issue;
}

Rules simulatedDay()
{
    Rules rules = sevenLanes();
    const CounterRule dedicated = withServices(5).counters.front();
    rules.services = withServices(5).services;
    rules.counters.clear();
    for (int i = 1; i <= 6; ++i) {
        rules.counters.push_back(dedicated);
        rules.counters.back().id = std::to_string(i);
        if (i > 1)
            rules.counters.back().dedicatedToStars.reset();
    }
    return rules;
}

std::size_t heapBytes()
{
    const auto info = ::mallinfo2();
    return info.uordblks + info.hblkhd;
}

FullHall::FullHall(const Rules& rules, std::size_t waiting)
{
    carryOut(state, OpenDay{kToday, std::make_shared<const Rules>(rules)}, now);
    for (std::uint16_t i = 0; i < rules.counters.size(); ++i)
        carryOut(state, OpenCounter{CounterIx{i}, std::to_string(i)}, now);
    const std::size_t before = heapBytes();
    std::minstd_rand random(1);
    const Instant opened = now;
    for (std::size_t i = 0; i < waiting; ++i) {
        now = opened + kArrivals * static_cast<std::int64_t>(i) / static_cast<std::int64_t>(waiting);
        carryOut(state, arrival(rules, random), now);
    }
    stateBytes = static_cast<double>(heapBytes() - before);
    lineBytes = copyBytes(state.line);
}

void FullHall::moveNextToEnd()
{
    const auto choice = select(state, kDedicated, now);
    Ticket& ticket = state.tickets[choice->place.ticket.value - state.tickets.front().id.value];
    state.line.leave(ticket);
    now += Millis{1};
    ticket.counted = now;
    state.line.join(ticket);
}

void FullHall::leaveAndReturn(std::size_t place)
{
    const Ticket& ticket = state.tickets[place];
    state.line.leave(ticket);
    state.line.join(ticket);
}

std::vector<Waiting> FullHall::waiting() const
{
    const auto rankOf = [this](const Ticket& ticket) {
        return ticket.counted - headStartOf(*state.rules, ticket.tier, ticket.statutory);
    };
    std::vector<Waiting> all;
    all.reserve(state.tickets.size());
    for (const Ticket& ticket : state.tickets)
        all.push_back({rankOf(ticket).time_since_epoch().count(), ticket.id.value});
    return all;
}

std::int64_t FullHall::lastRank() const
{
    return now.time_since_epoch().count();
}

} // namespace starqueue::bench
