#include <queue/recording/day_builder.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

constexpr Millis kLeast{1}; ///< the least presence: long enough for its call

struct Span
{
    Instant from{};
    Instant until{};
};

/// Merges overlapping spans; they come sorted by beginning.
void addTo(std::vector<Span>& spans, Span span)
{
    if (span.from == span.until)
        return;
    if (!spans.empty() && span.from <= spans.back().until)
        spans.back().until = std::max(spans.back().until, span.until);
    else
        spans.push_back(span);
}

/// When at least one customer waited, by service. Customers who left at an unknown time are left out.
std::vector<std::vector<Span>> timesOfWaiting(const RecordedDay& day)
{
    std::vector<std::vector<Span>> waiting(day.services.size());
    for (const RecordedCustomer& customer : day.customers) {
        const Instant end = customer.called.value_or(customer.left.value_or(customer.arrives));
        addTo(waiting[customer.service.value], {customer.arrives, std::max(end, customer.arrives)});
    }
    return waiting;
}

bool overlaps(const std::vector<Span>& spans, Span gap)
{
    const auto after = std::ranges::upper_bound(spans, gap.from, {}, &Span::until);
    return gap.from < gap.until && after != spans.end() && after->from < gap.until;
}

std::vector<std::vector<RecordedCustomer*>> callsByCounter(RecordedDay& day)
{
    std::vector<std::vector<RecordedCustomer*>> calls(day.counters.size());
    for (RecordedCustomer& customer : day.customers)
        if (customer.called)
            calls[customer.counter.value].push_back(&customer);
    for (auto& ofCounter : calls)
        std::ranges::stable_sort(ofCounter, {}, [](const RecordedCustomer* one) { return *one->called; });
    return calls;
}

void cutOverlaps(const std::vector<RecordedCustomer*>& calls)
{
    for (std::size_t i = 1; i < calls.size(); ++i) {
        const Millis room = *calls[i]->called - *calls[i - 1]->called;
        calls[i - 1]->approach = std::min(calls[i - 1]->approach, room);
        calls[i - 1]->serves = std::min(calls[i - 1]->serves, room - calls[i - 1]->approach);
    }
}

std::vector<ServiceIx> servicesOf(const std::vector<RecordedCustomer*>& calls)
{
    std::vector<ServiceIx> services;
    services.reserve(calls.size());
    for (const RecordedCustomer* call : calls)
        services.push_back(call->service);
    std::ranges::sort(services);
    services.erase(std::unique(services.begin(), services.end()), services.end());
    return services;
}

} // namespace

void derivePresence(RecordedDay& day)
{
    day.presences.clear();
    const auto waiting = timesOfWaiting(day);
    const auto calls = callsByCounter(day);
    for (std::size_t counter = 0; counter < calls.size(); ++counter) {
        cutOverlaps(calls[counter]);
        const std::vector<ServiceIx> services = servicesOf(calls[counter]);
        if (day.counters[counter].services.empty())
            day.counters[counter].services = services;
        const auto someoneWaits = [&](Span gap) {
            return std::ranges::any_of(
                services, [&](ServiceIx service) { return overlaps(waiting[service.value], gap); });
        };
        const std::size_t first = day.presences.size();
        for (const RecordedCustomer* call : calls[counter]) {
            const Instant end =
                std::max(*call->called + kLeast, *call->called + call->approach + call->serves);
            const bool goesOn =
                day.presences.size() > first && !someoneWaits({day.presences.back().until, *call->called});
            if (goesOn)
                day.presences.back().until = end;
            else
                day.presences.push_back({{static_cast<std::uint16_t>(counter)}, *call->called, end});
        }
    }
}

} // namespace starqueue::queue
