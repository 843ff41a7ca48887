#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>

#include <sys/epoll.h>

namespace starqueue::hall::http::network {

/// A descriptor that a loop waits for.
class Watched
{
public:
    virtual ~Watched() = default;
    /// @p events of epoll(7). May be the last call: @c this may be gone when it returns.
    virtual void onEvents(std::uint32_t events) = 0;
};

/// The descriptors that a loop waits for, over epoll(7).
///
/// Several threads may wait: each event goes to one of them, to the one that came last, and nobody has to be
/// woken to wait in the place of one that goes. An event is told by key, not by address: between the wait and
/// its turn another thread may have closed the descriptor.
class Watch
{
public:
    using Key = std::uint64_t;
    using Events = std::array<epoll_event, 64>;

    Watch();
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    /// In the loop's turn: @p watched is told what @p arm() asks for, until remove().
    [[nodiscard]] Key add(int descriptor, Watched& watched);
    /// The next of @p events is told, once. In the loop's turn.
    void arm(int descriptor, Key key, std::uint32_t events) const;
    /// Before the descriptor is closed. In the loop's turn.
    void remove(Key key) { m_watched.erase(key); }
    /// In the loop's turn.
    void tell(const epoll_event& event) const;

    /// Blocks unless @p isImpatient. Any thread.
    [[nodiscard]] std::span<const epoll_event> wait(Events& events, bool isImpatient) const;
    /// Ends a wait(), or the next one, of one thread; its event has no key. Any thread.
    void wake() const;
    [[nodiscard]] static bool isWake(const epoll_event& event) { return event.data.u64 == kWake; }

private:
    static constexpr Key kWake = 0;

    const int m_epoll;
    const int m_wake;
    Key m_lastKey = kWake;
    std::unordered_map<Key, Watched*> m_watched;
};

} // namespace starqueue::hall::http::network
