#pragma once

#include <db/writer/writer.h>

#include <queue/commands.h>
#include <sync/mutex.h>

#include <atomic>
#include <filesystem>
#include <future>
#include <memory>
#include <string>
#include <vector>

namespace starqueue::db::test {

/// A copy of the answer to a submit.
struct Told
{
    enum class What { Accepted, Refused, Reused, Full };

    Fate fate = Fate::Unknown;
    What what = What::Refused;
    bool repeated = false;
    queue::Events events;
    queue::RefusalCode refusal{};
    std::uint64_t seq = 0;

    [[nodiscard]] bool accepted() const { return fate == Fate::Committed && what == What::Accepted; }
    /// The id of the ticket that was issued or called; 0: none.
    [[nodiscard]] std::uint64_t ticket() const;
};

/// A key whose request id ends in `number`.
[[nodiscard]] RequestKey key(std::uint32_t number, std::uint8_t body = 1, std::string token = "kiosk-1");

/// Journal, clock and writer composed as in a hall; the test sets the clock.
class ServiceUnderTest
{
public:
    /// Opens `dir`; `wrap` may decorate the journal, `lend` may give the writer threads.
    explicit ServiceUnderTest(
        const std::filesystem::path& dir,
        const std::function<std::unique_ptr<Journal>(std::unique_ptr<Journal>)>& wrap = {}, Lend lend = {});
    ~ServiceUnderTest();

    /// Opens the day with hallRules() and counters 1 and 2.
    void openHall();
    std::future<Told> submit(std::optional<RequestKey> key, queue::Command command);
    Told send(queue::Command command, std::optional<RequestKey> key = std::nullopt);
    /// The number of tickets in the state, asked in order with the commands.
    std::future<std::size_t> countTickets();
    /// A copy of the state, asked in order with the commands.
    queue::State state();
    /// Makes one batch of what is submitted until the returned function is called.
    std::function<void()> hold();

    Journal& journal() { return *m_journal; }
    VisitReasons& reasons() { return *m_reasons; }
    void setWall(Instant wall) { m_wall = wall.time_since_epoch().count(); }
    void pass(Millis time)
    {
        m_wall += time.count();
        m_steady += time.count();
    }
    [[nodiscard]] int brokenTimes() const { return m_broken; }
    std::vector<Recorded> published();

private:
    std::atomic<std::int64_t> m_wall;
    std::atomic<std::int64_t> m_steady = 0;
    std::atomic<int> m_broken = 0;
    sync::Mutex m_mutex;
    std::vector<Recorded> m_published GUARDED_BY(m_mutex);
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<VisitReasons> m_reasons;
    std::unique_ptr<JournalClock> m_clock;
    std::unique_ptr<Writer> m_writer;
};

[[nodiscard]] queue::IssueTicket issue(std::uint16_t service = 0, int stars = 0);

} // namespace starqueue::db::test
