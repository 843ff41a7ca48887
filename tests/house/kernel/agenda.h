#pragma once

#include <house/kernel/random.h>
#include <house/kernel/virtual_clock.h>

#include <compare>
#include <cstdint>
#include <functional>
#include <map>

namespace starqueue::house {

/// All that is going to happen, ordered by time; what is due at the same ns comes in random order. The clock
/// moves when an entry's turn comes, so that a run takes as long as its work.
class Agenda
{
public:
    using Task = std::function<void()>;
    using Elapsed = VirtualClock::Elapsed;

    /// An entry's place; default: none.
    struct Entry
    {
        Elapsed at{};
        std::uint64_t tie = 0;

        auto operator<=>(const Entry&) const = default;
    };

    Agenda(VirtualClock& clock, Random ties) : m_clock(clock), m_ties(ties) {}

    /// An instant that has passed means now.
    Entry at(Elapsed when, Task task);
    Entry after(std::chrono::nanoseconds delay, Task task);
    void cancel(const Entry& entry) { m_entries.erase(entry); }

    /// Carries out the next entry that is due until then. False: there is none, and the clock stands at
    /// `until`.
    bool runNext(Elapsed until);
    void runUntil(Elapsed until);
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] bool isDue() const
    {
        return !isEmpty() && m_entries.begin()->first.at <= m_clock.elapsed();
    }
    [[nodiscard]] Elapsed now() const { return m_clock.elapsed(); }
    [[nodiscard]] std::uint64_t steps() const { return m_steps; }

private:
    VirtualClock& m_clock;
    Random m_ties;
    std::map<Entry, Task> m_entries;
    std::uint64_t m_entered = 0;
    std::uint64_t m_steps = 0;
};

} // namespace starqueue::house
