#pragma once

#include <queue/model/device.h>
#include <queue/rules/ids.h>
#include <queue/schema/field.h>
#include <queue/schema/words.h>
#include <time/instant.h>

#include <optional>
#include <string>

namespace starqueue::queue {

/// How late a press may arrive after its window: covers a reconnect, not an outage of hours.
inline constexpr Millis kLateArrival = Seconds{60};

/// How far the instant of a press may be wrong: panels count its age in coarse steps, and the network delays
/// the reading of the hall's time.
inline constexpr Millis kPressTolerance = Seconds{2};

enum class RatingState : std::uint8_t {
    Invited,
    Armed,
    Failed,
    Rated,
    Expired,
    Withdrawn ///< the service that it is about was taken back, and goes on
};
consteval auto spelling(RatingState)
{
    return spelled<RatingState>({{RatingState::Invited, "invited"},
                                 {RatingState::Armed, "armed"},
                                 {RatingState::Failed, "failed"},
                                 {RatingState::Rated, "rated"},
                                 {RatingState::Expired, "expired"},
                                 {RatingState::Withdrawn, "withdrawn"}});
}

/// The window hasn't ended: a rating is still accepted.
[[nodiscard]] inline bool isOpen(RatingState state)
{
    return state == RatingState::Invited || state == RatingState::Armed || state == RatingState::Failed;
}

/// So many sessions one after another have tokens of their own.
inline constexpr std::uint64_t kTokens = 65535;

/// An invitation to rate one finished service at its counter's panel.
///
/// It ends with its window or with the counter's next start. The first press made before that end counts,
/// even when it arrives later (see kLateArrival).
struct RatingSession
{
    RatingSessionId id;
    TicketId ticket;
    CounterIx counter;
    RatingState state = RatingState::Invited;
    Instant invited{};
    Instant ends{};
    Instant ended{}; ///< when it was rated or expired; epoch: still open
    int score = 0;   ///< 1 to 5; 0: not rated
    std::optional<PressId> press;
    std::string failure;

    /// The 16-bit token in the panel's register: 1 to kTokens, wraps.
    [[nodiscard]] std::uint16_t token() const
    {
        return static_cast<std::uint16_t>((id.value - 1) % kTokens + 1);
    }

    friend bool operator==(const RatingSession&, const RatingSession&) = default;
};

void describe(auto& a, Of<RatingSession> auto& session)
{
    a.field(toAll("session"), session.id);
    a.extra(toAll("token"), session.token());
    a.field(toAll("ticket"), session.ticket);
    a.number(toAll("number"), session.ticket);
    a.field(toAll("counter"), session.counter);
    a.extra(toAll("windowSeconds"), session.ends - session.invited);
    a.field("invitedAt", session.invited);
    a.field("endsAt", session.ends);
    a.extra(toAll("endsElapsed"), session.ends.time_since_epoch().count());
    a.fieldOr("state", session.state, RatingState::Invited);
    a.fieldOr("endedAt", session.ended, {});
    a.fieldOr("score", session.score, 0);
    a.fieldOr("press", session.press, std::nullopt);
    a.fieldOr("failure", session.failure, {});
}

} // namespace starqueue::queue
