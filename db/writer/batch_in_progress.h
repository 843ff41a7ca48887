#pragma once

#include <db/journal/request_index.h>
#include <db/writer/writer.h>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace starqueue::db {

/// An item in the writer's queue: from submit() or ask().
struct Submitted
{
    std::optional<RequestKey> key;
    Intent intent;
    Answering answering;
};
using Item = std::variant<Submitted, Question>;

/// A batch under construction: each command is decided and applied at once, and its answer prepared from the
/// state right after it. No answer may be released before `batch()` is durable. Private to db/.
class BatchInProgress
{
public:
    /// `seq` is that of the last event in `state`. With `full` (the reason) commands that would write are
    /// answered StorageFull, and `state` is unchanged.
    BatchInProgress(Journal& journal, queue::State& state, std::uint64_t seq, VisitReasons* reasons,
                    std::optional<std::string> full = std::nullopt);

    void take(const Item& item, Instant now) REQUIRES(writersThread);
    /// A command of the house's own that nobody waits for; a refusal leaves no trace.
    void take(const queue::Command& command, Instant now) REQUIRES(writersThread);

    [[nodiscard]] const Batch& batch() const { return m_batch; }
    /// Some of its events have a reason that was noted apart, and isn't durable yet.
    [[nodiscard]] bool hasReasons() const { return m_hasReasons; }
    [[nodiscard]] std::vector<Release>& releases() { return m_releases; }
    [[nodiscard]] std::uint64_t seq() const { return m_seq; }
    /// The journal failed to give an earlier answer: don't commit the batch.
    [[nodiscard]] const std::optional<StorageError>& fault() const { return m_fault; }

private:
    [[nodiscard]] View view(Instant now) const REQUIRES(writersThread)
    {
        return {m_state, now, m_seq, m_reasons};
    }
    Release answer(const Submitted& submitted, Instant now) REQUIRES(writersThread);
    Release carryOut(const Submitted& submitted, Instant now) REQUIRES(writersThread);
    /// Why the command's events can't be written; empty: they can.
    [[nodiscard]] std::string whyFull(const Submitted& submitted) const REQUIRES(writersThread);
    std::optional<Release> answerRepeated(const Submitted& submitted, Instant now) REQUIRES(writersThread);
    std::optional<Release> answerFromBatch(const Submitted& submitted, Instant now) REQUIRES(writersThread);
    void apply(queue::Events events, Instant now) REQUIRES(writersThread);
    void noteReason(const queue::Event& event) REQUIRES(writersThread);
    void remember(const RequestKey& key, std::size_t firstEvent) REQUIRES(writersThread);
    Release fail(StorageError error);

    Journal& m_journal;
    queue::State& m_state GUARDED_BY(writersThread);
    std::uint64_t m_seq;
    VisitReasons* m_reasons;
    bool m_hasReasons = false;
    std::optional<std::string> m_full;
    Batch m_batch;
    queue::Events m_events;  ///< decoded, parallel to m_batch.events
    RequestIndex m_requests; ///< of this batch: index into m_batch.requests
    std::vector<Release> m_releases;
    std::optional<StorageError> m_fault;
};

} // namespace starqueue::db
