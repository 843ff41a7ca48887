#include <db/support/random_hall.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace starqueue::db::test {

using namespace queue;

Rules hallRules()
{
    Rules rules;
    rules.services = {{"account", "A", {"账户业务", "Accounts"}, Seconds{360}, false},
                      {"plans", "B", {"套餐", "Plans"}, Seconds{480}, false},
                      {"repair", "XY", {"维修 \"快\"", "Repair\n\\"}, Seconds{720}, false}};
    rules.tiers = {{5, true, Seconds{300}, Minutes{15}, 6.1, 3.0},
                   {4, false, Seconds{480}, Minutes{8}, 3.3, 2.0},
                   {0, false, Seconds{900}, Millis{0}, 1.0 / 3, 1.0}};
    rules.counters = {{"1", {"1号窗口", "Counter 1"}, {{0}, {1}, {2}}, {}, {}, Millis{0}, false},
                      {"2", {"2号窗口", "Counter 2"}, {{0}, {1}}, {{1}}, {}, Millis{0}, false},
                      {"3", {"3号窗口", "Counter 3"}, {{2}, {0}}, {}, {}, Millis{1500}, false},
                      {"vip", {"专柜", "Stars"}, {{0}, {1}, {2}}, {}, 5, std::nullopt, false}};
    rules.services[0].dailyTickets = 50'000;
    rules.limits = {5, 0};
    rules.lateDays = 2;
    rules.ratingReasons = {{"wait", {"等候时间长", "Long wait"}, {1, 2}},
                           {"quick", {"快", "Quick"}, {3, 4, 5}}};
    rules.noShowAfterRecalls = 3;
    rules.outcomes = {{"done", {"办结", "Done"}}};
    rules.askReference = AskReference::Offered;
    return rules;
}

RandomHall::RandomHall(std::uint32_t seed) : m_random(seed), m_now(kMorning) {}

void RandomHall::step(const Saw& saw)
{
    m_now += Millis{below(below(3) == 0 ? 3'000 : 40'000)}; // some so soon that a step can be taken back
    carryOut(nextCommand(), saw);
}

Command RandomHall::commandFor(const State& state, Instant now)
{
    m_state = state;
    m_now = now;
    return nextCommand();
}

Command RandomHall::nextCommand()
{
    if (m_state.dayOpen)
        return anyCommand();
    if (below(3) == 0)
        return undo();
    const Date day{std::chrono::floor<std::chrono::days>(m_now)};
    const Date date = m_state.date ? Date{std::chrono::sys_days{*m_state.date} + std::chrono::days{1}} : day;
    return OpenDay{date, m_state.rules ? nullptr : std::make_shared<const Rules>(hallRules()), hours()};
}

bool RandomHall::carryOut(const Command& command, const Saw& saw)
{
    Events events;
    if (!decide(m_state, command, m_now, events))
        return false;
    for (const Event& event : events) {
        const State before = m_state;
        apply(m_state, event, m_now);
        saw(event, m_now, before, m_state);
    }
    return true;
}

/// Mostly open around now; the last service in a part of that.
DayHoursPtr RandomHall::hours()
{
    if (below(3) == 0)
        return nullptr;
    DayHours hours;
    hours.begins = m_now;
    hours.hall = OpenTimes{{m_now, m_now + Minutes{200}, m_now + Minutes{201}}};
    hours.services = {{"repair", {{m_now + Minutes{1}, m_now + Minutes{30}, m_now + Minutes{30}}}}};
    if (below(2) != 0)
        hours.cases = {Date{std::chrono::year{2026} / 11 / 24}, Date{std::chrono::year{2026} / 12 / 14},
                       below(2) != 0};
    return std::make_shared<const DayHours>(std::move(hours));
}

CounterIx RandomHall::counter()
{
    return {static_cast<std::uint16_t>(below(4))};
}

ServiceIx RandomHall::service()
{
    return {static_cast<std::uint16_t>(below(3))};
}

TicketId RandomHall::ticket()
{
    return m_state.tickets.empty() ? TicketId{}
                                   : m_state.tickets[below(static_cast<int>(m_state.tickets.size()))].id;
}

TicketId RandomHall::parked()
{
    const auto found = std::ranges::find(m_state.tickets, TicketState::Parked, &Ticket::state);
    return found == m_state.tickets.end() ? ticket() : found->id;
}

RatingSessionId RandomHall::session()
{
    if (!m_state.openSessions.empty() && below(8) != 0)
        return m_state.openSessions.back();
    return {m_state.lastSession.value - (m_state.lastSession.value > 1 ? 1U : 0U)};
}

Bits128 RandomHall::bits()
{
    Bits128 bits{};
    for (auto& byte : bits)
        byte = static_cast<std::uint8_t>(below(256));
    return bits;
}

Command RandomHall::anyCommand()
{
    const int kind = below(100);
    if (kind < 8)
        return takeStepBack();
    if (kind < 30)
        return anyTicketCommand();
    if (kind < 80)
        return anyCounterCommand();
    return kind < 93 ? anyDeviceCommand() : anyHouseCommand();
}

