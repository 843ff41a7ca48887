#pragma once

#include <db/journal/clock_anchor.h>
#include <db/journal/journal_clock.h>
#include <db/writer/writer.h>
#include <files/files.h>

#include <filesystem>

namespace starqueue::hall {

/// The hall's clock with what a running hall does for it: starts it after the journal, keeps its anchor for
/// the next start, and logs once when the machine's clock isn't believed.
class ClockWatch
{
public:
    /// Continues after `past`, what was replayed; before there is a writer. `data` is the hall's folder.
    ClockWatch(db::JournalClock clock, const std::filesystem::path& data, files::Files& files,
               const db::Journal::Replayed& past);

    /// Lives as long as this object.
    [[nodiscard]] db::JournalClock& clock() { return m_clock; }
    /// Once a second.
    void look(const db::View& view) REQUIRES(db::writersThread);

private:
    db::JournalClock m_clock;
    db::ClockAnchorFile m_anchor;
    bool m_isInDoubt GUARDED_BY(db::writersThread) = false;
};

} // namespace starqueue::hall
