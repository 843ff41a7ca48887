#pragma once

#include <db/journal/journal.h>

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace starqueue::cli::test {

/// Appends lines that say nothing to the queue, at these seconds, to the journal in `dir`: the wall clock is
/// two seconds ahead. `more` makes them longer.
inline void addLines(const std::filesystem::path& dir, const std::vector<int>& seconds,
                     const std::string& more = {})
{
    auto journal = db::Journal::open(dir);
    ASSERT_TRUE(journal) << journal.error().detail;
    sync::assumeCapability(db::writersThread);
    std::uint64_t seq = (*journal)->lastSeq();
    for (const int at : seconds) {
        const std::string payload =
            R"({"offsetSeconds":2)" + (more.empty() ? "" : R"(,"more":")" + more + '"') + '}';
        const db::Recorded line{++seq, Instant{Seconds{at}}, "clock_stepped", payload, {}};
        ASSERT_TRUE((*journal)->commit({{line}, {}}));
    }
}

} // namespace starqueue::cli::test
