#include <hall/api/events/event_filter.h>

#include <hall/api/views/words.h>

#include <time/timestamp.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <string_view>

namespace starqueue::hall {

namespace {

using nlohmann::json;
using Kind = Audience::Kind;
using Fields = std::vector<std::string_view>;

/// Who may see an event, and which of its fields; staff see `forStaff` besides, the bridge `forBridge`.
struct Visibility
{
    unsigned audiences = 0;
    Fields fields;
    Fields forStaff;
    Fields forBridge;
};

constexpr unsigned bit(Kind kind)
{
    return 1U << static_cast<unsigned>(kind);
}
constexpr unsigned kStaffOnly = bit(Kind::Staff);
constexpr unsigned kPlugs = bit(Kind::Bridge) | bit(Kind::Technician) | bit(Kind::Staff);
constexpr unsigned kPrinting = bit(Kind::Kiosk) | kPlugs;
constexpr unsigned kEverybody = bit(Kind::Display) | kPrinting;

const std::map<std::string_view, Visibility>& visibilities()
{
    static const Fields atCounter{"ticket", "number", "counter"};
    static const std::map<std::string_view, Visibility> all{
        {"ticket_issued",
         {kEverybody, {"ticket", "number", "service", "kiosk", "print"}, {"stars", "statutory"}, {}}},
        {"ticket_called", {kEverybody, {"ticket", "number", "service", "counter", "recall"}, {"why"}, {}}},
        {"service_started", {kEverybody, atCounter, {}, {}}},
        {"service_finished", {kEverybody, atCounter, {"skipRating"}, {}}},
        {"ticket_no_show", {kEverybody, atCounter, {}, {}}},
        {"ticket_requeued", {kEverybody, {"ticket", "number", "callUndone"}, {}, {}}},
        {"ticket_parked", {kEverybody, atCounter, {"reason"}, {}}},
        {"ticket_unparked", {kEverybody, atCounter, {}, {}}},
        {"ticket_transferred", {kEverybody, {"ticket", "number", "service", "from", "counter"}, {}, {}}},
        {"ticket_cancelled", {kEverybody, {"ticket", "number"}, {}, {}}},
        {"ticket_unserved", {kEverybody, {"ticket", "number"}, {}, {}}},
        {"ticket_served_by_hand",
         {kEverybody, atCounter, {"clerk", "calledAt", "startedAt", "finishedAt"}, {}}},
        {"ticket_verified", {kStaffOnly, atCounter, {"matches"}, {}}},
        {"ticket_identified", {kStaffOnly, {"ticket", "number"}, {"stars"}, {}}},
        {"statutory_granted", {kStaffOnly, {"ticket", "number"}, {"statutory"}, {}}},
        {"counter_opened", {kEverybody, {"counter"}, {"clerk"}, {}}},
        {"counter_closed", {kEverybody, {"counter"}, {}, {}}},
        {"counter_paused", {kEverybody, {"counter"}, {"reason"}, {}}},
        {"counter_resumed", {kEverybody, {"counter"}, {}, {}}},
        {"counter_handed_over", {kStaffOnly, {"counter"}, {"clerk"}, {}}},
        {"counter_help_asked", {kStaffOnly, {"counter"}, {}, {}}},
        {"service_opened", {kEverybody, {"service"}, {}, {}}},
        {"service_closed", {kEverybody, {"service"}, {}, {}}},
        {"print_job_created", {kPrinting, {"job", "ticket", "kiosk", "reprint"}, {}, {}}},
        {"print_job_taken", {kPrinting, {"job", "ticket", "kiosk"}, {}, {}}},
        {"print_job_ended", {kPrinting, {"job", "ticket", "kiosk", "outcome"}, {}, {}}},
        {"rating_invited",
         {kPlugs, {"session", "token", "ticket", "number", "counter", "windowSeconds", "endsAt"}, {}, {}}},
        {"rating_armed", {kPlugs, {"session", "counter"}, {}, {}}},
        {"rating_failed", {kPlugs, {"session", "counter", "reason"}, {}, {}}},
        {"ticket_rated", {kPlugs, {"session", "ticket", "counter"}, {"score"}, {"score"}}},
        {"rating_expired", {kPlugs, {"session", "counter"}, {}, {}}},
        {"device_changed",
         {kEverybody, {"device", "kind", "kiosk", "counter", "state", "fault"}, {"details"}, {}}},
        {"device_test_requested", {kPlugs, {"device"}, {}, {}}},
        {"message_changed", {kEverybody, {"message", "text"}, {}, {}}},
        {"rules_set", {kEverybody, {"hash"}, {}, {}}},
        {"day_opened", {kEverybody, {"date"}, {}, {}}},
        {"day_closed", {kEverybody, {"date"}, {"unserved"}, {}}},
        {"case_opened", {kStaffOnly, {"case", "ticket"}, {}, {}}},
        {"clock_stepped", {kPlugs, {"offsetSeconds"}, {}, {}}},
        {"promises_calibrated", {kStaffOnly, {"scale", "lower", "upper", "outcomes"}, {}, {}}},
        {"fairness_violated", {kStaffOnly, {"ticket", "passed", "bySeconds", "boundSeconds"}, {}, {}}},
    };
    return all;
}

void copy(const Fields& fields, const json& from, json& to)
{
    for (const std::string_view field : fields)
        if (const auto found = from.find(field); found != from.end())
            to[std::string(field)] = *found;
}

bool isOtherKiosks(const Audience& audience, std::string_view name, const json& payload)
{
    return audience.kind == Kind::Kiosk && name.starts_with("print_job_") &&
           payload.value("kiosk", std::string()) != audience.kiosk;
}

} // namespace

Audience audienceOf(const Caller& caller)
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

std::string visibleTo(const Audience& audience, const db::Recorded& event)
{
    const auto found = visibilities().find(event.name);
    if (found == visibilities().end() || !(found->second.audiences & bit(audience.kind)))
        return {};
    const auto payload = json::parse(event.payload, nullptr, false);
    if (!payload.is_object() || isOtherKiosks(audience, event.name, payload))
        return {};
    json data{{"seq", event.seq}, {"at", time::timestamp(event.at)}};
    copy(found->second.fields, payload, data);
    if (audience.kind == Kind::Staff)
        copy(found->second.forStaff, payload, data);
    if (audience.kind == Kind::Bridge)
        copy(found->second.forBridge, payload, data);
    return "event: " + event.name + "\nid: " + std::to_string(event.seq) +
           "\ndata: " + data.dump(-1, ' ', false, json::error_handler_t::replace) + "\n\n";
}

} // namespace starqueue::hall
