#include <cli/data/security_note.h>

namespace starqueue::cli {

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

} // namespace starqueue::cli
