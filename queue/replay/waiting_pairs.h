#pragma once

#include <queue/demand/recorded_day.h>
#include <queue/replay/trial_head_start.h>

#include <cstdint>
#include <span>
#include <vector>

namespace starqueue::queue {

/// Two customers of one recorded day who waited together and were both called.
///
/// Both want the same service and both waited; the second joined the line after the first and before the
/// first was called. Two who joined, or were called, at the same instant have no order and make no pair.
struct WaitingPair
{
    std::size_t first = 0; ///< indices into RecordedDay::customers
    std::size_t second = 0;
    Millis lag{0}; ///< from the first joining to the second; above 0
    bool firstHasPriority = false;
    bool secondHasPriority = false;
    bool passed = false; ///< the second was called before the first

    /// The head start affects only such pairs.
    [[nodiscard]] bool ofDifferentPriority() const { return firstHasPriority != secondHasPriority; }
};

/// A customer with at least `priorityStars`, or a key contact.
[[nodiscard]] bool hasPriority(const RecordedCustomer& customer, int priorityStars);

[[nodiscard]] std::vector<WaitingPair> pairsThatWaited(const RecordedDay& day, int priorityStars);

/// Whether the second of a pair would go first by rank (joining minus head start); ties go to who joined
/// first.
[[nodiscard]] bool wouldPass(const WaitingPair& pair, TrialHeadStart headStart);

/// A count as a part of a whole.
struct Share
{
    std::uint64_t part = 0;
    std::uint64_t of = 0;

    void count(bool isPart)
    {
        ++of;
        part += isPart ? 1 : 0;
    }
    [[nodiscard]] double percent() const
    {
        return of == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(of);
    }
    friend bool operator==(const Share&, const Share&) = default;
};

/// How many pairs agree with the recorded order: of all pairs, and of those of different priority.
struct OrderAgreement
{
    Share all;
    Share ofDifferentPriority;

    void count(const WaitingPair& pair, bool agrees);
    friend bool operator==(const OrderAgreement&, const OrderAgreement&) = default;
};

/// Adds for each pair whether rank with `headStart` gives the recorded order.
void addExplained(std::span<const WaitingPair> pairs, TrialHeadStart headStart, OrderAgreement& agreement);

/// Of the pairs in which a priority customer joined after somebody else by `from` to below `until`: how often
/// the priority customer went first. The share drops at the hall's head start.
[[nodiscard]] Share passedAtLag(std::span<const WaitingPair> pairs, Millis from, Millis until);

} // namespace starqueue::queue
