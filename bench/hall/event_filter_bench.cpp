// What an event costs on its way to those who follow: a message for one audience, from the fields noted while
// the event was written (live) or found again in the journal's line (catching up), against parsing the line
// into a tree, copying what may be seen and writing it again.

#include <hall/api/events/event_filter.h>

#include <db/codec/event_codec.h>
#include <db/codec/event_schema.h>

#include <queue/decide.h>

#include <time/timestamp.h>

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>

namespace {

using namespace starqueue;
using nlohmann::json;
using Kind = hall::Subscriber::Kind;

/// The recorded journal of the tests: every kind of event, each as often as a walk through a hall made it.
std::vector<db::Recorded> recordedEvents()
{
    std::ifstream in{STARQUEUE_RECORDED_EVENTS};
    std::vector<db::Recorded> events;
    queue::State state;
    for (std::string at, name, payload;
         std::getline(in, at, '\t') && std::getline(in, name, '\t') && std::getline(in, payload);) {
        const auto event = db::decodeEvent(name, payload, state.rules.get());
        if (!event) {
            std::cerr << event.error() << '\n';
            std::abort();
        }
        const Instant when{Millis{std::stoll(at)}};
        queue::apply(state, *event, when);
        auto encoded = db::encodeWithSight(*event, state);
        events.push_back(
            {events.size() + 1, when, name, std::move(encoded.payload), std::move(encoded.sight)});
    }
    return events;
}

std::vector<db::Recorded> storedEvents()
{
    auto events = recordedEvents();
    for (db::Recorded& event : events)
        event.sight.reset();
    return events;
}

/// The reference.
std::string throughATree(Kind audience, const db::Recorded& event)
{
    static const auto kSchemas = [] {
        std::map<std::string_view, const db::EventSchema*> schemas;
        for (const db::EventSchema& schema : db::eventSchemas())
            schemas.emplace(schema.name, &schema);
        return schemas;
    }();
    const db::EventSchema& schema = *kSchemas.at(event.name);
    if (!schema.seenBy.has(audience))
        return {};
    const auto payload = json::parse(event.payload, nullptr, false);
    json data{{"seq", event.seq}, {"at", time::timestamp({event.at})}};
    for (const db::FieldSchema& field : schema.fields)
        if (field.to.has(audience))
            if (const auto found = payload.find(field.name); found != payload.end())
                data[std::string(field.name)] = *found;
    return "event: " + event.name + "\nid: " + std::to_string(event.seq) +
           "\ndata: " + data.dump(-1, ' ', false, json::error_handler_t::replace) + "\n\n";
}

void measure(benchmark::State& state, const std::vector<db::Recorded>& events, const auto& render)
{
    if (events.empty())
        return state.SkipWithError("no recorded events");
    for (auto _ : state)
        for (const db::Recorded& event : events)
            benchmark::DoNotOptimize(render(event));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(events.size()));
}

void byTree(benchmark::State& state)
{
    const auto audience = static_cast<Kind>(state.range(0));
    measure(state, storedEvents(), [&](const db::Recorded& event) { return throughATree(audience, event); });
}

void live(benchmark::State& state)
{
    const hall::Subscriber subscriber{static_cast<Kind>(state.range(0)), {}};
    measure(state, recordedEvents(),
            [&](const db::Recorded& event) { return visibleTo(subscriber, event, {}); });
}

void catchingUp(benchmark::State& state)
{
    const hall::Subscriber subscriber{static_cast<Kind>(state.range(0)), {}};
    measure(state, storedEvents(),
            [&](const db::Recorded& event) { return visibleTo(subscriber, event, {}); });
}

void audiences(benchmark::internal::Benchmark* bench)
{
    bench->Arg(static_cast<int>(Kind::Display))->Arg(static_cast<int>(Kind::Staff));
}

BENCHMARK(byTree)->Apply(audiences);
BENCHMARK(live)->Apply(audiences);
BENCHMARK(catchingUp)->Apply(audiences);

} // namespace

BENCHMARK_MAIN();
