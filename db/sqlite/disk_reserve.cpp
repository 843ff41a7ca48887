#include <db/sqlite/disk_reserve.h>

#include <algorithm>

namespace starqueue::db {

namespace {

constexpr std::uint64_t kMegabyte = 1 << 20;
constexpr std::uint64_t kWhole = 16 * kMegabyte;
constexpr std::uint64_t kLeast = 4 * kMegabyte; ///< what a start and an end need, with margin
constexpr std::uint64_t kFull = kMegabyte;      ///< less is no room

} // namespace

DiskReserve::DiskReserve(const std::filesystem::path& directory, files::Files& files)
    : m_directory(directory), m_files(files)
{
    giveBackIfFull();
}

DiskReserve::~DiskReserve()
{
    if (m_isKept)
        (void)keep();
}

std::string DiskReserve::keep()
{
    m_isKept = true;
    const auto room = m_files.room(m_directory);
    if (!room) // no reason to refuse: the first write that fails will say it
        return {};
    takeMore(*room);
    const std::uint64_t left = m_files.room(m_directory).value_or(*room);
    if (left >= kFull && m_bytes >= kLeast)
        return {};
    return m_directory.string() +
           ": there is no room for the hall's files; make room on their disk, or raise "
           "the quota or limit on them";
}

// Half of what is left stays for others, so that on a small disk the reserve isn't what fills it. Less is
// tried too: a quota and a limit on files are no part of the room.
void DiskReserve::takeMore(std::uint64_t room)
{
    std::uint64_t wanted = std::min(kWhole, (m_bytes + room) / 2 / kMegabyte * kMegabyte);
    for (; wanted > m_bytes; wanted = wanted / 2 / kMegabyte * kMegabyte) {
        const auto taken = m_files.reserve(m_directory / "reserve", wanted);
        if (!taken && taken.error().cause == files::Cause::Full)
            continue;
        m_bytes = wanted; // or the file system can't do it: then go by the room alone
        return;
    }
}

void DiskReserve::giveBackIfFull()
{
    const auto room = m_files.room(m_directory);
    if (!room || *room >= kWhole)
        return;
    (void)m_files.reserve(m_directory / "reserve", 0);
    m_bytes = 0;
}

} // namespace starqueue::db
