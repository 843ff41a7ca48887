#pragma once

#include <hall/http/listener.h>
#include <hall/http/reply.h>

#include <db/writer/writer.h>
#include <sync/executor.h>
#include <sync/mutex.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace starqueue::hall {

/// Tells customers' phones where their tickets stand as soon as it changes: within half a second of a
/// command, within a second of a wait that passes. What hasn't changed is said again every ten seconds, so
/// that a page knows that it isn't out of date.
///
/// Any thread. Costs nothing while nobody follows.
class PhoneFollowers
{
public:
    struct Sight
    {
        std::function<std::string()>
            text;            ///< JSON in one line; made only where it is told, on another thread
        std::string shown;   ///< differs when the page would look different
        bool isOver = false; ///< only an undo would change it, or that the visit may be rated
    };
    /// What one phone may be told now; empty: its ticket is gone. On the writer's thread.
    using Look = std::function<std::optional<Sight>(const db::View&)>;

    /// Both must outlive it.
    PhoneFollowers(db::Writer& writer, sync::Executor& executor);
    ~PhoneFollowers();
    PhoneFollowers(const PhoneFollowers&) = delete;
    PhoneFollowers& operator=(const PhoneFollowers&) = delete;

    /// Turns `reply` into an event stream that begins with `first`, and ends when the ticket is gone. A fifth
    /// one for the same secret ends the oldest. Of too many in all the oldest whose ticket is over ends;
    /// where there is none, 503.
    void follow(const http::Reply& reply, const std::string& secret, const Sight& first, Look look)
        EXCLUDES(m_mutex);
    /// Something in the hall has changed.
    void stir() { m_stirred = true; }
    /// Looks no more; questions that the writer has may still be answered.
    void stop();

private:
    struct Follower
    {
        std::uint64_t id;
        std::string secret;
        http::Listener listener;
        Look look;
        std::string shown;
        bool isOver;
        sync::Executor::Clock::time_point toldAt;
    };
    struct Seen
    {
        std::uint64_t id;
        std::optional<Sight> sight;
    };

    void tick() EXCLUDES(m_mutex);
    /// At some of those after that one, so that no command waits for long; then at the next.
    void lookAtThoseAfter(std::uint64_t id);
    [[nodiscard]] std::vector<Seen> see(const db::View& view, std::uint64_t after) EXCLUDES(m_mutex);
    void tell(const std::vector<Seen>& seen) EXCLUDES(m_mutex);
    void tell(Follower& follower, const std::optional<Sight>& sight) REQUIRES(m_mutex);
    void makeRoomFor(const std::string& secret) REQUIRES(m_mutex);
    void dropGone() REQUIRES(m_mutex);

    db::Writer& m_writer;
    sync::Executor& m_executor;
    std::atomic<bool> m_stirred = false;

    sync::Mutex m_mutex;
    std::list<Follower> m_followers GUARDED_BY(m_mutex); ///< by id
    std::uint64_t m_lastId GUARDED_BY(m_mutex) = 0;
    bool m_ticks GUARDED_BY(m_mutex) = false;
    sync::Executor::Clock::time_point m_lookedAt{}; ///< on the strand
    const std::unique_ptr<sync::Strand> m_strand;
};

} // namespace starqueue::hall
