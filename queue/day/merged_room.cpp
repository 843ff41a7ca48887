#include <queue/day/merged_room.h>

#include <queue/day/carry.h>

#include <algorithm>
#include <utility>

namespace starqueue::queue {

namespace {

void mergeTickets(const State& now, std::vector<CarriedTicket>& tickets)
{
    for (const Ticket& ticket : now.tickets) {
        const auto known =
            std::ranges::find(tickets, ticket.id, [](const CarriedTicket& one) { return one.ticket.id; });
        const CarriedTicket carried{ticket, now.kioskOf(ticket)};
        if (known == tickets.end())
            tickets.push_back(carried);
        else
            *known = carried;
    }
}

/// What has become of those of `all` since, and the newer ones.
template <class T> void mergeById(const std::vector<T>& newer, std::vector<T>& all)
{
    for (const T& one : newer) {
        const auto known = std::ranges::find(all, one.id, &T::id);
        if (known == all.end())
            all.push_back(one);
        else
            *known = one;
    }
}

/// As they are, with what they had served before.
void mergeCounters(const State& former, const State& now, std::vector<CounterAt>& counters)
{
    counters.clear();
    for (std::uint16_t i = 0; i < now.counters.size(); ++i) {
        Counter counter = now.counters[i];
        if (i < former.counters.size()) {
            counter.served += former.counters[i].served;
            counter.servedFor += former.counters[i].servedFor;
        }
        counters.emplace_back(CounterIx{i}, std::move(counter));
    }
}

/// Beyond those of both days.
void mergeNumbers(const State& now, std::vector<LastNumber>& numbers)
{
    for (const LastNumber& last : lastNumbersOf(now)) {
        const auto known = std::ranges::find(numbers, last.service, &LastNumber::service);
        if (known == numbers.end())
            numbers.push_back(last);
        else
            known->number = std::max(known->number, last.number);
    }
}

} // namespace

void mergeRoom(const State& former, const State& now, CarriedOver& carried)
{
    mergeTickets(now, carried.tickets);
    mergeById(now.sessions, carried.sessions);
    mergeById(now.printJobs, carried.jobs);
    mergeCounters(former, now, carried.counters);
    mergeNumbers(now, carried.numbers);
}

} // namespace starqueue::queue
