#include <db/codec/event_codec.h>

#include <db/codec/payload_reader.h>
#include <db/codec/payload_writer.h>
#include <db/codec/readable_times.h>

#include <time/timestamp.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

namespace starqueue::db {

namespace {

using Json = PayloadReader::Json;

template <std::size_t I> using EventAt = std::variant_alternative_t<I, queue::Event>;
constexpr auto kAllEvents = std::make_index_sequence<std::variant_size_v<queue::Event>>{};

using Decode = queue::Event (*)(const Json&, const queue::Rules*);

template <class E> queue::Event decodeAs(const Json& payload, const queue::Rules* rules)
{
    E event{};
    PayloadReader{payload, rules}.read(event);
    return event;
}

struct Decoder
{
    Decode decode;
    std::optional<queue::OnlyWhere> onlyWhere;

    [[nodiscard]] bool fits(const Json& payload) const
    {
        return !onlyWhere || payload.at_key(onlyWhere->field).get_int64().value() == onlyWhere->is;
    }
};

template <class E> constexpr Decoder decoderOf()
{
    if constexpr (requires { E::kOnlyWhere; })
        return {&decodeAs<E>, E::kOnlyWhere};
    else
        return {&decodeAs<E>, std::nullopt};
}

using DecodersByName = std::unordered_map<std::string_view, std::vector<Decoder>>;

template <std::size_t... I> DecodersByName decodersByName(std::index_sequence<I...>)
{
    DecodersByName all;
    (all[EventAt<I>::kName].push_back(decoderOf<EventAt<I>>()), ...);
    for (auto& [name, decoders] : all) // what fits always is tried last
        std::stable_partition(decoders.begin(), decoders.end(),
                              [](const Decoder& one) { return one.onlyWhere.has_value(); });
    return all;
}

const DecodersByName& decoders()
{
    static const auto kDecoders = decodersByName(kAllEvents);
    return kDecoders;
}

/// Where several events share a name, at most one lacks the field value that tells it apart.
template <std::size_t... I> constexpr bool namesTellEventsApart(std::index_sequence<I...>)
{
    constexpr std::array kNames{EventAt<I>::kName...};
    constexpr std::array kAlways{!decoderOf<EventAt<I>>().onlyWhere.has_value()...};
    for (std::size_t one = 0; one < kNames.size(); ++one)
        for (std::size_t other = 0; other < one; ++other)
            if (kNames[one] == kNames[other] && kAlways[one] && kAlways[other])
                return false;
    return true;
}
static_assert(namesTellEventsApart(kAllEvents));

std::string newer(std::string_view what)
{
    return std::string{what} + " was written by a newer version of StarQueue; start that one or a newer one";
}

std::string damaged(std::string_view name, std::string_view why)
{
    return std::string{name} + ": " + std::string{why} + "; restore the database from a backup";
}

} // namespace

std::string_view eventName(const queue::Event& event)
{
    return std::visit([]<class E>(const E&) { return E::kName; }, event);
}

EncodedEvent encodeWithSight(const queue::Event& event, const queue::State& after)
{
    PayloadWriter writer{after.rules.get(), &after};
    return std::visit(
        [&writer]<class E>(const E& one) {
            EncodedEvent encoded{writer.object(one),
                                 {E::kSeenBy, queue::isOfOneKiosk<E>(), writer.takeSeen()}};
            std::erase_if(encoded.sight.fields, [](SeenField& field) {
                field.to = field.to & E::kSeenBy;
                return field.to.empty();
            });
            return encoded;
        },
        event);
}

std::string encodeEvent(const queue::Event& event, const queue::State& after)
{
    return encodeWithSight(event, after).payload;
}

bool hasReadableTimes(const queue::Event& event)
{
    return std::visit([](const auto& one) { return ReadableTimes::areAllOf(one); }, event);
}

tl::expected<queue::Event, std::string> decodeEvent(std::string_view name, std::string_view payload,
                                                    const queue::Rules* rules)
{
    const auto known = decoders().find(name);
    if (known == decoders().end())
        return tl::unexpected{newer("the event \"" + std::string{name} + '"')};
    try {
        const Json object = PayloadReader::parse(payload);
        const auto fitting =
            std::ranges::find_if(known->second, [&object](const Decoder& one) { return one.fits(object); });
        if (fitting == known->second.end())
            return tl::unexpected{damaged(name, "it is none of the events of this name")};
        queue::Event event = fitting->decode(object, rules);
        const auto* const opened = std::get_if<queue::DayOpened>(&event);
        if (opened != nullptr && opened->format > queue::kFormat)
            return tl::unexpected{newer("the day " + time::dateText(opened->date))};
        return event;
    } catch (const std::exception& error) {
        return tl::unexpected{damaged(name, error.what())};
    }
}

} // namespace starqueue::db
