#include <db/codec/event_schema.h>

#include <queue/events.h>
#include <queue/state/state.h>

#include <algorithm>
#include <chrono>
#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace starqueue::db {

namespace {

template <class T> constexpr bool kIsText = false;
template <> constexpr bool kIsText<std::string> = true;
template <> constexpr bool kIsText<Instant> = true;
template <> constexpr bool kIsText<Date> = true;
template <> constexpr bool kIsText<queue::Bits128> = true;
template <> constexpr bool kIsText<queue::ServiceIx> = true;
template <> constexpr bool kIsText<queue::CounterIx> = true;
template <> constexpr bool kIsText<queue::GroupIx> = true;
template <class Tag> constexpr bool kIsText<queue::Id<Tag, std::uint64_t>> = true;

template <class T> constexpr bool kIsNumber = std::floating_point<T>;
template <class Rep, class Period> constexpr bool kIsNumber<std::chrono::duration<Rep, Period>> = true;

template <class T> constexpr bool kIsInteger = std::integral<T>;
template <> constexpr bool kIsInteger<bool> = false;
template <> constexpr bool kIsInteger<queue::TierIx> = true;

template <class T> constexpr bool kIsArray = false;
template <class T> constexpr bool kIsArray<std::vector<T>> = true;

/// What PayloadWriter makes of a T.
template <class T> constexpr std::string_view typeOf()
{
    if constexpr (std::same_as<T, bool>)
        return "boolean";
    else if constexpr (kIsText<T> || std::is_enum_v<T>)
        return "string";
    else if constexpr (kIsInteger<T>)
        return "integer";
    else if constexpr (kIsNumber<T>)
        return "number";
    else
        return kIsArray<T> ? "array" : "object";
}

/// Lists every field that an event may have.
class SchemaArchive
{
public:
    explicit SchemaArchive(EventSchema& schema) : m_schema(schema) {}

    template <class T> void field(queue::FieldName name, const T&)
    {
        std::vector<std::string_view> words;
        if constexpr (std::is_enum_v<T>) {
            const auto shown = queue::shownWordsOf<T>();
            words.assign(shown.begin(), shown.end());
        }
        add(name, typeOf<T>(), std::move(words));
    }
    template <class T> void field(queue::FieldName name, const std::optional<T>&) { field(name, T{}); }
    template <class T> void field(queue::FieldName name, const std::shared_ptr<const T>&)
    {
        field(name, T{});
    }
    template <class T> void fieldOr(queue::FieldName name, const T& value, const std::type_identity_t<T>&)
    {
        field(name, value);
    }
    template <class T> void extra(queue::FieldName name, const T& value) { field(name, value); }
    template <class Owner, class T> void known(queue::FieldName name, const Owner*, T Owner::*)
    {
        field(name, T{});
    }
    void word(queue::FieldName name, const std::string&) { add(name, "string", {}); }
    void number(queue::FieldName name, queue::TicketId) { add(name, "string", {}); }
    void ownNumber(queue::FieldName name, const queue::Ticket&) { add(name, "string", {}); }
    void hash(queue::FieldName name, const std::shared_ptr<const queue::Rules>&) { add(name, "string", {}); }
    void useIndicesOf(const queue::Rules&) {}
    template <class Id>
    [[nodiscard]] auto find(Id id) const -> decltype(std::declval<const queue::State&>().find(id))
    {
        return nullptr;
    }

private:
    /// A field of two events of one name is shown to those alone who may see it in both.
    void add(queue::FieldName name, std::string_view type, std::vector<std::string_view> words)
    {
        const queue::Audiences to = name.to & m_schema.seenBy;
        const auto known = std::ranges::find(m_schema.fields, name.text, &FieldSchema::name);
        if (known == m_schema.fields.end())
            m_schema.fields.push_back({name.text, to, type, std::move(words)});
        else
            known->to = known->to & to;
    }

    EventSchema& m_schema;
};

template <class E> void addSchema(std::vector<EventSchema>& schemas)
{
    const auto known = std::ranges::find(schemas, E::kName, &EventSchema::name);
    EventSchema& schema =
        known != schemas.end()
            ? *known
            : schemas.emplace_back(EventSchema{E::kName, E::kSeenBy, queue::isOfOneKiosk<E>(), {}});
    schema.seenBy = schema.seenBy & E::kSeenBy;
    SchemaArchive archive{schema};
    const E event{};
    describe(archive, event);
}

template <std::size_t... I> std::vector<EventSchema> schemasOf(std::index_sequence<I...>)
{
    std::vector<EventSchema> schemas;
    (addSchema<std::variant_alternative_t<I, queue::Event>>(schemas), ...);
    return schemas;
}

} // namespace

const std::vector<EventSchema>& eventSchemas()
{
    static const auto kSchemas = schemasOf(std::make_index_sequence<std::variant_size_v<queue::Event>>{});
    return kSchemas;
}

} // namespace starqueue::db
