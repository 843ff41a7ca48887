#include <cli/data/security_note.h>

namespace starqueue::cli {

namespace {

/// This program wasn't there yet.
constexpr time::WallTime kNoClockIsBefore{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};

} // namespace

void noteSecurity(const std::filesystem::path& dir, db::SecurityEvent what, const std::string& detail,
                  Context& context)
{
    const auto log = db::SecurityLog::open(dir);
    if (!log)
        return context.fail(log.error().detail);
    const time::WallTime now{context.now()};
    if (const auto written = (*log)->append({0, now, what, "command line", detail}); !written)
        context.fail(written.error().detail);
}

std::optional<time::WallTime> givenNow(const std::filesystem::path& dir, Instant now)
{
    const auto log = db::SecurityLog::open(dir);
    const auto last = log ? (*log)->latest(0, 1) : tl::unexpected(log.error());
    const time::WallTime given{now};
    const bool isBehind = !last || given < kNoClockIsBefore || (!last->empty() && last->front().at > given);
    return isBehind ? std::nullopt : std::optional{given};
}

} // namespace starqueue::cli
