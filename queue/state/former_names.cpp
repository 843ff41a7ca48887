#include <queue/state/former_names.h>

#include <algorithm>

namespace starqueue::queue {

const FormerService* FormerNames::serviceOf(ServiceIx service, TicketId ticket) const
{
    const auto found = std::ranges::find_if(services, [&](const FormerService& former) {
        return former.service == service && ticket <= former.last;
    });
    return found == services.end() ? nullptr : &*found;
}

const FormerCounter* FormerNames::counterOf(CounterIx counter, Instant called) const
{
    const auto found = std::ranges::find_if(counters, [&](const FormerCounter& former) {
        return former.counter == counter && called < former.until;
    });
    return found == counters.end() ? nullptr : &*found;
}

void FormerNames::note(const Rules& old, const Rules& next, TicketId last, Instant at)
{
    for (std::uint16_t i = 0; i < old.services.size() && i < next.services.size(); ++i) {
        const ServiceRule& was = old.services[i];
        if (was.prefix != next.services[i].prefix || was.name != next.services[i].name)
            services.push_back({ServiceIx{i}, last, was.prefix, was.name});
    }
    for (std::uint16_t i = 0; i < old.counters.size() && i < next.counters.size(); ++i) {
        if (old.counters[i].name != next.counters[i].name)
            counters.push_back({CounterIx{i}, at, old.counters[i].name});
    }
}

} // namespace starqueue::queue
