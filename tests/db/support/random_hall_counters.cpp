#include <db/support/random_hall.h>

#include <queue/rating/rating.h>

namespace starqueue::db::test {

using namespace queue;

Command RandomHall::anyCounterCommand()
{
    const CounterIx at = counter();
    switch (below(19)) {
    case 0:
        return OpenCounter{at, "clerk " + std::to_string(below(9))};
    case 1:
        return below(6) == 0 ? Command{CloseCounter{at}} : Command{ResumeCounter{at}};
    case 2:
        return PauseCounter{at, "lunch “now”"};
    case 3:
        return ResumeCounter{at};
    case 4:
        return CallNumber{at, ticket(), "a child is crying"};
    case 5:
        return Recall{at};
    case 6:
        return MarkNoShow{at};
    case 7:
        return Park{at, "form"};
    case 8:
        return Unpark{at, parked()};
    case 9:
        return Transfer{at, service()};
    case 10:
        return below(2) ? Command{AskHelp{at}} : Command{UndoStep{at}};
    case 13:
    case 14:
        return StartService{at};
    case 15:
    case 16:
        return FinishService{at, below(5) == 0 ? "in a hurry" : "", below(2) ? "done" : "",
                             at.value % 2 ? Reference{"2026-117", "JY \"7\""} : Reference{}};
    case 11:
    case 12:
        return anyFloorCommand(at);
    default:
        return CallNext{at};
    }
}

Command RandomHall::anyFloorCommand(CounterIx at)
{
    switch (below(5)) {
    case 2:
        return Verify{at, below(2) == 0};
    case 3:
        return Handover{at, "clerk 7"};
    case 0:
        return SetCounterServices{at, below(3) ? std::vector{service()} : std::vector<ServiceIx>{},
                                  below(2) ? "lunch" : ""};
    case 1:
        return TakeWalkIn{at, {.service = service(), .byStaff = true}, below(2) ? "a child" : ""};
    default:
        if (below(3) == 0)
            return Transfer{at, {}, kNoCounter, "clerk " + std::to_string(below(9)), below(2) == 0, "“he”"};
        return Transfer{
            at, below(2) ? std::optional{service()} : std::nullopt, counter(), "", below(2) == 0, "“she”"};
    }
}

/// Of a visit of today.
Command RandomHall::anyPhoneRating()
{
    if (m_state.sessions.empty())
        return Tick{};
    const auto at = static_cast<std::size_t>(m_now.time_since_epoch().count());
    const RatingSession& session = m_state.sessions[at % m_state.sessions.size()];
    const Ticket& ticket = *m_state.find(session.ticket);
    PastVisit visit;
    visit.ticket = session.ticket;
    visit.session = session.id;
    visit.day = *m_state.date;
    visit.number = m_state.numberOf(ticket);
    visit.service = m_state.rules->services.at(ticket.service.value).id;
    visit.counter = m_state.rules->counters.at(session.counter.value).id;
    visit.clerk = "17";
    visit.tier = std::to_string(m_state.rules->tiers.at(ticket.tier.value).stars);
    visit.legBegan = ticket.legBegan;
    visit.finished = ticket.ended;
    if (at % 2 == 0)
        visit.reference = {"2026-117", ""};
    if (at % 3 == 0)
        visit.outcome = "done";
    const int score = 1 + static_cast<int>(at % 5);
    if (at % 7 < 3)
        return ExplainRating{visit, scoreOf(m_state, visit, score), {score > 2 ? "quick" : "wait"}};
    return RateByPhone{visit, score};
}

} // namespace starqueue::db::test
