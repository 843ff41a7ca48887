#include <queue/demand/scenario.h>

#include <algorithm>

namespace starqueue::queue {

Millis dayLength(const Scenario& scenario)
{
    const std::vector<double>& hourly = scenario.demand.arrivals.hourly;
    return hourly.empty() ? kUsualDay : std::chrono::hours{static_cast<int>(hourly.size())};
}

std::vector<CounterIx> openingOrder(const Rules& rules)
{
    std::vector<CounterIx> order;
    const auto add = [&](bool dedicated) {
        for (std::uint16_t i = 0; i < rules.counters.size(); ++i) {
            const CounterRule& counter = rules.counters[i];
            if (!counter.retired && counter.dedicatedToStars.has_value() == dedicated)
                order.push_back(CounterIx{i});
        }
    };
    add(false);
    const std::size_t forAll = order.size();
    add(true);
    if (forAll > 1) // the dedicated ones come second
        std::rotate(order.begin() + 1, order.begin() + static_cast<std::ptrdiff_t>(forAll), order.end());
    return order;
}

} // namespace starqueue::queue
