#pragma once

#include <db/security/security_log.h>
#include <db/writer/writer.h>
#include <hall/api/request/caller.h>

#include <sync/executor.h>
#include <sync/mutex.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace starqueue::hall {

/// Writes what concerns security into the security log, with the hall's time, and says it to the program's
/// log. Any thread; nobody waits for the disk. At most 120 entries a minute are kept, and 120 of look-ups, so
/// that neither hides the other; how many more there were, and of what, is the next entry of that kind.
///
/// Who has no token can cause refused and throttled log-ins only: of those ten and one a minute are kept, so
/// that a stranger hides nothing else and grows the log by at most 19 000 lines a day.
class SecurityWatch
{
public:
    using Say = std::function<void(const std::string& line)>;

    SecurityWatch(db::SecurityLog& log, db::Writer& writer, sync::Executor& executor, Say say);

    void note(db::SecurityEvent what, std::string who, std::string detail = {}) EXCLUDES(m_mutex);
    /// Has `told` know of whatever is noted, at once and also of what isn't kept. Before anything is noted.
    void tell(std::function<void(db::SecurityEvent what, const std::string& who)> told)
    {
        m_told = std::move(told);
    }
    /// Runs `read`, with the hall's time, once all that was noted before is written.
    void afterWritten(std::function<void(db::SecurityLog&, time::WallTime)> read);
    [[nodiscard]] db::SecurityLog& log() { return m_log; }
    /// Writes what was noted, also by what afterWritten() still runs. After the writer's last work of others;
    /// nothing may be noted after it.
    void finish();

private:
    static constexpr int kMostAMinute = 120;
    static constexpr int kMostRefused = 10;
    static constexpr int kMostThrottled = 1;

    /// How many of one kind were kept in a minute, and how many weren't.
    struct Budget
    {
        std::string_view kind; ///< as it is named where some were left out
        int most;
        std::chrono::minutes minute{0};
        int kept = 0;
        int leftOut = 0;
    };

    [[nodiscard]] Budget& budgetOf(db::SecurityEvent what) REQUIRES(m_mutex);
    void keep(db::SecurityEntry entry);
    void write(const db::SecurityEntry& entry);

    db::SecurityLog& m_log;
    db::Writer& m_writer;
    sync::Executor& m_executor;
    const Say m_say;
    std::function<void(db::SecurityEvent, const std::string&)> m_told = [](auto, const auto&) {};
    sync::Mutex m_mutex;
    Budget m_ofLookups GUARDED_BY(m_mutex){formats::word(db::SecurityEvent::CustomerLookedUp), kMostAMinute};
    Budget m_ofAlarms GUARDED_BY(m_mutex){formats::word(db::SecurityEvent::UnusualLookups), kMostAMinute};
    Budget m_ofRefused GUARDED_BY(m_mutex){formats::word(db::SecurityEvent::LoginRefused), kMostRefused};
    Budget m_ofThrottled GUARDED_BY(m_mutex){formats::word(db::SecurityEvent::LoginThrottled),
                                             kMostThrottled};
    Budget m_ofOthers GUARDED_BY(m_mutex){"others", kMostAMinute};
    const std::unique_ptr<sync::Strand> m_strand;
};

/// As the security log names a caller: the user's name, or the token's id.
[[nodiscard]] std::string whoIs(const Caller& caller);

} // namespace starqueue::hall
