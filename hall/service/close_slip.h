#pragma once

#include <db/journal/journal.h>
#include <db/journal/writers_thread.h>
#include <queue/printing/commands.h>
#include <time/instant.h>

#include <optional>
#include <span>
#include <string>

namespace starqueue::hall {

/// Keeps the journal's head where nobody who changes the journal can reach when a day is closed: in the
/// program's log, and on a slip that a kiosk prints. On the writer's thread.
///
/// Where a day stays closed the staff may switch all off soon: the slip is printed after five seconds. Where
/// the next day opens at once, or goes on from the one before, that can be taken back for ten minutes, and a
/// paper in between would be in the way: it is printed after them. In memory: a restart in between prints
/// none.
class CloseSlip
{
public:
    /// An empty `kiosk`: none is printed. `goesOn`: a day goes over into the next one without a close.
    CloseSlip(std::string kiosk, bool goesOn) : m_kiosk(std::move(kiosk)), m_goesOn(goesOn) {}

    /// `events` were just written to `journal`.
    void follow(std::span<const db::Recorded> events, const db::Journal& journal) REQUIRES(db::writersThread);
    /// What is to be printed now, once.
    [[nodiscard]] std::optional<queue::PrintSlip> takeDue(Instant now) REQUIRES(db::writersThread);

private:
    struct Waiting
    {
        std::string head;
        Instant due{};
    };

    const std::string m_kiosk;
    const bool m_goesOn;
    std::optional<Waiting> m_waiting GUARDED_BY(db::writersThread);
};

} // namespace starqueue::hall
