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

namespace starqueue::hall {

/// Writes what concerns security into the security log, with the hall's time, and says it to the program's
/// log. Any thread; nobody waits for the disk. At most 120 entries a minute are kept, and 120 of look-ups, so
/// that neither hides the other; how many more there were is the next minute's first entry.
class SecurityWatch
{
public:
    using Say = std::function<void(const std::string& line)>;

    SecurityWatch(db::SecurityLog& log, db::Writer& writer, sync::Executor& executor, Say say);

    void note(db::SecurityEvent what, std::string who, std::string detail = {}) EXCLUDES(m_mutex);
    [[nodiscard]] db::SecurityLog& log() { return m_log; }
    /// Writes what was noted. After the writer's last work; nothing may be noted after it.
    void finish();

private:
    /// How many of one kind were kept in a minute, and how many weren't.
    struct Budget
    {
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
    sync::Mutex m_mutex;
    Budget m_ofLookups GUARDED_BY(m_mutex);
    Budget m_ofAlarms GUARDED_BY(m_mutex);
    Budget m_ofOthers GUARDED_BY(m_mutex);
    const std::unique_ptr<sync::Strand> m_strand;
};

/// As the security log names a caller: the user's name, or the token's id.
[[nodiscard]] std::string whoIs(const Caller& caller);

} // namespace starqueue::hall
