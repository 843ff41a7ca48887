#pragma once

#include <queue/demand/random_stream.h>
#include <time/instant.h>

#include <optional>

namespace starqueue::queue {

/// How late the counters of a plan open in a hall of which nothing else is known.
///
/// A prior (docs/decisions/promised-waits.md says what from): a clerk is punctual, or comes within minutes,
/// or now and then much later, or doesn't come. How many are punctual differs between halls, and is the same
/// for all counters of one: it is drawn with the object, as any share from none to all.
class Lateness
{
public:
    explicit Lateness(RandomStream& random);

    /// Whether a planned counter stays away.
    [[nodiscard]] static bool staysAway(RandomStream& random);
    /// How late a counter is that comes.
    [[nodiscard]] Millis delay(RandomStream& random) const;
    /// What is left of that after `overdue` of it. Empty: it stays away, which is the likelier the longer it
    /// is overdue.
    [[nodiscard]] static std::optional<Millis> rest(Millis overdue, RandomStream& random);

private:
    double m_punctual;
};

} // namespace starqueue::queue
