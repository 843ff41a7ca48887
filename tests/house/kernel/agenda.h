#pragma once

#include <house/kernel/random.h>
#include <house/kernel/virtual_clock.h>

#include <compare>
#include <cstdint>
#include <functional>
#include <vector>

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
        std::uint64_t tie = 0; ///< no two entries have the same
        std::uint32_t slot = 0;

        auto operator<=>(const Entry&) const = default;
    };

    Agenda(VirtualClock& clock, Random ties) : m_clock(clock), m_ties(ties) {}

    /// An instant that has passed means now.
    Entry at(Elapsed when, Task task);
    Entry after(std::chrono::nanoseconds delay, Task task);
    /// Destroys its task. Nothing happens if it isn't on the agenda any more.
    void cancel(const Entry& entry);

    /// Carries out the next entry that is due until then. False: there is none, and the clock stands at
    /// `until`.
    bool runNext(Elapsed until);
    void runUntil(Elapsed until);
    [[nodiscard]] bool isEmpty() const { return m_heap.empty(); }
    [[nodiscard]] bool isDue() const { return !isEmpty() && m_heap.front().at <= m_clock.elapsed(); }
    [[nodiscard]] Elapsed now() const { return m_clock.elapsed(); }
    [[nodiscard]] std::uint64_t steps() const { return m_steps; }

private:
    struct Slot
    {
        std::uint64_t tie = 0; ///< 0: nobody's
        Task task;
    };

    Task take(std::uint32_t slot);
    void dropCancelled();
    /// For a heap with the next one first.
    static bool isLater(const Entry& a, const Entry& b) { return a.at != b.at ? a.at > b.at : a.tie > b.tie; }

    VirtualClock& m_clock;
    Random m_ties;
    std::vector<Entry> m_heap; ///< the next one first; of those that were cancelled some, but never the first
    std::vector<Slot> m_slots;
    std::vector<std::uint32_t> m_free;
    std::uint64_t m_entered = 0;
    std::uint64_t m_steps = 0;
};

} // namespace starqueue::house
