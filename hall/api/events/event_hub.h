#pragma once

#include <hall/api/events/event_filter.h>
#include <hall/api/events/event_id.h>
#include <hall/http/reply.h>

#include <db/journal/journal.h>
#include <db/journal/writers_thread.h>
#include <sync/executor.h>
#include <sync/mutex.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace starqueue::hall {

/// Brings committed events to everybody who follows the hall.
///
/// A follower first gets what the journal holds after its last event, then what is published: each event
/// that it may see once and in order. Has a strand of its own, so that neither the writer nor HTTP waits.
class EventHub
{
public:
    /// `last`: the last event that is in the journal already; `clock`: after it. `reasons` may be null.
    EventHub(db::Journal& journal, EventId last, time::WallOffset clock, sync::Executor& executor,
             const db::VisitReasons* reasons = nullptr);
    ~EventHub();
    EventHub(const EventHub&) = delete;
    EventHub& operator=(const EventHub&) = delete;

    /// Committed events, in order, before their answers go out; all that is sent from now on has the wall
    /// time of `clock`.
    void publish(std::span<const db::Recorded> events, time::WallOffset clock) REQUIRES(db::writersThread)
        EXCLUDES(m_mutex);

    /// Turns `reply` into an event stream that starts after `after`; empty: with what comes next.
    /// One of another life, or a number that the journal hasn't reached, is refused: the client knows another
    /// past. A number without a life is taken for one of this life.
    /// The stream ends once `mayStay`, asked at recheck() on any thread, says no.
    void follow(const http::Reply& reply, Subscriber subscriber, const std::optional<EventId>& after,
                std::function<bool()> mayStay);
    /// Ends the streams of those who may not stay, soon.
    void recheck() EXCLUDES(m_mutex);

    /// The life of the hall; empty: it has none.
    [[nodiscard]] const std::string& life() const { return m_life; }

    /// How many follow now.
    [[nodiscard]] std::size_t followers() const { return m_followers; }

private:
    struct Follower
    {
        std::uint64_t id;
        Subscriber subscriber;
        http::Listener listener;
        std::uint64_t cursor; ///< the last event that was looked at for it
        std::function<bool()> mayStay;
        bool live = false;   ///< has had all that the journal holds
        bool mayRead = true; ///< false: its backlog is full, waits for the listener to drain
    };

    /// Sends each follower the events that were published since the last pass.
    void pass() REQUIRES(m_ownStrand) EXCLUDES(m_mutex);
    void takeIn() REQUIRES(m_ownStrand, m_mutex);
    void bringLive() REQUIRES(m_ownStrand);
    void catchUp(Follower& follower) REQUIRES(m_ownStrand);
    bool replayPage(Follower& follower) REQUIRES(m_ownStrand);
    void closeThoseWhoMayNotStay() REQUIRES(m_ownStrand);
    void dropGone() REQUIRES(m_ownStrand);
    void wake() EXCLUDES(m_mutex);
    [[nodiscard]] http::Listener::Signals signalsFor(std::uint64_t id);
    [[nodiscard]] std::string textFor(const Subscriber& subscriber, std::span<const db::Recorded> events,
                                      std::uint64_t after) const;

    const sync::Capability m_ownStrand{};
    db::Journal& m_journal;
    const db::VisitReasons* const m_reasons;
    const std::string m_life;
    std::atomic<std::uint64_t> m_published;
    std::atomic<Millis::rep> m_clockAhead;
    std::atomic<std::size_t> m_followers = 0;
    std::atomic<std::uint64_t> m_nextId = 1;

    sync::Mutex m_mutex;
    bool m_woken GUARDED_BY(m_mutex) = false; ///< a pass is to come
    bool m_mustRecheck GUARDED_BY(m_mutex) = false;
    std::vector<db::Recorded> m_arrived GUARDED_BY(m_mutex);
    std::list<Follower> m_joining GUARDED_BY(m_mutex);
    std::vector<std::uint64_t> m_drained GUARDED_BY(m_mutex);

    std::list<Follower> m_following GUARDED_BY(m_ownStrand);
    std::vector<db::Recorded> m_batch GUARDED_BY(m_ownStrand);
    const std::unique_ptr<sync::Strand> m_strand;
};

} // namespace starqueue::hall
