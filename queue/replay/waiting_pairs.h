#pragma once

#include <queue/demand/recorded_day.h>
#include <queue/replay/trial_head_start.h>

#include <cstdint>
#include <span>
#include <vector>

namespace starqueue::queue {

/// Two customers of one recorded day who waited together and were both called.
///
/// They want the same service; each has waited; the second joined the line after the first and before the
/// first was called. Who joined, or was called, in the same moment has no order to be explained and
/// makes no pair.
struct WaitingPair
{
    std::size_t first = 0; ///< places in RecordedDay::customers
    std::size_t second = 0;
    Millis lag{0}; ///< between the two joining: above 0
    bool firstHasPriority = false;
    bool secondHasPriority = false;
    bool passed = false; ///< the second was called before the first

    /// Only of such pairs does the order depend on the head start.
    [[nodiscard]] bool ofDifferentPriority() const { return firstHasPriority != secondHasPriority; }
};

/// Priority customers are those of at least `priorityStars`, and key contacts.
[[nodiscard]] bool hasPriority(const RecordedCustomer& customer, int priorityStars);

[[nodiscard]] std::vector<WaitingPair> pairsThatWaited(const RecordedDay& day, int priorityStars);

/// Whether the second of a pair would go first by rank, joining minus head start; equal ranks go by who
/// joined first.
[[nodiscard]] bool wouldPass(const WaitingPair& pair, TrialHeadStart headStart);

/// A count and what it is a part of.
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

/// How many pairs were called in some order, all and those where it could have been otherwise.
struct OrderAgreement
{
    Share all;
    Share ofDifferentPriority;

    void count(const WaitingPair& pair, bool agrees);
    friend bool operator==(const OrderAgreement&, const OrderAgreement&) = default;
};

/// Adds for each pair whether `headStart` puts it in the order in which it was called.
void addExplained(std::span<const WaitingPair> pairs, TrialHeadStart headStart, OrderAgreement& agreement);

/// Of the pairs in which a priority customer came after somebody else by `from` to below `until`: in how many
/// the priority customer went first. Where a head start ends this share falls.
[[nodiscard]] Share passedAtLag(std::span<const WaitingPair> pairs, Millis from, Millis until);

} // namespace starqueue::queue
