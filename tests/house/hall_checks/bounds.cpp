#include <house/hall_checks/bounds.h>

#include <house/run/weather.h>

#include <display/voice/clip_store.h>

#include <algorithm>

namespace starqueue::house {

using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr std::size_t kKibibyte = 1024;
constexpr std::size_t kMebibyte = kKibibyte * kKibibyte;
constexpr std::size_t kBytesPerMillisecond = display::kSamplesPerSecond * display::kBytesPerSample / 1000 + 1;
constexpr auto kJobLife = seconds{600}; // of default_hall.toml
constexpr auto kGrace = minutes{1};

constexpr auto kMemory = "memory was held against its bound";
constexpr auto kKeptUp = "a follower had kept up at the end of a calm";

} // namespace

MemoryIsBounded::MemoryIsBounded(House& house, const Record& record, const HallProgram& hall)
    : Checker("memory is bounded"), m_house(house), m_record(record), m_hall(hall)
{
    house.sometimes().expect(kMemory);
}

void MemoryIsBounded::onFact(const Fact& fact)
{
    if (fact.is("screen", "speaks"))
        m_said += static_cast<std::size_t>(fact.number("ms")) * kBytesPerMillisecond;
    if (!fact.is("hall", "up") || m_hall.memory().left == 0)
        return;
    m_house.sometimes().saw(kMemory);
    const auto& [held, left] = m_hall.memory();
    const std::size_t lines = m_record.lastSeq();
    // A connection that somebody gave up in a storm holds some 50 KiB for a minute, and there may be
    // hundreds.
    if (held > 32 * kMebibyte + kKibibyte * lines)
        found("the service held " + std::to_string(held / kKibibyte) + " KiB after " + std::to_string(lines) +
              " lines");
    // Most of it is what the house itself keeps of each line, and what the screen keeps of what it said.
    const std::size_t clips = std::min<std::size_t>(m_said, display::ClipStore::kKept);
    if (left > 32 * kMebibyte + 8 * kKibibyte * lines + clips)
        found(std::to_string(left / kKibibyte) + " KiB are left after " + std::to_string(lines) + " lines");
}

QueuesAreBounded::QueuesAreBounded(House& house, HallProgram& hall)
    : Checker("queues are bounded"), m_house(house), m_hall(hall)
{
    house.whenCalmBegins([this] { m_lastAnswer = m_house.agenda().now(); });
    askSoon();
}

void QueuesAreBounded::askSoon()
{
    m_house.agenda().after(seconds{10}, [this] {
        m_hall.look([this](const HallProgram::Snapshot&) { m_lastAnswer = m_house.agenda().now(); });
        askSoon();
    });
}

void QueuesAreBounded::onCalmEnds()
{
    if (const auto silent = m_house.agenda().now() - m_lastAnswer; silent > seconds{20})
        found("the writer answers nothing for " + std::to_string(silent / seconds{1}) + " s");
    m_hall.look([this](const HallProgram::Snapshot& now) { check(now); });
}

void QueuesAreBounded::check(const HallProgram::Snapshot& now)
{
    for (const queue::PrintJobId id : now.state.openJobs)
        if (const queue::PrintJob* const job = now.state.find(id);
            job == nullptr || now.now - job->created > kJobLife + kGrace)
            found("print job " + std::to_string(id.value) + " is open longer than a job lives");
    for (const queue::RatingSessionId id : now.state.openSessions)
        if (const queue::RatingSession* const session = now.state.find(id);
            session == nullptr || now.now > session->ends + kGrace)
            found("rating session " + std::to_string(id.value) + " is open long after its end");
}

FollowersKeepUp::FollowersKeepUp(House& house, Record& record, const Follower& follower)
    : Checker("the event hub keeps nothing back from " + follower.name()), m_house(house), m_record(record),
      m_follower(follower)
{
    house.sometimes().expect(kKeptUp);
    house.whenCalmBegins([this] {
        m_house.agenda().after(Weather::kCalm - seconds{20}, [this] {
            for (const std::string& wrong : m_record.refresh(false))
                found(wrong);
            m_there = m_record.lastSeq();
        });
    });
}

void FollowersKeepUp::onFact(const Fact& fact)
{
    if (fact.is(m_follower.name(), "heard"))
        m_heard = std::max(m_heard, static_cast<std::uint64_t>(fact.number("seq")));
}

void FollowersKeepUp::onCalmEnds()
{
    const std::uint64_t visible = lastVisible(m_there);
    if (m_heard < visible)
        found("event " + std::to_string(visible) + " hasn't come after 20 s, only " +
              std::to_string(m_heard));
    else if (visible > 0)
        m_house.sometimes().saw(kKeptUp);
}

std::uint64_t FollowersKeepUp::lastVisible(std::uint64_t upTo) const
{
    for (; upTo > m_heard; --upTo)
        if (const Record::Line& line = *m_record.line(upTo);
            !hall::visibleTo(m_follower.subscriber(), {upTo, {}, line.name, line.payload, {}}, {}).empty())
            break;
    return upTo;
}

} // namespace starqueue::house
