#include <queue/support/random_day.h>

#include <algorithm>

namespace starqueue::queue::test {

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
        return Transfer{counter, ServiceIx{static_cast<std::uint16_t>(attempt.what % 3)}};
    case 3:
        return Verify{counter, attempt.what % 2 == 0, attempt.what % 3 == 0};
    case 4:
        return UndoStep{counter};
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

/// What is changed on the floor.
Command RandomDay::ofFloor(const Attempt& attempt) const
{
    const CounterIx counter = counterOf(attempt);
    const auto service = ServiceIx{static_cast<std::uint16_t>(attempt.what / 5 % 3)};
    const auto other = CounterIx{static_cast<std::uint16_t>(attempt.what % state.counters.size())};
    switch (attempt.what % 5) {
    case 0:
        return SetCounterServices{counter,
                                  attempt.who % 3 == 0 ? std::vector<ServiceIx>{} : std::vector{service}};
    case 1:
        return TakeWalkIn{counter, {.service = service, .byStaff = true}, ""};
    case 2:
        return PostponeTicket{ticketOf(attempt)};
    case 3:
        return Transfer{counter, service, attempt.who % 2 == 0 ? other : kNoCounter, "", attempt.who % 3 == 0,
                        "x"};
    default:
        const std::string clerk = std::to_string(17 + attempt.what / 5 % 3);
        if (attempt.who % 5 == 4)
            return Handover{counter, clerk};
        if (attempt.who % 3 == 0)
            return Transfer{counter, std::nullopt, kNoCounter, clerk, attempt.who % 2 == 0, "x"};
        return Transfer{counter, std::nullopt, other, "", attempt.who % 2 == 0, "x"};
    }
}

/// The last step on the floor, if there is one.
Command RandomDay::takenBackOnFloor() const
{
    const auto& steps = state.steps.ofFloor;
    return steps.empty() ? UndoFloorStep{} : UndoFloorStep{steps.back().ticket.id, steps.back().at};
}

Command RandomDay::ofTicket(const Attempt& attempt) const
{
    const TicketId ticket = ticketOf(attempt);
    const auto service = ServiceIx{static_cast<std::uint16_t>(attempt.what % 3)};
    if (attempt.what % 10 == 9)
        return takenBackOnFloor();
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
        if (attempt.who % 2 == 0)
            return ForgoPaper{ticket};
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

} // namespace starqueue::queue::test
