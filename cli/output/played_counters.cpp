#include <cli/output/played_counters.h>

#include <cli/console/number_text.h>
#include <time/timestamp.h>

#include <nlohmann/json.hpp>

#include <cmath>

namespace starqueue::cli {

namespace {

std::string sentenceOf(CountersBy by)
{
    switch (by) {
    case CountersBy::Plan:
        return "counters as planned in hall.toml, else as recorded";
    case CountersBy::Scenario:
        return "counters as in by_half_hour of the scenario, from the first customer on";
    case CountersBy::Record:
        break;
    }
    return "counters as recorded";
}

std::string differenceText(const queue::PlanBesideRecord& one)
{
    const double difference = one.planned.counters - one.recorded;
    return (difference < 0 ? "" : "+") + fixed(difference, 1);
}

} // namespace

std::string playedCountersText(const PlayedCounters& counters)
{
    std::string text = sentenceOf(counters.by) + '\n';
    for (const queue::PlanBesideRecord& one : counters.spans)
        text += "  " + time::dateText(one.date) + ' ' + clockText(one.planned.from) + '-' +
                clockText(one.planned.to) + ": " + std::to_string(one.planned.counters) + " planned, " +
                fixed(one.recorded, 1) + " recorded (" + differenceText(one) + ")\n";
    return text;
}

std::string playedCountersJson(const PlayedCounters& counters)
{
    nlohmann::ordered_json spans = nlohmann::ordered_json::array();
    for (const queue::PlanBesideRecord& one : counters.spans)
        spans.push_back({{"date", time::dateText(one.date)},
                         {"from", clockText(one.planned.from)},
                         {"to", clockText(one.planned.to)},
                         {"planned", one.planned.counters},
                         {"recorded", std::round(one.recorded * 100) / 100}});
    return nlohmann::ordered_json{{"by", formats::word(counters.by)}, {"spans", std::move(spans)}}.dump();
}

} // namespace starqueue::cli
