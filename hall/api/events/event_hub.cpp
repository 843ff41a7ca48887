#include <hall/api/events/event_hub.h>

#include <hall/api/request/exchange.h>

#include <algorithm>
#include <map>
#include <utility>

namespace starqueue::hall {

namespace {

constexpr std::size_t kPage = 200;
// Half of what a listener may owe: a page on top must not get it dropped.
constexpr std::size_t kEnoughBacklog = std::size_t{64} * 1024;

/// The bridge first: paper and displays take longest. Then whoever stands before a customer.
int turnOf(Subscriber::Kind kind)
{
    switch (kind) {
    case Subscriber::Kind::Bridge:
        return 0;
    case Subscriber::Kind::Kiosk:
        return 1;
    case Subscriber::Kind::Display:
        return 2;
    default:
        return 3;
    }
}

bool pushText(const http::Listener& listener, std::string text)
{
    return text.empty() || listener.push(std::make_shared<const std::string>(std::move(text)));
}

} // namespace

EventHub::EventHub(db::Journal& journal, EventId last, time::WallOffset clock, sync::Executor& executor,
                   const db::VisitReasons* reasons)
    : m_journal(journal), m_reasons(reasons), m_life(std::move(last.life)), m_published(last.seq),
      m_clockAhead(clock.ahead.count()), m_strand(executor.strand())
{}

EventHub::~EventHub() = default;

std::string EventHub::textFor(const Subscriber& subscriber, std::span<const db::Recorded> events,
                              std::uint64_t after) const
{
    const ToldBy hall{{Millis{m_clockAhead}}, m_life, m_reasons};
    std::string text;
    for (const db::Recorded& event : events)
        if (event.seq > after)
            text += visibleTo(subscriber, event, hall);
    return text;
}

void EventHub::publish(std::span<const db::Recorded> events, time::WallOffset clock)
{
    if (events.empty())
        return;
    m_clockAhead = clock.ahead.count();
    {
        const sync::Lock lock(m_mutex);
        m_published = events.back().seq;
        if (m_followers == 0)
            return; // whoever comes now reads them from the journal
        m_arrived.insert(m_arrived.end(), events.begin(), events.end());
    }
    wake();
}

void EventHub::wake()
{
    {
        const sync::Lock lock(m_mutex);
        if (std::exchange(m_woken, true))
            return;
    }
    m_strand->post([this]() REQUIRES(m_ownStrand) { pass(); });
}

http::Listener::Signals EventHub::signalsFor(std::uint64_t id)
{
    return {[this] { wake(); },
            [this, id] {
                {
                    const sync::Lock lock(m_mutex);
                    m_drained.push_back(id);
                }
                wake();
            }};
}

void EventHub::recheck()
{
    {
        const sync::Lock lock(m_mutex);
        m_mustRecheck = true;
    }
    wake();
}

void EventHub::follow(const http::Reply& reply, Subscriber subscriber, const std::optional<EventId>& after,
                      std::function<bool()> mayStay)
{
    const std::uint64_t published = m_published;
    if (after && isOfOtherLife(*after, m_life))
        return send(reply, otherLife(textOf(*after), m_life));
    if (after && after->seq > published)
        return send(reply, Problem{409,
                                   "seq_unknown",
                                   "The journal has not reached event " + std::to_string(after->seq) +
                                       ". Fetch /board and follow from its seq.",
                                   {}});
    const std::uint64_t id = m_nextId++;
    http::Listener listener = reply.stream(signalsFor(id), {{"X-Accel-Buffering", "no"}});
    {
        const sync::Lock lock(m_mutex);
        ++m_followers;
        m_joining.push_back({id, std::move(subscriber), std::move(listener), after ? after->seq : published,
                             std::move(mayStay)});
    }
    wake();
}

void EventHub::pass()
{
    bool mustRecheck = false;
    {
        const sync::Lock lock(m_mutex);
        m_woken = false;
        mustRecheck = std::exchange(m_mustRecheck, false);
        takeIn();
    }
    if (mustRecheck)
        closeThoseWhoMayNotStay();
    bringLive();
    for (Follower& follower : m_following)
        if (!follower.live && follower.mayRead)
            catchUp(follower);
    dropGone();
}

void EventHub::takeIn()
{
    m_batch = std::exchange(m_arrived, {});
    if (!m_joining.empty()) {
        m_following.splice(m_following.end(), m_joining);
        m_following.sort([](const Follower& one, const Follower& other) {
            return turnOf(one.subscriber.kind) < turnOf(other.subscriber.kind);
        });
    }
    for (Follower& follower : m_following)
        if (!follower.mayRead &&
            std::find(m_drained.begin(), m_drained.end(), follower.id) != m_drained.end())
            follower.mayRead = true;
    m_drained.clear();
}

void EventHub::bringLive()
{
    if (m_batch.empty())
        return;
    std::map<Subscriber, std::shared_ptr<const std::string>> texts;
    for (Follower& follower : m_following) {
        if (!follower.live)
            continue;
        if (follower.cursor >= m_batch.front().seq) {
            pushText(follower.listener, textFor(follower.subscriber, m_batch, follower.cursor));
        } else {
            auto& text = texts[follower.subscriber];
            if (!text)
                text = std::make_shared<const std::string>(textFor(follower.subscriber, m_batch, 0));
            if (!text->empty())
                follower.listener.push(text);
        }
        follower.cursor = std::max(follower.cursor, m_batch.back().seq);
    }
}

void EventHub::catchUp(Follower& follower)
{
    while (follower.listener.isOpen()) {
        if (follower.listener.backlog() > kEnoughBacklog) {
            follower.mayRead = false;
            // If it drained before the assignment above, nobody will set mayRead again: look once more.
            follower.mayRead = follower.listener.backlog() == 0;
            if (!follower.mayRead)
                return;
        }
        if (!replayPage(follower))
            return;
    }
}

bool EventHub::replayPage(Follower& follower)
{
    // Leave out events that are committed but not published yet; they come with their batch. A client that
    // got one now, and reconnected at once with its id, would be refused, since that id isn't published.
    const std::uint64_t published = m_published;
    auto page = m_journal.read(follower.cursor, kPage);
    if (!page) {
        follower.listener.close();
        return false;
    }
    std::erase_if(*page, [published](const db::Recorded& event) { return event.seq > published; });
    if (page->empty()) {
        follower.live = true;
        return false;
    }
    follower.cursor = page->back().seq;
    return pushText(follower.listener, textFor(follower.subscriber, *page, 0));
}

void EventHub::closeThoseWhoMayNotStay()
{
    for (const Follower& follower : m_following)
        if (!follower.mayStay())
            follower.listener.close();
}

void EventHub::dropGone()
{
    const auto gone = std::erase_if(m_following, [](const Follower& one) { return !one.listener.isOpen(); });
    m_followers -= gone;
}

} // namespace starqueue::hall
