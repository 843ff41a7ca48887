#pragma once

#include <db/reports/wait_figures.h>

#include <queue/decide.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace starqueue::db::test {

struct Figures
{
    std::vector<double> waits;
    std::size_t inTarget = 0;
    OutcomeRow outcomes;
    RatingRow ratings;
};

/// Counts the slow and obvious way, from the events as they happen.
class NaiveReport
{
public:
    void see(const queue::Event& event, const queue::State& before, const queue::State& after)
    {
        std::visit([&](const auto& one) { take(one, before, after); }, event);
    }

    std::map<std::string, Figures> byService;
    Figures all;

private:
    template <class Change> void both(const queue::State& state, queue::TicketId ticket, Change change)
    {
        const queue::Ticket& found = *state.find(ticket);
        change(all);
        change(byService[state.rules->services[found.service.value].id]);
    }

    void take(const auto&, const queue::State&, const queue::State&) {}
    void take(const queue::TicketIssued& e, const queue::State&, const queue::State& after)
    {
        both(after, e.ticket.id, [](Figures& f) { ++f.outcomes.issued; });
    }
    std::map<queue::TicketId, bool> wasInTarget; ///< at the last call

    void addWait(const queue::State& after, queue::TicketId id)
    {
        const queue::Ticket& ticket = *after.find(id);
        const Millis wait = ticket.called - ticket.legBegan;
        const bool inTarget = wait <= after.rules->tiers[ticket.tier.value].target;
        wasInTarget[id] = inTarget;
        both(after, id, [&](Figures& f) {
            f.waits.push_back(std::chrono::duration<double>(wait).count());
            f.inTarget += inTarget ? 1 : 0;
        });
    }
    std::map<queue::TicketId, bool> hadWaited; ///< before the last call

    void take(const queue::TicketCalled& e, const queue::State& before, const queue::State& after)
    {
        hadWaited[e.ticket] = before.find(e.ticket)->state == queue::TicketState::Waiting;
        if (hadWaited[e.ticket])
            addWait(after, e.ticket);
    }
    void take(const queue::TicketServedByHand& e, const queue::State&, const queue::State& after)
    {
        addWait(after, e.ticket);
        both(after, e.ticket, [](Figures& f) { ++f.outcomes.served; });
    }
    void take(const queue::TicketRequeued& e, const queue::State& before, const queue::State& after)
    {
        if (!e.callUndone) {
            both(after, e.ticket, [](Figures& f) { ++f.outcomes.requeued; });
            return;
        }
        if (!hadWaited[e.ticket])
            return;
        const queue::Ticket& ticket = *before.find(e.ticket);
        const double wait = std::chrono::duration<double>(ticket.called - ticket.legBegan).count();
        // As at the call: since then the customer may have been identified, and the tier is another.
        const bool inTarget = wasInTarget.at(e.ticket);
        both(before, e.ticket, [&](Figures& f) {
            if (const auto one = std::ranges::find(f.waits, wait); one != f.waits.end()) {
                f.waits.erase(one);
                f.inTarget -= inTarget ? 1 : 0;
            }
        });
    }
    void take(const queue::ServiceFinished& e, const queue::State&, const queue::State& after)
    {
        both(after, e.ticket, [](Figures& f) { ++f.outcomes.served; });
    }
    void take(const queue::TicketNoShow& e, const queue::State&, const queue::State& after)
    {
        both(after, e.ticket, [](Figures& f) { ++f.outcomes.noShow; });
    }
    void take(const queue::TicketCancelled& e, const queue::State&, const queue::State& after)
    {
        both(after, e.ticket, [](Figures& f) { ++f.outcomes.cancelled; });
    }
    void take(const queue::TicketUnserved& e, const queue::State&, const queue::State& after)
    {
        both(after, e.ticket, [](Figures& f) { ++f.outcomes.unserved; });
    }
    void take(const queue::StepUndone& e, const queue::State& before, const queue::State& after)
    {
        const auto less = [&](auto count) { both(after, e.ticket, [&](Figures& f) { --count(f); }); };
        const queue::RatingSessionId session = before.find(e.ticket)->session;
        if (e.step == queue::StepKind::Finish)
            less([](Figures & f) -> auto& { return f.outcomes.served; });
        if (e.step == queue::StepKind::Finish && session != after.find(e.ticket)->session)
            less([](Figures & f) -> auto& { return f.ratings.invited; });
        if (e.step == queue::StepKind::NoShow)
            less([](Figures & f) -> auto& { return f.outcomes.noShow; });
        if (e.step == queue::StepKind::Cancel)
            less([](Figures & f) -> auto& { return f.outcomes.cancelled; });
        if (e.step == queue::StepKind::Transfer || e.step == queue::StepKind::Move)
            less([](Figures & f) -> auto& { return f.outcomes.transferred; });
        if (e.step == queue::StepKind::Requeue && after.find(e.ticket)->state == queue::TicketState::NoShow)
            less([](Figures & f) -> auto& { return f.outcomes.requeued; });
    }
    void take(const queue::HallActUndone& e, const queue::State&, const queue::State& after)
    {
        if (e.ending)
            for (const queue::UnservedTicket& one : e.ending->tickets)
                both(after, one.ticket, [](Figures& f) { --f.outcomes.unserved; });
    }
    void take(const queue::TicketTransferred& e, const queue::State& before, const queue::State&)
    {
        both(before, e.ticket, [](Figures& f) { ++f.outcomes.transferred; });
    }
    void take(const queue::RatingInvited& e, const queue::State&, const queue::State& after)
    {
        both(after, e.session.ticket, [](Figures& f) { ++f.ratings.invited; });
    }
    void take(const queue::TicketRated& e, const queue::State&, const queue::State& after)
    {
        both(after, e.ticket, [&](Figures& f) {
            ++f.ratings.answered;
            ++f.ratings.scores.at(static_cast<std::size_t>(e.score - 1));
        });
    }
    void take(const queue::TicketRatedLate& e, const queue::State&, const queue::State&)
    {
        for (Figures* const figures : {&all, &byService[e.visit.service]}) {
            ++figures->ratings.answered;
            ++figures->ratings.fromPhone;
            ++figures->ratings.scores.at(static_cast<std::size_t>(e.score - 1));
        }
    }
};

} // namespace starqueue::db::test
