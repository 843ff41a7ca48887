#pragma once

#include <db/journal/journal.h>
#include <db/journal/journal_clock.h>
#include <db/journal/request_key.h>
#include <db/reasons/visit_reasons.h>
#include <db/writer/denied.h>

#include <queue/decide.h>

#include <sync/thread_executor.h>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>

namespace starqueue::db {

/// The state at a command's or question's place in the order. Valid during the call only.
struct View
{
    const queue::State& state;
    Instant now;
    std::uint64_t seq; ///< of the last event in `state`
    /// Why who is in the hall has a statutory priority, where the state doesn't say; null: nobody knows.
    const VisitReasons* reasons = nullptr;

    [[nodiscard]] time::WallTime wall(Instant at) const { return state.clock.wall(at); }
    [[nodiscard]] time::WallTime wallNow() const { return wall(now); }
};

/// The command was carried out, now or by an earlier request with the same id.
struct Accepted
{
    std::span<const queue::Event> events; ///< empty: nothing to do
    bool repeated = false;                ///< an idempotent repeat: answered before
    std::uint64_t firstSeq = 0;           ///< of the first event; 0: there is none
};
/// The requestId was used before with another body.
struct Reused
{};
/// The disk is full: nothing can be written, reading still works.
struct StorageFull
{
    std::string detail;
};

using Outcome = std::variant<Accepted, queue::Refusal, Denied, Reused, StorageFull>;

/// Whether the batch of an answer is durable.
enum class Fate { Committed, Unknown };

/// Sends an answer, or 503 if its fate is unknown. Called once, after the commit, on the thread that writes.
using Release = std::function<void(Fate)>;
/// Makes the answer from the state right after the command, before the next one is decided. On the thread
/// that writes.
using Answering = std::function<Release(const View&, const Outcome&)>;
/// When the disk turns out to be full, intents, answerings and questions are called a second time; the
/// results of the first calls are dropped.

/// Why a request doesn't even become a command.
using NoCommand = std::variant<queue::Refusal, Denied>;
using CommandOrNot = tl::expected<queue::Command, NoCommand>;
/// Turns a request into its command, with the state at its place in the order (ids to places, newest
/// promise). A refusal or a denial ends it there. On the writer's thread.
using Intent = std::function<CommandOrNot(const View&)>;
using Question = std::function<Release(const View&)>;
/// Observes every committed event, in order, after the commit and before the answers of its batch; with the
/// hall's wall clock after them. On the thread that writes.
using Publish = std::function<void(std::span<const Recorded>, time::WallOffset)>;

/// Runs `work` soon on a borrowed thread; it blocks on the disk. False: no thread is available.
using Lend = std::function<bool(std::function<void()> work)>;

/// Owns the hall's only state: takes commands in order, commits them in batches (group commit), and only then
/// answers.
///
/// What arrives during a commit forms the next batch; there is no timer. Batches run one at a time, each on a
/// thread that `lend` provides or else on the writer's own strand; "the writer's thread", here and in the
/// journal, is whichever it is. Running the batch on the thread that read the request saves a thread switch.
/// submit() and ask() may be called from any thread and never block on the disk. If it is unknown whether a
/// commit was written, the whole batch is released with Fate::Unknown and `onBroken` is called once: the
/// service must exit and reopen.
class Writer
{
public:
    /// `state` is the result of journal.replay(). All references must outlive the writer. `reasons` may be
    /// null: then those that aren't journalled are dropped at once.
    Writer(Journal& journal, JournalClock& clock, queue::State state, Publish publish,
           std::function<void(const std::string&)> onBroken, Lend lend = {},
           sync::Executor& executor = sync::threads(), VisitReasons* reasons = nullptr);
    /// Finishes what was submitted.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Submits a command. `key` makes it idempotent; the hall's own commands have none.
    void submit(std::optional<RequestKey> key, Intent intent, Answering answering);
    /// Submits a question, answered in the same order as commands.
    void ask(Question question);

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace starqueue::db
