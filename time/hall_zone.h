#pragma once

#include <time/local_time.h>
#include <time/wall_time.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::time {

/// The hall's time zone: converts instants to local dates and times, and back.
///
/// A value, read once from the system's zone files (TZif, RFC 8536, in /usr/share/zoneinfo); after the file's
/// last transition its POSIX rule applies. Any thread.
class HallZone
{
public:
    /// UTC.
    HallZone();
    /// `name` as in "Asia/Shanghai". The error says in a sentence what is wrong.
    static tl::expected<HallZone, std::string> named(std::string_view name);

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] std::chrono::seconds offsetAt(WallTime at) const;
    [[nodiscard]] LocalTime local(WallTime at) const;
    /// Converts a local time: the earlier instant if it occurs twice; if it is skipped, as much later as was
    /// skipped.
    [[nodiscard]] WallTime wallTimeOf(Date date, Millis sinceMidnight) const;
    /// "2026-11-22 10:24".
    [[nodiscard]] std::string text(WallTime at) const;

private:
    struct Change
    {
        std::int64_t from; ///< seconds since 1970, UTC
        std::int32_t offset;
    };

    friend class ZoneFile;

    std::string m_name;
    std::int32_t m_firstOffset = 0; ///< before the first transition
    std::vector<Change> m_changes;
};

} // namespace starqueue::time
