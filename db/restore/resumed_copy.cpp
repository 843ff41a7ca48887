#include <db/restore/resumed_copy.h>

#include <db/chain/anchor_of_copy.h>
#include <db/chain/hall_head.h>
#include <db/codec/event_codec.h>
#include <db/journal/journal.h>
#include <db/sqlite/database.h>
#include <db/sqlite/hall_database.h>
#include <db/sqlite/statement.h>

#include <queue/decide.h>
#include <time/timestamp.h>

#include <algorithm>

namespace starqueue::db {

namespace {

namespace fs = std::filesystem;

constexpr auto kMoments =
    "SELECT seq, at, name, CASE WHEN name IN ('day_opened', 'clock_stepped') THEN payload END "
    "FROM journal ORDER BY seq";
// By the minute of elapsed time.
constexpr auto kPeaks =
    "SELECT service, max(tickets) FROM (SELECT json_extract(payload, '$.service') AS service, "
    "count(*) AS tickets FROM journal WHERE name = 'ticket_issued' "
    "GROUP BY service, at / 60000) GROUP BY service";

/// Which offset a line of the journal sets; else `before`.
time::WallOffset offsetAfter(SQLite::Statement& line, time::WallOffset before)
{
    if (line.isColumnNull(3))
        return before;
    const auto event = decodeEvent(textAt(line, 2), textAt(line, 3), nullptr);
    if (!event)
        return before;
    if (const auto* opened = std::get_if<queue::DayOpened>(&*event))
        return {opened->clockAhead};
    if (const auto* stepped = std::get_if<queue::ClockStepped>(&*event))
        return {stepped->offset};
    return before;
}

struct Moment
{
    std::uint64_t seq = 0; ///< 0: none
    time::WallTime at{};
};

/// The last line, at the latest of `until`, as people saw the time.
Moment lastMoment(SQLite::Database& journal, std::optional<time::WallTime> until)
{
    Moment last;
    time::WallOffset clock;
    SQLite::Statement lines{journal, kMoments};
    while (lines.executeStep()) {
        clock = offsetAfter(lines, clock);
        const time::WallTime at = clock.wall(instantAt(lines, 1));
        if (!until || at <= *until)
            last = {static_cast<std::uint64_t>(lines.getColumn(0).getInt64()), at};
    }
    return last;
}

/// The most tickets that each service gave in a minute.
std::vector<std::uint32_t> peaksOf(SQLite::Database& journal, const queue::Rules& rules)
{
    std::vector<std::uint32_t> peaks(rules.services.size());
    SQLite::Statement rows{journal, kPeaks};
    while (rows.executeStep())
        if (const auto service = queue::findService(rules, textAt(rows, 0)))
            peaks.at(service->value) = static_cast<std::uint32_t>(rows.getColumn(1).getInt());
    return peaks;
}

/// A machine that is set up anew has often no clock yet: what was given since would be given again.
std::string whyNotThen(const Moment& last, time::WallTime now)
{
    constexpr std::chrono::minutes kOtherMachine{2}; // as far apart as two clocks may be
    if (last.seq == 0 || now >= last.at - kOtherMachine)
        return {};
    return "it can't be " + time::timestamp(now) + " yet, as the last event was at " +
           time::timestamp(last.at) +
           ", and numbers that were given since would be given again: set this machine's clock right, or say "
           "what "
           "time it is with --at \"2026-11-28 10:04\"";
}

/// How many lines were answered of a hall that goes on after line `kept`; of a backup none is known.
std::uint64_t linesLost(SQLite::Database& journal, std::uint64_t answered, std::uint64_t kept)
{
    if (answered == 0)
        return 0;
    const auto last = journal.execAndGet("SELECT coalesce(max(seq), 0) FROM journal").getInt64();
    return std::max(answered, static_cast<std::uint64_t>(last)) - kept;
}

/// Forgets what came after `seq` and renews the life.
void beginAnew(SQLite::Database& hall, std::uint64_t seq)
{
    SQLite::Statement later{hall, "DELETE FROM journal WHERE seq > ?"};
    later.bind(1, static_cast<std::int64_t>(seq));
    later.exec();
    renewLife(hall);
}

StorageError nothingUntil(const fs::path& dir)
{
    return {StorageFault::Unreadable, hallDatabase(dir).string() + ": nothing had happened yet at that time; "
                                                                   "give a later one, or none"};
}

/// The events of going on, after `past`.
Batch batchOf(const Journal::Replayed& past, const queue::Events& events)
{
    Batch batch;
    queue::State state = past.state;
    for (const queue::Event& event : events) {
        queue::apply(state, event, past.lastAt);
        batch.events.push_back({past.lastSeq + batch.events.size() + 1,
                                past.lastAt,
                                std::string{eventName(event)},
                                encodeEvent(event, state),
                                {}});
    }
    return batch;
}

/// Journals the jump beyond what may have been given. A hall that never opened, and lost no line, gave
/// nothing.
tl::expected<void, StorageError> jump(Journal& journal, SQLite::Database& reading, Resumed& resumed,
                                      Minutes lost, std::uint32_t earlier) REQUIRES(writersThread)
{
    auto past = journal.replay();
    if (!past)
        return tl::unexpected{std::move(past.error())};
    if (!past->state.rules && resumed.lost == 0)
        return {};
    queue::Events events;
    auto peaks = past->state.rules ? peaksOf(reading, *past->state.rules) : std::vector<std::uint32_t>{};
    const queue::ResumeRestored command{journal.life(), lost, std::move(peaks), earlier, resumed.lost};
    if (const auto decided = queue::decide(past->state, command, past->lastAt, events); !decided)
        return tl::unexpected{StorageError{StorageFault::Unreadable, decided.error().detail}};
    const Batch batch = batchOf(*past, events);
    for (const queue::Event& event : events)
        queue::apply(past->state, event, past->lastAt);
    resumed.state = std::move(past->state);
    return journal.commit(batch);
}

} // namespace

tl::expected<Resumed, StorageError> resumeCopy(const fs::path& dir, const GoingOn& how)
{
    auto hall = openDatabase(hallDatabase(dir), kHallMigrations, files::posix());
    if (!hall)
        return tl::unexpected{std::move(hall.error())};
    try {
        const Moment last = lastMoment(*hall, how.until);
        if (how.until && last.seq == 0)
            return tl::unexpected{nothingUntil(dir)};
        if (const auto wrong = whyNotThen(lastMoment(*hall, {}), how.now); !wrong.empty())
            return tl::unexpected{StorageError{StorageFault::Unreadable, wrong}};
        const std::uint64_t linesGone = linesLost(*hall, how.answered, last.seq);
        if (const auto begun = inTransaction(*hall, [&] { beginAnew(*hall, last.seq); }); !begun)
            return tl::unexpected{begun.error()};
        ChainAnchorFile{dir, files::posix()}.writeDurably(anchorAt(*hall, last.seq));
        auto journal = Journal::open(dir);
        if (!journal)
            return tl::unexpected{std::move(journal.error())};
        sync::assumeCapability(writersThread); // the only one: nobody uses the copy
        Resumed resumed{(*journal)->life(), last.seq, last.at, {}, linesGone};
        const auto lost = std::chrono::ceil<Minutes>(std::max(how.now - last.at, Millis{0}));
        return jump(**journal, *hall, resumed, lost, how.earlier).map([&] { return std::move(resumed); });
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{storageError(error, *hall)};
    }
}

} // namespace starqueue::db
