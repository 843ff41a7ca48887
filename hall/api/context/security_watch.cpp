#include <hall/api/context/security_watch.h>

#include <utility>

namespace starqueue::hall {

namespace {

std::string logLine(const db::SecurityEntry& entry)
{
    std::string line = "security: ";
    line.append(formats::word(entry.what));
    for (const std::string& part : {entry.who, entry.detail})
        line.append(part.empty() ? "" : " ").append(part);
    return line;
}

} // namespace

SecurityWatch::SecurityWatch(db::SecurityLog& log, db::Writer& writer, sync::Executor& executor, Say say)
    : m_log(log), m_writer(writer), m_executor(executor), m_say(std::move(say)), m_strand(executor.strand())
{}

void SecurityWatch::note(db::SecurityEvent what, std::string who, std::string detail)
{
    m_told(what, who);
    const auto minute = std::chrono::floor<std::chrono::minutes>(m_executor.now().time_since_epoch());
    int leftOut = 0;
    std::string_view kind;
    {
        const sync::Lock lock(m_mutex);
        Budget& budget = budgetOf(what);
        if (std::exchange(budget.minute, minute) != minute) {
            leftOut = std::exchange(budget.leftOut, 0);
            budget.kept = 0;
        }
        kind = budget.kind;
        if (budget.kept == budget.most) {
            ++budget.leftOut;
            return;
        }
        ++budget.kept;
    }
    if (leftOut > 0)
        keep({0, {}, db::SecurityEvent::LeftOut, {}, std::to_string(leftOut) + ' ' + std::string(kind)});
    keep({0, {}, what, std::move(who), std::move(detail)});
}

SecurityWatch::Budget& SecurityWatch::budgetOf(db::SecurityEvent what)
{
    switch (what) {
    case db::SecurityEvent::CustomerLookedUp:
        return m_ofLookups;
    case db::SecurityEvent::UnusualUse:
    case db::SecurityEvent::UnusualLookups: // must come through whatever its cause has filled
        return m_ofAlarms;
    case db::SecurityEvent::LoginRefused:
        return m_ofRefused;
    case db::SecurityEvent::LoginThrottled:
        return m_ofThrottled;
    default:
        return m_ofOthers;
    }
}

void SecurityWatch::finish()
{
    const auto settle = [this] {
        m_executor.await([this](const sync::Executor::Done& done) { m_strand->post(done); });
    };
    settle();
    // What was noted there is on its way through the writer.
    m_executor.await([this](const sync::Executor::Done& done) {
        m_writer.ask([done](const db::View&) -> db::Release { return [done](db::Fate) { done(); }; });
    });
    settle();
    m_strand->close();
}

void SecurityWatch::afterWritten(std::function<void(db::SecurityLog&, time::WallTime)> read)
{
    // The way of a line: through the writer, then on the strand.
    m_writer.ask([this, read = std::move(read)](const db::View& view) -> db::Release {
        m_strand->post([this, read, now = view.wallNow()] { read(m_log, now); });
        return [](db::Fate) {};
    });
}

void SecurityWatch::keep(db::SecurityEntry entry)
{
    m_writer.ask([this, entry = std::move(entry)](const db::View& view) mutable -> db::Release {
        entry.at = view.wallNow();
        m_strand->post([this, entry] { write(entry); });
        return [](db::Fate) {};
    });
}

void SecurityWatch::write(const db::SecurityEntry& entry)
{
    m_say(logLine(entry));
    if (const auto written = m_log.append(entry); !written)
        m_say("security log not written: " + written.error().detail);
}

std::string whoIs(const Caller& caller)
{
    return caller.user ? caller.user->name : caller.token;
}

} // namespace starqueue::hall
