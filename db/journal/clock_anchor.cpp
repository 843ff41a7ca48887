#include <db/journal/clock_anchor.h>

#include <algorithm>
#include <sstream>

namespace starqueue::db {

namespace {

constexpr std::size_t kFileSize = 192; // bytes; a file that never grows can be written on a full disk

std::string lineOf(const ClockAnchor& anchor)
{
    return anchor.boot + ' ' + std::to_string(anchor.steady.count()) + ' ' +
           std::to_string(anchor.elapsed.time_since_epoch().count()) + ' ' +
           std::to_string(anchor.since.time_since_epoch().count()) + ' ' + std::to_string(anchor.isPlaced) +
           ' ' + std::to_string(anchor.isConfirmed);
}

/// What programs before the mark don't read.
std::string markOf(const ClockAnchor& anchor)
{
    if (!anchor.mark)
        return {};
    return std::to_string(anchor.mark->shownLast.utc.time_since_epoch().count()) + ' ' +
           std::to_string(anchor.mark->shownFirst.utc.time_since_epoch().count()) + ' ' +
           std::to_string(anchor.mark->began.time_since_epoch().count());
}

/// FNV-1a: finds a line that was written in part.
std::uint64_t anchorSum(const std::string& line)
{
    std::uint64_t sum = 14'695'981'039'346'656'037U;
    for (const char c : line)
        sum = (sum ^ static_cast<std::uint8_t>(c)) * 1'099'511'628'211U;
    return sum;
}

} // namespace

ClockAnchorFile::ClockAnchorFile(const std::filesystem::path& dir, files::Files& files)
    : m_files(files), m_file(dir / "clock")
{}

std::optional<ClockAnchor> ClockAnchorFile::read() const
{
    std::istringstream line(m_files.read(m_file).value_or(""));
    std::string boot;
    std::uint64_t sum = 0;
    std::int64_t steady = 0;
    std::int64_t elapsed = 0;
    std::int64_t since = 0;
    bool isPlaced = false;
    bool isConfirmed = false;
    if (!(line >> boot >> steady >> elapsed >> since >> isPlaced >> isConfirmed >> sum))
        return std::nullopt;
    ClockAnchor anchor{boot,     Millis{steady}, Instant{Millis{elapsed}}, Instant{Millis{since}},
                       isPlaced, isConfirmed};
    if (anchorSum(lineOf(anchor)) != sum)
        return std::nullopt;
    std::int64_t shownLast = 0;
    std::int64_t shownFirst = 0;
    std::int64_t began = 0;
    if (line >> shownLast >> shownFirst >> began >> sum) {
        anchor.mark = {{Instant{Millis{shownLast}}}, {Instant{Millis{shownFirst}}}, Instant{Millis{began}}};
        if (anchorSum(lineOf(anchor) + markOf(anchor)) != sum)
            return std::nullopt;
    }
    return anchor;
}

void ClockAnchorFile::write(const ClockAnchor& anchor)
{
    const std::string line = lineOf(anchor);
    std::string content = line + ' ' + std::to_string(anchorSum(line));
    if (const std::string mark = markOf(anchor); !mark.empty())
        content += ' ' + mark + ' ' + std::to_string(anchorSum(line + mark));
    content.resize(std::max(content.size(), kFileSize - 1), ' ');
    content += '\n';
    if (!m_hasPlace && m_files.replace(m_file, content, files::Readers::Everybody))
        m_hasPlace = true;
    else
        (void)m_files.overwrite(m_file, content);
}

} // namespace starqueue::db
