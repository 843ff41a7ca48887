#include <queue/state/number_index.h>

#include <queue/rules/rules.h>

#include <algorithm>
#include <iterator>
#include <limits>

namespace starqueue::queue {

std::uint32_t NumberIndex::endOf(const Series& series)
{
    if (series.runs.empty())
        return 0;
    const Run& run = series.runs.back();
    return run.number + static_cast<std::uint32_t>(series.steps.size()) - run.begin;
}

bool NumberIndex::continues(const Series& series, std::uint32_t number, TicketId ticket)
{
    return !series.runs.empty() && number == endOf(series) &&
           ticket.value - series.runs.back().ticket.value <= std::numeric_limits<std::uint16_t>::max();
}

void NumberIndex::add(ServiceIx service, std::uint32_t number, TicketId ticket)
{
    if (m_series.size() <= service.value)
        m_series.resize(service.value + std::size_t{1});
    Series& series = m_series[service.value];
    if (isByHand(number) || number < endOf(series)) {
        const std::pair entry{number, ticket};
        series.others.insert(std::ranges::upper_bound(series.others, entry), entry);
        return;
    }
    if (!continues(series, number, ticket))
        series.runs.push_back({number, static_cast<std::uint32_t>(series.steps.size()), ticket});
    if (series.steps.size() == series.steps.capacity()) // doubling would leave half the vector unused
        series.steps.reserve(series.steps.size() + series.steps.size() / 16 + 8);
    series.steps.push_back(static_cast<std::uint16_t>(ticket.value - series.runs.back().ticket.value));
}

TicketId NumberIndex::findInRuns(const Series& series, std::uint32_t number)
{
    const auto after = std::ranges::upper_bound(series.runs, number, {}, &Run::number);
    if (after == series.runs.begin())
        return {};
    const Run& run = *std::prev(after);
    const std::size_t end = after == series.runs.end() ? series.steps.size() : after->begin;
    const std::size_t place = run.begin + std::size_t{number - run.number};
    return place < end ? TicketId{run.ticket.value + series.steps[place]} : TicketId{};
}

TicketId NumberIndex::find(ServiceIx service, std::uint32_t number) const
{
    if (service.value >= m_series.size())
        return {};
    const Series& series = m_series[service.value];
    const auto other =
        std::ranges::lower_bound(series.others, number, {}, &std::pair<std::uint32_t, TicketId>::first);
    if (other != series.others.end() && other->first == number)
        return other->second;
    return findInRuns(series, number);
}

} // namespace starqueue::queue
