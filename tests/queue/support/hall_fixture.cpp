#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {

namespace {

TierRule tier(int stars, bool keyContacts, Minutes headStart, double rate, double weight)
{
    TierRule rule;
    rule.stars = stars;
    rule.keyContacts = keyContacts;
    rule.headStart = headStart;
    rule.rate = rate;
    rule.weight = weight;
    return rule;
}

ServiceRule service(std::string id, std::string prefix)
{
    ServiceRule rule;
    rule.id = std::move(id);
    rule.prefix = std::move(prefix);
    return rule;
}

CounterRule counter(std::string id, std::vector<ServiceIx> services)
{
    CounterRule rule;
    rule.id = std::move(id);
    rule.services = std::move(services);
    return rule;
}

} // namespace

Rules smallHall()
{
    Rules rules;
    rules.services = {service("account", "A"), service("plans", "B"), service("repair", "C")};
    rules.tiers = {tier(6, true, Minutes{20}, 9, 4), tier(5, false, Minutes{15}, 6, 3),
                   tier(4, false, Minutes{8}, 3, 2), tier(0, false, Minutes{0}, 1, 1)};
    rules.counters = {counter("1", {kAccount, kPlans}), counter("2", {kAccount, kRepair}),
                      counter("3", {kAccount, kPlans})};
    rules.counters[1].prefers = {kRepair};
    rules.counters[2].dedicatedToStars = 5;
    return rules;
}

std::shared_ptr<const Rules> changed(const std::function<void(Rules&)>& change)
{
    Rules rules = smallHall();
    change(rules);
    return std::make_shared<const Rules>(std::move(rules));
}

Hall::Hall(Rules rules)
{
    must(OpenDay{kToday, std::make_shared<const Rules>(std::move(rules))});
}

Decision Hall::tell(const Command& command)
{
    const std::size_t before = events.size();
    Decision decision = decide(state, command, now, events);
    if (!decision && events.size() != before)
        ADD_FAILURE() << "a refused command has left events behind";
    for (std::size_t i = before; i < events.size(); ++i)
        apply(state, events[i], now);
    EXPECT_TRUE(decision || !decision.error().detail.empty()) << "a refusal must say what was refused";
    return decision;
}

void Hall::must(const Command& command)
{
    const Decision decision = tell(command);
    if (!decision)
        ADD_FAILURE() << "refused: " << decision.error().detail;
}

std::optional<RefusalCode> Hall::refusalOf(const Command& command)
{
    const Decision decision = tell(command);
    return decision ? std::nullopt : std::optional(decision.error().code);
}

TicketId Hall::issue(ServiceIx service, int stars, GroupIx statutory)
{
    must(IssueTicket{.service = service, .stars = stars, .statutory = statutory});
    return state.lastTicket;
}

TicketId Hall::issueAs(std::uint8_t customer, ServiceIx service)
{
    must(IssueTicket{.service = service, .customerRef = {customer}});
    return state.lastTicket;
}

TicketId Hall::issueAt(const std::string& kiosk, ServiceIx service)
{
    must(IssueTicket{.service = service, .kiosk = kiosk});
    return state.lastTicket;
}

TicketId Hall::next(CounterIx counter)
{
    const Decision decision = tell(CallNext{counter});
    EXPECT_TRUE(decision || decision.error().code == RefusalCode::NobodyWaits);
    return decision ? state.counters[counter.value].ticket : TicketId{};
}

TicketId Hall::serveNext(CounterIx counter, Millis service)
{
    const TicketId ticket = next(counter);
    must(StartService{counter});
    pass(service);
    must(FinishService{counter, {}});
    return ticket;
}

} // namespace starqueue::queue::test
