#pragma once

#include <db/journal/journal_clock.h>

#include <string>

namespace starqueue::hall {

/// Why the machine's clock isn't believed and what to do, as a sentence.
[[nodiscard]] std::string sentence(const db::JournalClock::Doubt& doubt);

/// The clock as the API shows it, as JSON: {believed}, in doubt also {why, detail, machineAt, aheadSeconds}.
[[nodiscard]] std::string clockState(db::JournalClock& clock, time::WallOffset journalled)
    REQUIRES(db::writersThread);

} // namespace starqueue::hall
