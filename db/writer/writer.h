#pragma once

#include <db/journal/journal.h>
#include <db/journal/journal_clock.h>
#include <db/journal/request_key.h>
#include <db/writer/denied.h>

#include <queue/decide.h>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>

namespace starqueue::db {

/// The state as one command or question finds it, at its place in the order. Valid during the call only.
struct View
{
    const queue::State& state;
    Instant now;
    std::uint64_t seq; ///< of the last event in `state`
};

/// The command is carried out (or was, by an earlier request with the same id).
struct Accepted
{
    std::span<const queue::Event> events; ///< none: there was nothing to do
    bool repeated = false;                ///< this very request has been answered before
};
/// The same requestId came with another body.
struct Reused
{};
/// The disk is full: nothing can be written, reading goes on.
struct StorageFull
{
    std::string detail;
};

using Outcome = std::variant<Accepted, queue::Refusal, Denied, Reused, StorageFull>;

/// Whether the batch that an answer belongs to is on disk.
enum class Fate { Committed, Unknown };

/// Lets an answer out, or says that its fate is unknown (503). Called once, on the writer's thread of the
/// moment, after the commit.
using Release = std::function<void(Fate)>;
/// Makes the answer from the state right after the command, before the next one is decided. On the writer's
/// thread.
using Answering = std::function<Release(const View&, const Outcome&)>;
/// Intents, answerings and questions may be called a second time, when the disk turns out to be full: what
/// the first call made is then dropped unreleased.

/// Why a request doesn't even become a command.
using NoCommand = std::variant<queue::Refusal, Denied>;
using CommandOrNot = tl::expected<queue::Command, NoCommand>;
/// Turns a request into its command, with the state at its place in the order (ids to places, newest
/// promise). A refusal or a denial ends it there. On the writer's thread.
using Intent = std::function<CommandOrNot(const View&)>;
using Question = std::function<Release(const View&)>;
/// Sees every committed event, in order, after the commit and before the answers of its batch. On the
/// writer's thread.
using Publish = std::function<void(std::span<const Recorded>)>;

/// Has somebody else's thread run `work` soon; it blocks on the disk. False: there is no such thread now.
using Lend = std::function<bool(std::function<void()> work)>;

/// Owns the hall's one state: takes commands in order, makes them durable in batches, and only then answers.
///
/// What came in while the last commit ran forms the next batch; there is no timer. Batches are carried out
/// one at a time, each on a thread that `lend` gives or else on the writer's own: either is "the writer's
/// thread" below and in the journal. A thread that takes a request and carries it out itself answers sooner
/// than one that must wake another. submit() and ask() may be called from any thread and never block on the
/// disk. A failed commit whose outcome is unknown releases the whole batch with Fate::Unknown and calls
/// `onBroken` once: the service must exit and reopen.
class Writer
{
public:
    /// `state` is what `journal` has replayed. All references must outlive the writer.
    Writer(Journal& journal, JournalClock& clock, queue::State state, Publish publish,
           std::function<void(const std::string&)> onBroken, Lend lend = {});
    /// Finishes what was submitted, then ends its thread.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// A command from outside: `key` is remembered with it. Without a key (the hall's own commands) it is
    /// not.
    void submit(std::optional<RequestKey> key, Intent intent, Answering answering);
    /// A question, answered in the same order as commands.
    void ask(Question question);

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace starqueue::db
