#include <queue/steps/number_series.h>

#include <algorithm>

namespace starqueue::queue {

std::vector<ServiceIx> seriesOf(const Rules& rules, ServiceIx service)
{
    const ServiceRule& rule = rules.services.at(service.value);
    if (!rule.inSeries)
        return {service};
    std::vector<ServiceIx> series;
    for (std::uint16_t i = 0; i < rules.services.size(); ++i)
        if (shareNumbers(rules.services[i], rule))
            series.push_back({i});
    return series;
}

void noteNumber(State& state, ServiceIx service, std::uint32_t number)
{
    const ServiceRule& rule = state.rules->services.at(service.value);
    if (!rule.inSeries) {
        std::uint32_t& last = state.lastNumbers.at(service.value);
        last = std::max(last, number);
        return;
    }
    for (const ServiceIx one : seriesOf(*state.rules, service))
        state.lastNumbers[one.value] = std::max(state.lastNumbers[one.value], number);
}

void levelSeries(State& state)
{
    for (std::uint16_t i = 0; i < state.rules->services.size(); ++i)
        if (state.rules->services[i].inSeries)
            noteNumber(state, {i}, state.lastNumbers[i]);
}

} // namespace starqueue::queue
