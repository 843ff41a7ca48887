#include <queue/recording/day_builder.h>

#include <algorithm>
#include <string>

namespace starqueue::queue {

namespace {

/// When the counter that called `customer` is free again.
Instant freeAfter(const RecordedCustomer& customer)
{
    return *customer.called + customer.approach + customer.serves;
}

} // namespace

void DayBuilder::add(RecordedCustomer customer, std::string_view service, std::string_view counter)
{
    const auto known = std::ranges::find(m_day.services, service);
    customer.service.value = static_cast<std::uint16_t>(known - m_day.services.begin());
    if (known == m_day.services.end())
        m_day.services.emplace_back(service);
    if (customer.called && !counter.empty())
        customer.counter = counterNamed(counter);
    m_day.customers.push_back(customer);
}

CounterIx DayBuilder::counterNamed(std::string_view id)
{
    const auto known = std::ranges::find(m_day.counters, id, &RecordedCounter::id);
    const CounterIx ix{static_cast<std::uint16_t>(known - m_day.counters.begin())};
    if (known == m_day.counters.end())
        m_day.counters.push_back({std::string{id}, {}});
    return ix;
}

/// Assigns each to the first unknown counter that is free, which gives the least number of counters.
void DayBuilder::seatUnknown()
{
    std::vector<RecordedCustomer*> unseated;
    for (RecordedCustomer& customer : m_day.customers)
        if (customer.called && customer.counter == kNoCounter)
            unseated.push_back(&customer);
    std::ranges::stable_sort(unseated, {}, [](const RecordedCustomer* one) { return *one->called; });
    std::vector<Instant> freeFrom;
    for (RecordedCustomer* customer : unseated) {
        const auto seat =
            std::ranges::find_if(freeFrom, [&](Instant from) { return from <= *customer->called; });
        const auto place = static_cast<std::size_t>(seat - freeFrom.begin());
        customer->counter = counterNamed("?" + std::to_string(place + 1));
        freeFrom.resize(std::max(freeFrom.size(), place + 1));
        freeFrom[place] = freeAfter(*customer);
    }
}

RecordedDay DayBuilder::build() &&
{
    std::ranges::stable_sort(m_day.customers, {}, &RecordedCustomer::arrives);
    seatUnknown();
    derivePresence(m_day);
    return std::move(m_day);
}

} // namespace starqueue::queue
