#include <queue/day/endings.h>

namespace starqueue::queue {

std::vector<RatingExpired> endsOfPastSessions(const State& state, Instant now)
{
    std::vector<RatingExpired> ends;
    for (const RatingSessionId id : state.openSessions) {
        const RatingSession* session = state.find(id);
        if (session && now >= session->ends)
            ends.push_back({id, session->counter});
    }
    return ends;
}

std::vector<PrintJobEnded> endsOfOpenJobs(const State& state, PrintJobState atMost)
{
    std::vector<PrintJobEnded> ends;
    for (const PrintJobId id : state.openJobs) {
        const PrintJob* job = state.find(id);
        if (job && job->state <= atMost)
            ends.push_back({id, PrintOutcome::Dropped});
    }
    return ends;
}

std::vector<CounterClosed> closesOfRetired(const State& state, const Rules& rules)
{
    std::vector<CounterClosed> closes;
    for (std::uint16_t i = 0; i < state.counters.size(); ++i) {
        const Counter& counter = state.counters[i];
        if (rules.counters[i].retired && counter.state != CounterState::Closed && counter.ticket.value == 0)
            closes.push_back({CounterIx{i}});
    }
    return closes;
}

} // namespace starqueue::queue
