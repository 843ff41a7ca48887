#include <db/codec/event_codec.h>

#include <db/codec/event_fields.h>
#include <db/codec/payload_reader.h>
#include <db/codec/payload_writer.h>

#include <array>
#include <unordered_map>

namespace starqueue::db {

namespace {

using Json = nlohmann::json;

/// In the order of queue::Event.
constexpr auto kEventNames = std::to_array<std::string_view>(
    {"ticket_issued",      "ticket_called",         "ticket_called",       "service_started",
     "service_finished",   "ticket_no_show",        "ticket_requeued",     "ticket_parked",
     "ticket_unparked",    "ticket_transferred",    "ticket_cancelled",    "ticket_unserved",
     "ticket_verified",    "ticket_identified",     "statutory_granted",   "counter_opened",
     "counter_closed",     "counter_paused",        "counter_resumed",     "counter_handed_over",
     "counter_help_asked", "service_opened",        "service_closed",      "print_job_created",
     "print_job_taken",    "print_job_ended",       "rating_invited",      "rating_armed",
     "rating_failed",      "ticket_rated",          "rating_expired",      "case_opened",
     "device_changed",     "device_test_requested", "message_changed",     "rules_set",
     "clock_stepped",      "fairness_violated",     "promises_calibrated", "day_opened",
     "day_closed",         "ticket_served_by_hand"});
static_assert(kEventNames.size() == std::variant_size_v<queue::Event>);

using Decode = queue::Event (*)(const Json&, const queue::Rules*);

template <class E> queue::Event decodeAs(const Json& payload, const queue::Rules* rules)
{
    E event{};
    PayloadReader{payload, rules}.read(event);
    return event;
}

template <std::size_t... I> auto decodersByName(std::index_sequence<I...>)
{
    std::unordered_map<std::string_view, Decode> decoders;
    (decoders.try_emplace(kEventNames[I], &decodeAs<std::variant_alternative_t<I, queue::Event>>), ...);
    return decoders;
}

const auto& decoders()
{
    static const auto kDecoders = decodersByName(std::make_index_sequence<kEventNames.size()>{});
    return kDecoders;
}

/// First call and recall share a name, as faces treat them alike.
queue::Event decodeCall(const Json& payload, const queue::Rules* rules)
{
    return payload.at("recall") == 0 ? decodeAs<queue::TicketCalled>(payload, rules)
                                     : decodeAs<queue::TicketRecalled>(payload, rules);
}

} // namespace

std::string_view eventName(const queue::Event& event)
{
    return kEventNames[event.index()];
}

std::string encodeEvent(const queue::Event& event, const queue::State& after)
{
    PayloadWriter writer{after.rules.get(), &after};
    return std::visit([&writer](const auto& one) { return writer.object(one); }, event);
}

tl::expected<queue::Event, std::string> decodeEvent(std::string_view name, std::string_view payload,
                                                    const queue::Rules* rules)
{
    const auto decode = decoders().find(name);
    if (decode == decoders().end())
        return tl::unexpected{"this version knows no event \"" + std::string{name} + "\""};
    try {
        const Json object = Json::parse(payload);
        return name == "ticket_called" ? decodeCall(object, rules) : decode->second(object, rules);
    } catch (const std::exception& error) {
        return tl::unexpected{std::string{name} + ": " + error.what()};
    }
}

} // namespace starqueue::db
