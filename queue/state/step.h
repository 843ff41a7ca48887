#pragma once

#include <queue/model/counter.h>
#include <queue/model/dependents.h>
#include <queue/model/reference.h>
#include <queue/model/ticket.h>
#include <queue/rules/ids.h>
#include <queue/schema/words.h>
#include <time/instant.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace starqueue::queue {

/// For how long a step of a visit can be taken back in the hall: five seconds at the counter, and the delay
/// of the message.
inline constexpr Seconds kStepUndoTime{10};

/// What a counter, or somebody on the floor, did last with a ticket.
enum class StepKind : std::uint8_t {
    Call,
    Recall,
    Start,
    Finish,
    NoShow,
    Park,
    Unpark,
    Transfer,
    WalkIn,
    Cancel, ///< from here on by whoever is at no counter
    Move,
    Requeue, ///< also the early return of who has postponed
    Postpone
};
/// The last part of the path of the API's command.
consteval auto spelling(StepKind)
{
    return spelled<StepKind>({{StepKind::Call, "call"},
                              {StepKind::Recall, "recall"},
                              {StepKind::Start, "start"},
                              {StepKind::Finish, "finish"},
                              {StepKind::NoShow, "no-show"},
                              {StepKind::Park, "park"},
                              {StepKind::Unpark, "unpark"},
                              {StepKind::Transfer, "transfer"},
                              {StepKind::WalkIn, "walk-in"},
                              {StepKind::Cancel, "cancel"},
                              {StepKind::Move, "move"},
                              {StepKind::Requeue, "requeue"},
                              {StepKind::Postpone, "postpone"}});
}

/// Why a ticket was put first in line.
struct PutFirst
{
    std::string clerk;
    std::string reason;

    friend bool operator==(const PutFirst&, const PutFirst&) = default;
};

/// A customer has put off the call, once.
struct Postponement
{
    Instant since{};
    Instant until{};

    friend bool operator==(const Postponement&, const Postponement&) = default;
};

/// Credits of the weighted discipline: smooth weighted round robin over the tiers that wait at the calling
/// counter. At each call every such tier gains its weight; the tier with the largest credit is called and
/// pays the sum of the weights. Among tiers that always wait, calls are in proportion to the weights.
struct TierCredits
{
    std::vector<double> credit; ///< by TierIx (standing)

    [[nodiscard]] double of(TierIx tier) const
    {
        return tier.value < credit.size() ? credit[tier.value] : 0.0;
    }

    friend bool operator==(const TierCredits&, const TierCredits&) = default;
};

/// A step that may still be taken back, with what it changed as that was before.
struct Step
{
    StepKind kind = StepKind::Call;
    Instant at{};
    CounterIx counter = kNoCounter;          ///< that did it; kNoCounter: somebody on the floor
    Ticket ticket{};                         ///< as it was
    Counter atCounter{};                     ///< likewise: that did it, or that the ticket was at
    std::uint32_t passes = 0;                ///< how often the ticket had been passed
    std::optional<Reference> reference{};    ///< of the visit
    std::optional<PutFirst> putFirst{};      ///< likewise
    std::optional<std::string> boundClerk{}; ///< likewise
    std::optional<Postponement> postponed{}; ///< likewise
    TierCredits credits{};                   ///< of all tiers; where the weighted discipline called
    TierCredits creditsAfter{};              ///< likewise, right after the step
    Dependents later{};
};

/// The counter at which the step was done or found the ticket; kNoCounter: neither.
[[nodiscard]] inline CounterIx counterConcerned(const Step& step)
{
    const bool isAtCounter =
        step.ticket.state == TicketState::Called || step.ticket.state == TicketState::Serving;
    return step.counter == kNoCounter && isAtCounter ? step.ticket.counter : step.counter;
}

/// The steps that may still be taken back.
struct Steps
{
    /// The last one of the counter; null: it has none.
    [[nodiscard]] const Step* lastOf(CounterIx counter) const
    {
        return counter.value < ofCounters.size() && ofCounters[counter.value] ? &*ofCounters[counter.value]
                                                                              : nullptr;
    }
    [[nodiscard]] Step* lastOf(CounterIx counter)
    {
        return const_cast<Step*>(std::as_const(*this).lastOf(counter));
    }
    /// The last one on the floor with that ticket at that instant; null: there is none.
    [[nodiscard]] const Step* lastOnFloor(TicketId ticket, Instant at) const
    {
        const auto found = std::find_if(ofFloor.rbegin(), ofFloor.rend(), [&](const Step& step) {
            return step.ticket.id == ticket && step.at == at;
        });
        return found == ofFloor.rend() ? nullptr : &*found;
    }

    std::vector<std::optional<Step>> ofCounters; ///< the last one of each, by CounterIx
    std::vector<Step> ofFloor;                   ///< of the last kStepUndoTime, oldest first
};

} // namespace starqueue::queue
