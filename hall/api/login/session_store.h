#pragma once

#include <db/crypto/hashing.h>
#include <sync/mutex.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::hall {

/// A user in one version of their entry.
struct SessionOwner
{
    std::string user;          ///< id
    std::uint64_t version = 0; ///< another one since: the session is over

    friend bool operator==(const SessionOwner&, const SessionOwner&) = default;
};

/// Who has logged in at the pages, in memory: after a restart everybody logs in anew. Any thread.
///
/// A session's id is a secret of 256 random bits, of which the hash is kept. A session ends at close(), when
/// it wasn't used for `idle`, and `whole` after it was opened, however it was used. Whether its owner is
/// still let in is the caller's to ask. Somebody who opens more than 16 loses the one longest unused.
class SessionStore
{
public:
    using Clock = std::function<std::chrono::milliseconds()>;

    SessionStore(std::chrono::milliseconds idle, std::chrono::milliseconds whole, Clock clock);

    /// The id of a new session, which keeps `news` for its user. It replaces one that the same user opened by
    /// the same `request`, whose answer was lost then; empty: by none.
    [[nodiscard]] std::string open(SessionOwner owner, std::string news = {}, std::string request = {})
        EXCLUDES(m_mutex);
    /// Whether that user has a session that was opened by that `request` in the last two minutes.
    [[nodiscard]] bool isOpenedBy(std::string_view user, std::string_view request) EXCLUDES(m_mutex);
    /// What it was opened with; empty also: no such session, or not any more.
    [[nodiscard]] std::string newsOf(std::string_view id) EXCLUDES(m_mutex);
    /// The owner, and the session counts as used now; empty: no such session, or not any more.
    [[nodiscard]] std::optional<SessionOwner> use(std::string_view id) EXCLUDES(m_mutex);
    /// Likewise without using it.
    [[nodiscard]] std::optional<SessionOwner> look(std::string_view id) EXCLUDES(m_mutex);
    void close(std::string_view id) EXCLUDES(m_mutex);
    /// The session's user has given the password again; opening it was the first time.
    void prove(std::string_view id) EXCLUDES(m_mutex);
    /// How long ago the session's user gave the password; empty: no such session, or not any more.
    [[nodiscard]] std::optional<std::chrono::milliseconds> sinceProof(std::string_view id) EXCLUDES(m_mutex);

    /// One session as its user sees it.
    struct Shown
    {
        std::chrono::milliseconds age;
        std::chrono::milliseconds unused;
        bool isThis = false;
    };
    /// The sessions of the one with this id and of the same user, the one used last first; empty: no such
    /// one.
    [[nodiscard]] std::vector<Shown> ofSameUser(std::string_view id) EXCLUDES(m_mutex);
    /// Ends the same user's other sessions; how many.
    std::size_t closeOthers(std::string_view id) EXCLUDES(m_mutex);
    /// Forgets the sessions whose time is over; their owners.
    [[nodiscard]] std::vector<SessionOwner> takeExpired() EXCLUDES(m_mutex);

private:
    struct Session
    {
        SessionOwner owner;
        std::chrono::milliseconds opened;
        std::chrono::milliseconds used;
        std::chrono::milliseconds proved;
        std::string news{};
        std::string request{};
    };
    using Sessions = std::map<db::Hash256, Session>;

    /// m_sessions.end() if there is none, or its time is over.
    [[nodiscard]] Sessions::iterator find(std::string_view id) REQUIRES(m_mutex);
    [[nodiscard]] bool isOver(const Session& session) const;
    /// m_sessions.end() if there is none.
    [[nodiscard]] Sessions::iterator openedBy(std::string_view user, std::string_view request)
        REQUIRES(m_mutex);
    void makeRoomFor(const std::string& user) REQUIRES(m_mutex);

    const std::chrono::milliseconds m_idle;
    const std::chrono::milliseconds m_whole;
    const Clock m_clock;
    sync::Mutex m_mutex;
    Sessions m_sessions GUARDED_BY(m_mutex); ///< by the hash of the id
};

} // namespace starqueue::hall
