#include <hall/api/events/phone_followers.h>

#include <hall/api/request/exchange.h>

#include <algorithm>
#include <utility>

namespace starqueue::hall {

namespace {

constexpr auto kTick = std::chrono::milliseconds(250);
constexpr auto kQuiet = std::chrono::seconds(1); // waits pass though nothing happens
constexpr auto kSayAgain = std::chrono::seconds(10);
constexpr std::size_t kMost = 500; // of the server's 2000 connections
constexpr std::ptrdiff_t kMostOfOne = 4;
constexpr std::size_t kAtOnce = 64; // some tens of microseconds each

bool push(const http::Listener& listener, const std::string& text)
{
    return listener.push(std::make_shared<const std::string>("data: " + text + "\n\n"));
}

} // namespace

PhoneFollowers::PhoneFollowers(db::Writer& writer, sync::Executor& executor)
    : m_writer(writer), m_executor(executor), m_strand(executor.strand())
{}

PhoneFollowers::~PhoneFollowers() = default;

void PhoneFollowers::stop()
{
    m_strand->close();
}

void PhoneFollowers::follow(const http::Reply& reply, const std::string& secret, const Sight& first,
                            Look look)
{
    const sync::Lock lock(m_mutex);
    dropGone();
    makeRoomFor(secret);
    if (m_followers.size() >= kMost)
        return send(reply,
                    Problem{503, "unavailable", "Too many phones follow their tickets: ask state.", {}});
    http::Listener listener = reply.stream({}, {{"X-Accel-Buffering", "no"}});
    push(listener, first.text());
    m_followers.push_back({++m_lastId, secret, std::move(listener), std::move(look), first.shown,
                           first.isOver, m_executor.now()});
    if (!std::exchange(m_ticks, true))
        m_strand->after(kTick, [this] { tick(); });
}

void PhoneFollowers::makeRoomFor(const std::string& secret)
{
    const auto end = [this](auto follower) REQUIRES(m_mutex) {
        if (follower == m_followers.end())
            return;
        follower->listener.close();
        m_followers.erase(follower);
    };
    if (std::ranges::count(m_followers, secret, &Follower::secret) >= kMostOfOne)
        end(std::ranges::find(m_followers, secret, &Follower::secret));
    if (m_followers.size() >= kMost)
        end(std::ranges::find(m_followers, true, &Follower::isOver));
}

void PhoneFollowers::dropGone()
{
    std::erase_if(m_followers, [](const Follower& one) { return !one.listener.isOpen(); });
}

void PhoneFollowers::tick()
{
    {
        const sync::Lock lock(m_mutex);
        dropGone();
        m_ticks = !m_followers.empty();
        if (!m_ticks)
            return;
    }
    const auto now = m_executor.now();
    if (m_stirred.exchange(false) || now - m_lookedAt >= kQuiet) {
        m_lookedAt = now;
        lookAtThoseAfter(0);
    }
    m_strand->after(kTick, [this] { tick(); });
}

void PhoneFollowers::lookAtThoseAfter(std::uint64_t id)
{
    m_writer.ask([this, id](const db::View& view) -> db::Release {
        return [this, seen = see(view, id)](db::Fate fate) {
            if (fate != db::Fate::Committed || seen.empty())
                return;
            tell(seen);
            m_strand->post([this, last = seen.back().id] { lookAtThoseAfter(last); });
        };
    });
}

std::vector<PhoneFollowers::Seen> PhoneFollowers::see(const db::View& view, std::uint64_t after)
{
    const sync::Lock lock(m_mutex);
    std::vector<Seen> seen;
    for (const Follower& follower : m_followers)
        if (follower.id > after && seen.size() < kAtOnce)
            seen.push_back({follower.id, follower.look(view)});
    return seen;
}

void PhoneFollowers::tell(const std::vector<Seen>& seen)
{
    const sync::Lock lock(m_mutex);
    auto follower = m_followers.begin();
    for (const Seen& one : seen) {
        follower =
            std::find_if(follower, m_followers.end(), [&](const Follower& it) { return it.id >= one.id; });
        if (follower != m_followers.end() && follower->id == one.id)
            tell(*follower, one.sight);
    }
}

void PhoneFollowers::tell(Follower& follower, const std::optional<Sight>& sight)
{
    if (!sight)
        return follower.listener.close();
    follower.isOver = sight->isOver;
    const auto now = m_executor.now();
    if (sight->shown == follower.shown && now - follower.toldAt < kSayAgain)
        return;
    push(follower.listener, sight->text());
    follower.shown = sight->shown;
    follower.toldAt = now;
}

} // namespace starqueue::hall
