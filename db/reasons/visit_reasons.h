#pragma once

#include <db/reasons/reason_file.h>
#include <db/sqlite/storage_error.h>

#include <files/files.h>
#include <queue/state/state.h>
#include <sync/mutex.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace starqueue::db {

/// Why those have a statutory priority whose visit isn't over: beside the journal, which has the fact alone
/// and keeps it.
///
/// In `dir`/keys/visit-reasons (its owner's alone), which no backup has. A reason belongs to the line of the
/// journal that grants the priority, so one without its line, left by a power cut between the two, is known
/// as such. Asked from any thread; what changes it is called on the thread that writes.
class VisitReasons
{
public:
    /// `life` and `lastSeq` are the journal's: what belongs to another life, or to a line that was never
    /// written, is left out. A damaged file counts as empty, see damage().
    static tl::expected<std::unique_ptr<VisitReasons>, StorageError> open(const std::filesystem::path& dir,
                                                                          files::Files& files,
                                                                          const std::string& life,
                                                                          std::uint64_t lastSeq);

    /// What was wrong with the file; empty: nothing.
    [[nodiscard]] const std::string& damage() const { return m_damage; }

    /// The reason of the line `seq`, which is about to be written.
    void note(std::uint64_t seq, queue::TicketId ticket, std::string group) EXCLUDES(m_mutex);
    /// Lines after `seq` were not written after all.
    void takeBack(std::uint64_t seq) EXCLUDES(m_mutex);
    /// Drops those whose visit was over in the state of an earlier call too, which is on the disk since.
    void dropThoseOver(const queue::State& state, Instant now) EXCLUDES(m_mutex);
    /// Makes it durable, where anything has changed. After an error it is still to be done.
    [[nodiscard]] tl::expected<void, StorageError> keep() EXCLUDES(m_mutex);

    /// The ticket's latest reason, as the group's id.
    [[nodiscard]] std::optional<std::string> of(queue::TicketId ticket) const EXCLUDES(m_mutex);
    /// That of the line `seq`.
    [[nodiscard]] std::optional<std::string> at(std::uint64_t seq) const EXCLUDES(m_mutex);

private:
    struct Held
    {
        VisitReason reason;
        bool isOver = false; ///< when it was last looked at
    };

    VisitReasons(std::filesystem::path keys, files::Files& files, std::string life);
    [[nodiscard]] tl::expected<void, StorageError> write(const std::vector<VisitReason>& reasons);

    const std::filesystem::path m_keys;
    files::Files& m_files;
    const std::string m_life;
    std::string m_damage;
    bool m_hasDirectory = false; ///< of the thread that writes
    mutable sync::Mutex m_mutex;
    std::vector<Held> m_held GUARDED_BY(m_mutex); ///< by seq
    bool m_isChanged GUARDED_BY(m_mutex) = false;
};

} // namespace starqueue::db
