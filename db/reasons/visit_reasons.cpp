#include <db/reasons/visit_reasons.h>

#include <db/sqlite/file_error.h>

#include <queue/state/visit.h>

#include <algorithm>
#include <utility>

namespace starqueue::db {

namespace {

constexpr const char* kReasonFile = "visit-reasons";

bool isNeeded(const VisitReason& reason, const queue::State& state, Instant now)
{
    const queue::Ticket* const ticket = state.find(reason.ticket);
    const bool wasTakenBack = ticket != nullptr && ticket->statutory == queue::kNoGroup;
    return !wasTakenBack && !queue::isOver(state, reason.ticket, now);
}

/// What a program that was killed left of its writing has reasons of who has left since. A disk that takes
/// nothing keeps it until the next start.
tl::expected<void, StorageError> removeLeftover(const std::filesystem::path& file, files::Files& files)
{
    const auto removed = files.remove(file.string() + ".new");
    if (!removed && removed.error().cause != files::Cause::Full)
        return tl::unexpected{storageError(removed.error(), "remove it")};
    return {};
}

} // namespace

VisitReasons::VisitReasons(std::filesystem::path keys, files::Files& files, std::string life)
    : m_keys(std::move(keys)), m_files(files), m_life(std::move(life))
{}

tl::expected<std::unique_ptr<VisitReasons>, StorageError> VisitReasons::open(const std::filesystem::path& dir,
                                                                             files::Files& files,
                                                                             const std::string& life,
                                                                             std::uint64_t lastSeq)
{
    std::unique_ptr<VisitReasons> reasons{new VisitReasons{dir / "keys", files, life}};
    const auto file = reasons->m_keys / kReasonFile;
    if (auto removed = removeLeftover(file, files); !removed)
        return tl::unexpected{std::move(removed.error())};
    const auto text = files.read(file);
    if (!text && text.error().cause == files::Cause::Missing)
        return reasons;
    if (!text)
        return tl::unexpected{storageError(text.error(), "check its owner and rights, or remove it: then "
                                                         "nobody knows any more why somebody who is in the "
                                                         "hall has priority")};
    const auto known = reasonFileIn(*text);
    if (!known)
        reasons->m_damage = file.string() + " is damaged: why those in the hall have priority isn't known "
                                            "any more, and that they have it is";
    const sync::Lock lock{reasons->m_mutex};
    if (known && known->life == life)
        for (const VisitReason& reason : known->reasons)
            if (reason.seq <= lastSeq)
                reasons->m_held.push_back({reason});
    reasons->m_isChanged = !known || known->life != life || known->reasons.size() != reasons->m_held.size();
    return reasons;
}

// What is held of this line, or of a later one, is of lines that were never written.
void VisitReasons::note(std::uint64_t seq, queue::TicketId ticket, std::string group)
{
    const sync::Lock lock{m_mutex};
    std::erase_if(m_held, [seq](const Held& held) { return held.reason.seq >= seq; });
    m_held.push_back({{seq, ticket, std::move(group)}});
    m_isChanged = true;
}

void VisitReasons::takeBack(std::uint64_t seq)
{
    const sync::Lock lock{m_mutex};
    if (std::erase_if(m_held, [seq](const Held& held) { return held.reason.seq > seq; }) > 0)
        m_isChanged = true;
}

// `state` may be ahead of the disk by a batch that then isn't written.
void VisitReasons::dropThoseOver(const queue::State& state, Instant now)
{
    const sync::Lock lock{m_mutex};
    const auto isGone = [&](Held& held) {
        const bool wasOver = held.isOver;
        held.isOver = !isNeeded(held.reason, state, now);
        return wasOver && held.isOver;
    };
    if (std::erase_if(m_held, isGone) > 0)
        m_isChanged = true;
}

tl::expected<void, StorageError> VisitReasons::keep()
{
    std::vector<VisitReason> reasons;
    {
        const sync::Lock lock{m_mutex};
        if (!m_isChanged)
            return {};
        for (const Held& held : m_held)
            reasons.push_back(held.reason);
    }
    return write(reasons).map([this] {
        const sync::Lock lock{m_mutex};
        m_isChanged = false;
    });
}

tl::expected<void, StorageError> VisitReasons::write(const std::vector<VisitReason>& reasons)
{
    const auto file = m_keys / kReasonFile;
    files::Result<void> done;
    if (!reasons.empty() && !m_hasDirectory)
        done = m_files.makeDirectory(m_keys);
    m_hasDirectory = m_hasDirectory || (done && !reasons.empty());
    if (done && reasons.empty())
        done = m_files.remove(file);
    else if (done)
        done = m_files.replace(file, textOf({m_life, reasons}), files::Readers::OwnerAlone);
    if (done)
        return {};
    return tl::unexpected{storageError(done.error(), "make room on its disk, or check its owner and rights")};
}

std::optional<std::string> VisitReasons::of(queue::TicketId ticket) const
{
    const sync::Lock lock{m_mutex};
    const auto found = std::find_if(m_held.rbegin(), m_held.rend(),
                                    [ticket](const Held& held) { return held.reason.ticket == ticket; });
    return found == m_held.rend() ? std::nullopt : std::optional{found->reason.group};
}

std::optional<std::string> VisitReasons::at(std::uint64_t seq) const
{
    const sync::Lock lock{m_mutex};
    const auto found =
        std::ranges::find_if(m_held, [seq](const Held& held) { return held.reason.seq == seq; });
    return found == m_held.end() ? std::nullopt : std::optional{found->reason.group};
}

} // namespace starqueue::db
