#pragma once

#include <db/codec/event_sight.h>
#include <db/journal/journal_head.h>
#include <db/journal/request_key.h>
#include <db/journal/writers_thread.h>
#include <db/sqlite/storage_error.h>
#include <files/posix_files.h>

#include <queue/events.h>
#include <queue/state/state.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace starqueue::db {

/// One row of the journal as stored.
struct Recorded
{
    std::uint64_t seq = 0; ///< 1, 2, 3… without gaps over the life of the hall
    Instant at{};
    std::string name;    ///< as the contract names it: "ticket_called"
    std::string payload; ///< one JSON object: the contract's fields, and those that only replay needs
    /// Who may see what of `payload`: of an event that was just written. Read back: not known, see sightOf().
    std::optional<EventSight> sight{};
};

/// A request that wrote events, and their seq. For idempotency it is kept until the end of the next business
/// day: opening a day deletes the requests from before the last opening.
struct Remembered
{
    RequestKey key;
    std::uint64_t firstSeq = 0;
    std::uint64_t lastSeq = 0;
};

/// The content of one durable transaction: events in the order of seq, and the requests that caused some of
/// them, in the same order.
struct Batch
{
    std::vector<Recorded> events;
    std::vector<Remembered> requests;
};

/// The event store: every event in order, in SQLite (WAL, synchronous=FULL).
///
/// What doesn't say writersThread may be called from any thread.
class Journal
{
public:
    /// Opens or creates the database in `dir` and migrates it to the newest version (each migration in one
    /// transaction). Refuses one that lacks what `dir`/chain.anchor vouches for, or whose write-ahead log is
    /// damaged.
    static tl::expected<std::unique_ptr<Journal>, StorageError> open(const std::filesystem::path& dir,
                                                                     files::Files& files = files::posix());
    virtual ~Journal() = default;

    /// Of the last line committed; 0: none yet.
    [[nodiscard]] virtual std::uint64_t lastSeq() const REQUIRES(writersThread) = 0;

    /// Random, in hexadecimal; it is another after a restore. Empty: it has none.
    [[nodiscard]] virtual std::string life() const REQUIRES(writersThread) { return {}; }

    /// Of the last line committed.
    [[nodiscard]] virtual JournalHead head() const REQUIRES(writersThread) { return {}; }

    struct Replayed
    {
        queue::State state;
        std::uint64_t lastSeq = 0;
        Instant lastAt{};
    };
    /// The state after the last event, from the last day_opened on, or from one before if that may still be
    /// taken back; those lines are checked against the hash chain.
    [[nodiscard]] virtual tl::expected<Replayed, StorageError> replay() REQUIRES(writersThread) = 0;

    /// All or nothing, durable on return. StorageFault::Full: certainly nothing was written;
    /// any other fault: it is unknown whether it was.
    [[nodiscard]] virtual tl::expected<void, StorageError> commit(const Batch& batch)
        REQUIRES(writersThread) = 0;

    /// Call it once a second: notes outside the database how far it has come, keeps a reserve of the disk,
    /// and after a full disk tries whether it can be written again.
    virtual void keepUp() REQUIRES(writersThread) {}
    /// Why no client's command may be written, and what to do; empty: they may. The hall's own still may:
    /// they live on the reserve.
    [[nodiscard]] virtual std::string noRoom() const REQUIRES(writersThread) { return {}; }
    /// Why the last commit was refused by the disk, or noRoom(); empty: it can be written.
    [[nodiscard]] virtual std::string notWritable() const REQUIRES(writersThread) { return {}; }

    [[nodiscard]] virtual tl::expected<std::optional<Remembered>, StorageError>
    remembered(const RequestKey& key) REQUIRES(writersThread) = 0;
    /// The decoded events of an answered request.
    [[nodiscard]] virtual tl::expected<queue::Events, StorageError> events(const Remembered& request)
        REQUIRES(writersThread) = 0;

    /// The id of the token whose command's first event is line `seq`; empty: that is none.
    [[nodiscard]] virtual tl::expected<std::string, StorageError> senderOf(std::uint64_t seq) = 0;

    /// At most `limit` lines after `seq`, in order.
    [[nodiscard]] virtual tl::expected<std::vector<Recorded>, StorageError> read(std::uint64_t seq,
                                                                                 std::size_t limit) = 0;
};

/// Checks every line of the journal in `dir`, which nobody writes: no seq is missing, time doesn't go back,
/// and each line is what was written. Returns the last seq.
[[nodiscard]] tl::expected<std::uint64_t, StorageError> checkJournal(const std::filesystem::path& dir);

} // namespace starqueue::db
