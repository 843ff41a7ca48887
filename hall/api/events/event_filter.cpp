#include <hall/api/events/event_filter.h>

#include <hall/api/events/event_id.h>

#include <formats/json/json_string.h>

#include <queue/rules/statutory_group.h>
#include <time/timestamp.h>

#include <algorithm>
#include <string_view>

namespace starqueue::hall {

namespace {

using Kind = Subscriber::Kind;

std::string_view seenText(const db::Recorded& event, const db::SeenField& field)
{
    return std::string_view(event.payload).substr(field.begin, field.end - field.begin);
}

bool isOfKiosk(const std::string& kiosk, const db::Recorded& event, const db::EventSight& sight)
{
    std::string wanted = "\"kiosk\":";
    formats::appendJsonString(wanted, kiosk);
    return std::ranges::any_of(sight.fields,
                               [&](const db::SeenField& field) { return seenText(event, field) == wanted; });
}

bool hears(const Subscriber& subscriber, const db::Recorded& event, const db::EventSight& sight)
{
    if (!sight.seenBy.has(subscriber.kind))
        return false;
    return subscriber.kind != Kind::Kiosk || !sight.ofOneKiosk || isOfKiosk(subscriber.kiosk, event, sight);
}

const std::string& priorityWithoutReason()
{
    static const std::string kBegins = "\"statutory\":\"" + std::string{queue::kAnonymousId};
    return kBegins;
}

void appendField(std::string& text, const db::Recorded& event, const db::SeenField& field, const ToldBy& hall)
{
    const std::string_view journalled = seenText(event, field);
    const bool mayHaveReason = hall.reasons != nullptr && journalled.starts_with(priorityWithoutReason());
    const auto reason = mayHaveReason ? hall.reasons->at(event.seq) : std::nullopt;
    text.append(",");
    if (!reason) {
        text.append(journalled);
        return;
    }
    text.append("\"statutory\":");
    formats::appendJsonString(text, *reason);
}

std::string message(const Subscriber& subscriber, const db::Recorded& event, const ToldBy& hall,
                    const db::EventSight& sight)
{
    if (!hears(subscriber, event, sight))
        return {};
    const std::string seq = std::to_string(event.seq);
    std::string text;
    text.reserve(event.payload.size() + 128);
    text.append("event: ").append(event.name).append("\nid: ");
    text.append(textOf(EventId{std::string(hall.life), event.seq}));
    text.append("\ndata: {\"seq\":").append(seq);
    text.append(",\"at\":\"").append(time::timestamp(hall.clock.wall(event.at))).append("\"");
    for (const db::SeenField& field : sight.fields)
        if (field.to.has(subscriber.kind))
            appendField(text, event, field, hall);
    return text.append("}\n\n");
}

} // namespace

Subscriber subscriberOf(const Caller& caller)
{
    switch (caller.role) {
    case Role::Display:
        return {Kind::Display, {}};
    case Role::Kiosk:
        return {Kind::Kiosk, caller.bound};
    case Role::Bridge:
        return {Kind::Bridge, {}};
    case Role::Technician:
        return {Kind::Technician, {}};
    default:
        return {Kind::Staff, {}};
    }
}

std::string visibleTo(const Subscriber& subscriber, const db::Recorded& event, const ToldBy& hall)
{
    if (event.sight)
        return message(subscriber, event, hall, *event.sight);
    const auto sight = db::sightOf(event.name, event.payload);
    return sight ? message(subscriber, event, hall, *sight) : std::string{};
}

} // namespace starqueue::hall
