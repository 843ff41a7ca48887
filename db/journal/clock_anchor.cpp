#include <db/journal/clock_anchor.h>

#include <db/crypto/hashing.h>

#include <fstream>
#include <sstream>

namespace starqueue::db {

namespace {

std::string lineOf(const ClockAnchor& anchor)
{
    return anchor.boot + ' ' + std::to_string(anchor.steady.count()) + ' ' +
           std::to_string(anchor.elapsed.time_since_epoch().count());
}

std::string sumOf(const std::string& line)
{
    startSodium();
    return base64Url(hashOf(line));
}

} // namespace

ClockAnchorFile::ClockAnchorFile(const std::filesystem::path& dir) : m_file(dir / "clock") {}

std::optional<ClockAnchor> ClockAnchorFile::read() const
{
    std::ifstream file(m_file);
    std::string boot;
    std::string sum;
    std::int64_t steady = 0;
    std::int64_t elapsed = 0;
    if (!(file >> boot >> steady >> elapsed >> sum))
        return std::nullopt;
    ClockAnchor anchor{boot, Millis{steady}, Instant{Millis{elapsed}}};
    return sumOf(lineOf(anchor)) == sum ? std::optional{std::move(anchor)} : std::nullopt;
}

void ClockAnchorFile::write(const ClockAnchor& anchor) const
{
    const std::string line = lineOf(anchor);
    std::ofstream file(m_file,
                       std::ios::in | std::ios::out); // not truncated: a kill leaves the old line whole
    if (!file)
        file.open(m_file);
    file << line << ' ' << sumOf(line) << '\n';
}

} // namespace starqueue::db
