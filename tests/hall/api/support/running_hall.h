#pragma once

#include <hall/api/support/face.h>
#include <hall/api/support/follower.h>
#include <hall/api/support/hall_folder.h>
#include <hall/service/service.h>

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace starqueue::hall::test {

/// Monday, 2026-11-23, ten in the morning in Shanghai.
inline constexpr Instant kMonday{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} +
                                 std::chrono::hours{2}};
inline constexpr Instant kMondayNoon = kMonday + std::chrono::hours{2};

/// A machine's clocks that tests set forward together; the wall clock may also step.
class TestClock
{
public:
    explicit TestClock(Instant start) : m_millis(start.time_since_epoch().count()) {}

    void pass(Millis time) { m_millis += time.count(); }
    void stepWall(Millis by) { m_ahead += by.count(); }
    [[nodiscard]] db::JournalClock journalClock() const;

private:
    std::atomic<std::int64_t> m_millis;
    std::atomic<std::int64_t> m_ahead = 0; ///< of the wall clock
};

/// Clocks that go like the machine's, from kMonday on: whatever the time of day, a test meets no midnight.
[[nodiscard]] db::JournalClock mondaysClock();

/// A real hall service on a free port, with a HallFolder. At first every counter is closed.
class RunningHall
{
public:
    /// `settings` is the text of a hall.toml; empty: the default one. A no-show may be marked at once, unless
    /// the text wants other than the default seconds.
    explicit RunningHall(const std::string& settings = {}, db::JournalClock clock = mondaysClock());
    ~RunningHall();
    RunningHall(const RunningHall&) = delete;
    RunningHall& operator=(const RunningHall&) = delete;

    /// The face with that token; its connection is reused.
    Face& as(const std::string& name);
    /// The hall's elapsed time, less `age`: the `pressedAt` of a press made then.
    std::int64_t elapsed(Millis age = {});
    /// A new face, for another thread.
    [[nodiscard]] Face newFace(const std::string& name) const { return {m_port, secret(name)}; }
    [[nodiscard]] Follower follow(const std::string& name, std::uint64_t after) const
    {
        return {m_port, secret(name), after};
    }
    [[nodiscard]] const std::string& secret(const std::string& name) const { return m_folder.secret(name); }
    [[nodiscard]] std::uint16_t port() const { return m_port; }

    void stop();
    void start();
    void reload(const std::string& settings);
    /// Makes a forecast now; there is no timer for it.
    void foresee() { m_service->foresee(); }

    [[nodiscard]] const HallFolder& folder() const { return m_folder; }

    /// Issues a ticket as the usher; returns its JSON.
    json issue(const std::string& service = "account", json more = json::object());
    /// Issues a ticket at kiosk 1; returns its JSON, with the secret address of its page.
    json issueAtKiosk(const std::string& service = "account", json more = json::object());
    void open(int counter);
    /// The rows of a report, such as "waits?by=tier", as the manager reads them.
    json report(const std::string& name);
    /// The seq of the journal's last event.
    std::uint64_t seq();

private:
    HallFolder m_folder;
    std::string m_settings;
    db::JournalClock m_clock;
    std::map<std::string, Face> m_faces;
    std::unique_ptr<Service> m_service;
    std::uint16_t m_port = 0;
};

} // namespace starqueue::hall::test
