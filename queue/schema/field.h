#pragma once

#include <queue/schema/audience.h>

#include <concepts>
#include <string_view>
#include <type_traits>

namespace starqueue::queue {

// What a value of the journal consists of stands once, at its type, as `describe(archive, value)`: names and
// units are the API's. Archives write it, read it, or list its fields (db/codec); they take
//   field(name, value)            a field of the object;
//   fieldOr(name, value, usual)   one that is left out where it has the usual value;
//   word(name, text)              a text; an empty one is written as null;
//   extra(name, value)            written for API clients, ignored on replay;
//   known(name, owner, member)    an extra, left out where `owner` is null;
//   number(name, ticket)          an extra: "A012", left out where the ticket is unknown;
//   ownNumber(name, ticket)       the number of a ticket that is written whole;
//   hash(name, rules)             an extra, left out where there are no rules;
//   useIndicesOf(rules)               indices are read and written as ids of these rules from here on;
//   find(id)                      ticket, job or session after the event; null while reading.

/// A field's name, with the audiences that may see it in an event. A plain name is hidden from all: only
/// replay reads it. Inside a value that is a field itself only that field's audiences count.
struct FieldName
{
    std::string_view text;
    Audiences to{};

    constexpr FieldName(const char* hidden) : text(hidden) {}
    constexpr FieldName(std::string_view name, Audiences audiences) : text(name), to(audiences) {}
};

/// A field for all who see the event.
[[nodiscard]] constexpr FieldName toAll(std::string_view name)
{
    return {name, kEverybody};
}
[[nodiscard]] constexpr FieldName toStaff(std::string_view name)
{
    return {name, kStaff};
}
[[nodiscard]] constexpr FieldName toStaffAndBridge(std::string_view name)
{
    return {name, {Audience::Staff, Audience::Bridge}};
}

/// Tells an event type from another of the same name by the value of a field.
struct OnlyWhere
{
    std::string_view field;
    int is;
};

/// What describe() takes: const where the value is written, not where it is read.
template <class T, class Plain>
concept Of = std::same_as<std::remove_const_t<T>, Plain>;

} // namespace starqueue::queue
