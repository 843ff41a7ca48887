#pragma once

#include <time/timestamp.h>

#include <queue/events.h>
#include <queue/state/state.h>

#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace starqueue::db {

/// Whether all instants and dates of an event can be read again from what PayloadWriter writes of them, by
/// the same describe(). Private to db/.
class ReadableTimes
{
public:
    template <class T> [[nodiscard]] static bool areAllOf(const T& value)
    {
        ReadableTimes times;
        times.see(value);
        return times.m_areAll;
    }

    template <class T> void field(queue::FieldName, const T& value) { see(value); }
    template <class T> void fieldOr(queue::FieldName, const T& value, const std::type_identity_t<T>& usual)
    {
        if (!(value == usual)) // else it isn't written
            see(value);
    }
    template <class T> void word(queue::FieldName, const T&) {}
    template <class T> void extra(queue::FieldName, const T& value) { see(value); }
    template <class Owner, class T> void known(queue::FieldName, const Owner*, T Owner::*) {}
    void number(queue::FieldName, queue::TicketId) {}
    void ownNumber(queue::FieldName, const queue::Ticket&) {}
    void hash(queue::FieldName, const std::shared_ptr<const queue::Rules>&) {}
    void useIndicesOf(const queue::Rules&) {}
    template <class Id>
    [[nodiscard]] auto find(Id id) const -> decltype(std::declval<const queue::State&>().find(id))
    {
        return nullptr;
    }

private:
    void see(Instant at) { m_areAll = m_areAll && time::isReadable(time::WallTime{at}); }
    void see(Date date) { m_areAll = m_areAll && time::isReadable(date); }
    template <class T> void see(const std::optional<T>& value)
    {
        if (value)
            see(*value);
    }
    template <class T> void see(const std::shared_ptr<T>& value)
    {
        if (value)
            see(*value);
    }
    template <class T> void see(const std::vector<T>& values)
    {
        for (const T& value : values)
            see(value);
    }
    template <class T> void see(const T& value)
    {
        if constexpr (requires { describe(*this, value); })
            describe(*this, value);
    }

    bool m_areAll = true;
};

} // namespace starqueue::db