Command RandomHall::anyTicketCommand()
{
    const bool isOdd = m_now.time_since_epoch().count() % 2 != 0;
    switch (below(14)) {
    case 13:
        return isOdd ? Command{ForgoPaper{ticket()}} : PostponeTicket{ticket()};
    case 12:
        return anyByHand();
    case 0:
        return CancelTicket{ticket()};
    case 1:
        return RequeueTicket{ticket()};
    case 2:
        return MoveTicket{ticket(), service()};
    case 3:
        return SetStatutory{ticket(),
                            below(5) == 4 ? kNoGroup : GroupIx{static_cast<std::uint8_t>(below(4))}};
    case 4:
        return IdentifyTicket{ticket(), below(8), below(4) == 0, bits()};
    case 5:
        return ReprintTicket{ticket(), "k1"};
    default:
        return IssueTicket{service(),
                           below(8),
                           below(9) == 0,
                           below(12) == 0 ? GroupIx{1} : kNoGroup,
                           static_cast<Language>(below(2)),
                           below(2) ? bits() : Bits128{},
                           bits(),
                           below(2) ? "k1" : "",
                           below(2) ? std::optional{Promise{Seconds{60}, Seconds{120}, Seconds{181},
                                                            PromiseMethod::Simulation, 0xFFFFFFFFFFFFU}}
                                    : std::nullopt,
                           isOdd ? std::optional{Promise{Seconds{70}, Seconds{140}, Seconds{211},
                                                         PromiseMethod::Simulation, 0xFFFFFFFFFFFFU}}
                                 : std::nullopt,
                           isOdd ? Claim::Typed : Claim::None,
                           below(2) == 0};
    }
}

Command RandomHall::anyByHand()
{
    EnterByHand enter{IssueTicket{service(), below(8)}, kFirstByHand + static_cast<std::uint32_t>(below(900)),
                      m_now - Millis{below(2'000'000)}};
    if (below(2))
        enter.served =
            ServedByHand{counter(), below(3) ? "clerk 8" : "", enter.issued + Millis{1}, m_now, m_now};
    return enter;
}

Command RandomHall::anyClockCommand()
{
    const Millis ahead{below(100'000) - 50'000};
    if (below(3) == 0)
        return DoubtClock{below(2) ? "stepped" : ""};
    if (below(2) == 0 || !m_state.date)
        return SetWallClock{ahead};
    const Date date{std::chrono::sys_days{*m_state.date} + std::chrono::days{below(3) - 1}};
    const Instant since = m_now - Minutes{below(100)};
    return SetWallClock{ahead, since, RightDay{date, since, hours()}, below(2) == 0};
}

/// Of the last thing that was done to the whole hall, if it may still be taken back.
Command RandomHall::undo()
{
    return UndoHallAct{m_state.acts.empty() ? Instant{} : m_state.acts.back().at};
}

/// The last step of anybody.
Command RandomHall::takeStepBack()
{
    const Step* last = m_state.steps.ofFloor.empty() ? nullptr : &m_state.steps.ofFloor.back();
    for (const auto& step : m_state.steps.ofCounters)
        if (step && (!last || last->at < step->at))
            last = &*step;
    if (!last)
        return UndoStep{counter()};
    return last->counter == kNoCounter ? Command{UndoFloorStep{last->ticket.id, last->at}}
                                       : Command{UndoStep{last->counter}};
}

Command RandomHall::anyCalibration()
{
    CalibratePromises all{{{1.25, 0.5, 1 + below(9) * 0.1}}, static_cast<std::uint32_t>(below(999))};
    for (int from = 540; below(2) != 0; from += 30)
        all.calibration.halfHours.push_back({Minutes{from}, 0.75, 1 + below(9) * 0.25});
    return all;
}

Command RandomHall::anyHouseCommand()
{
    switch (below(9)) {
    case 0:
        return OpenService{service()};
    case 1:
        return CloseService{service()};
    case 2:
        return below(5) == 0 ? Command{CloseDay{}} : Command{Tick{}};
    case 3:
        return PostMessage{"m" + std::to_string(below(3)), below(3) ? Name{"下雨", "Rain"} : Name{}};
    case 4:
        if (below(2) == 0)
            return anyCalibration();
        if (below(2) == 0)
            return ResumeRestored{
                "life", Minutes{below(200)}, {static_cast<std::uint32_t>(below(3))}, 0, below(2) ? 50U : 0U};
        return anyClockCommand();
    case 5: {
        Rules changed = *m_state.rules;
        changed.discipline = static_cast<Discipline>(below(5));
        changed.tiers.front().headStart = Millis{below(1'200'000)};
        changed.limits = {static_cast<std::uint16_t>(below(4)), static_cast<std::uint16_t>(below(20))};
        return SetRules{std::make_shared<const Rules>(changed), below(2) ? hours() : nullptr};
    }
    case 6:
        return undo();
    default:
        return Tick{};
    }
}

} // namespace starqueue::db::test
