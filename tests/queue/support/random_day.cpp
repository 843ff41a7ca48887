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
    rules.services[0].dailyTickets = static_cast<std::uint32_t>(dice[1] % 3 == 0 ? 4 + dice[2] % 20 : 0);
    rules.limits.perIdentity = static_cast<std::uint16_t>(dice[3] % 4);
    rules.limits.perKioskMinute = static_cast<std::uint16_t>(dice[4] % 5);
    rules.mostPasses = static_cast<std::uint16_t>(dice[2] % 3 == 0 ? 0 : 1 + dice[3] % 2);
    rules.noShowAfterRecalls = static_cast<std::uint8_t>(dice[0] % 3);
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
    now += Seconds{attempt.seconds};
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
    if (attempt.kind < 75)
        return ofCounter(attempt);
    return attempt.kind < 88 ? ofTicket(attempt) : ofHall(attempt);
}

/// Entered up to 40 minutes late; every third has been served meanwhile.
Command RandomDay::byHand(const Attempt& attempt) const
{
    EnterByHand enter{
        .ticket = {.service = {static_cast<std::uint16_t>(attempt.who % 3)}, .stars = attempt.what % 8},
        .number = kFirstByHand + attempt.who,
        .issued = now - Seconds{attempt.what * 10}};
    if (attempt.what % 3 == 0)
        enter.served = ServedByHand{counterOf(attempt), "18", enter.issued, enter.issued, now};
    return enter;
}

Command RandomDay::ofCounter(const Attempt& attempt) const
{
    const CounterIx counter = counterOf(attempt);
    switch (attempt.what % 16) {
    case 0:
        return MarkNoShow{counter};
    case 1:
        return Park{counter, "form"};
    case 2:
        return Transfer{counter, {static_cast<std::uint16_t>(attempt.what % 3)}};
    case 3:
        return Verify{counter, attempt.what % 2 == 0, attempt.what % 3 == 0};
    case 4:
        return UndoCall{counter};
    case 5:
        return Recall{counter};
    case 6:
        return PauseCounter{counter, "lunch"};
    case 7:
        return ResumeCounter{counter};
    case 8:
        return attempt.who % 2 == 0 ? Command{CloseCounter{counter}} : Command{OpenCounter{counter, "18"}};
    default:
        break;
    }
    // Most often what a clerk would do next.
    const CounterState open = state.counters[counter.value].state;
    if (open == CounterState::Closed && attempt.who % 8 == 0)
        return OpenCounter{counter, "19"};
    if (open == CounterState::Paused && attempt.who % 3 == 0)
        return ResumeCounter{counter};
    const Ticket* ticket = state.ticketAt(counter);
    if (!ticket)
        return CallNext{counter};
    if (ticket->state == TicketState::Called)
        return StartService{counter};
    return FinishService{counter, attempt.what % 5 == 0 ? "hurry" : ""};
}

Command RandomDay::ofTicket(const Attempt& attempt) const
{
    const TicketId ticket = ticketOf(attempt);
    const auto service = ServiceIx{static_cast<std::uint16_t>(attempt.what % 3)};
    switch (attempt.what % 9) {
    case 0:
        return CancelTicket{ticket};
    case 1:
        return MoveTicket{ticket, service};
    case 2:
        return SetStatutory{ticket, GroupIx{static_cast<std::uint8_t>(attempt.what % 4)}};
    case 3:
        return IdentifyTicket{ticket,
                              attempt.what % 8,
                              false,
                              {static_cast<std::uint8_t>(attempt.who % 9)},
                              static_cast<Claim>(attempt.what % 3),
                              attempt.who % 2 == 0};
    case 4:
        return ReprintTicket{ticket, "2"};
    case 5:
        return CallNumber{counterOf(attempt), ticket, "asked"};
    case 6:
        return Unpark{counterOf(attempt), ticket};
    default:
        break;
    }
    const auto absent = std::ranges::find(state.tickets, TicketState::NoShow, &Ticket::state);
    return RequeueTicket{absent == state.tickets.end() ? ticket : absent->id};
}

Command RandomDay::ofHall(const Attempt& attempt) const
{
    const PrintJobId job = state.openJobs.empty() ? PrintJobId{} : state.openJobs.front();
    const RatingSessionId session = state.lastSession;
    switch (attempt.kind) {
    case 88:
        return TakePrintJob{job, "bridge"};
    case 89:
        return EndPrintJob{job, static_cast<PrintOutcome>(1 + attempt.what % 7)};
    case 90:
        return ArmRating{session};
    case 91:
    case 92: {
        const RatingSession* found = state.find(session);
        const TicketId ticket = found ? found->ticket : TicketId{};
        return RateTicket{session,
                          ticket,
                          1 + attempt.what % 5,
                          {{"uid", 1, attempt.who}, now - Seconds{attempt.what % 40}}};
    }
    case 93:
        return FailRating{session, "silent"};
    case 94:
        return ReportDevice{{.id = "panel", .state = static_cast<DeviceState>(attempt.what % 4)}};
    case 95:
        return PostMessage{"m", {attempt.what % 2 == 0 ? "你好" : "", ""}};
    case 96:
        return SetRules{std::make_shared<const Rules>(otherRules)};
    case 97:
        if (attempt.what % 4 == 0 && state.dayOpen)
            return CloseDay{};
        return OpenDay{std::chrono::sys_days{*state.date} + std::chrono::days{1}, nullptr};
    case 98:
        return CloseService{{static_cast<std::uint16_t>(attempt.what % 3)}};
    case 99:
        return OpenService{{static_cast<std::uint16_t>(attempt.what % 3)}};
    }
    return Tick{};
}

State replayed(const RandomDay& day, std::size_t from)
{
    State state;
    for (std::size_t i = from; i < day.history.size(); ++i)
        apply(state, day.history[i].second, day.history[i].first);
    return state;
}

} // namespace starqueue::queue::test
