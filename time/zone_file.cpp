#include <time/zone_file.h>

#include <time/posix_zone_rule.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace starqueue::time {

namespace {

constexpr auto kZones = "/usr/share/zoneinfo";
constexpr int kLastYear = 2100;

bool isZoneName(std::string_view name)
{
    const auto fits = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '/' || c == '_' || c == '-' ||
               c == '+';
    };
    return !name.empty() && name.front() != '/' && std::ranges::all_of(name, fits);
}

std::string unknown(std::string_view name)
{
    return "\"" + std::string{name} + "\" is no time zone of this system: give one as in " + kZones +
           ", such as \"Asia/Shanghai\"";
}

} // namespace

tl::expected<HallZone, std::string> ZoneFile::load(std::string_view name)
{
    const auto path = std::filesystem::path{kZones} / name;
    std::error_code ignored;
    if (!isZoneName(name) || !std::filesystem::is_regular_file(path, ignored))
        return tl::unexpected{unknown(name)};
    std::ifstream file{path, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    return parse(name, bytes);
}

tl::expected<HallZone, std::string> ZoneFile::parse(std::string_view name, std::string_view bytes)
{
    try {
        HallZone zone;
        zone.m_name = name;
        ZoneFile file{bytes};
        const Header first = file.header();
        if (first.version < '2') {
            file.readBlock(first, 4, zone);
            return zone;
        }
        file.skipBlock(first, 4);
        const Header second = file.header();
        file.readBlock(second, 8, zone);
        file.followRule(zone);
        return zone;
    } catch (const std::exception& error) {
        return tl::unexpected{"the file of time zone \"" + std::string{name} +
                              "\" can't be read: " + error.what()};
    }
}

ZoneFile::Header ZoneFile::header()
{
    if (take(4) != "TZif")
        throw std::runtime_error("it doesn't begin with TZif");
    Header header{};
    header.version = take(1).front();
    take(15);
    for (std::uint32_t* count :
         {&header.utFlags, &header.stdFlags, &header.leaps, &header.changes, &header.types, &header.letters})
        *count = static_cast<std::uint32_t>(number(4));
    return header;
}

void ZoneFile::skipBlock(const Header& h, std::size_t timeSize)
{
    take(h.changes * (timeSize + 1) + h.types * std::size_t{6} + h.letters + h.leaps * (timeSize + 4) +
         h.stdFlags + h.utFlags);
}

void ZoneFile::readBlock(const Header& h, std::size_t timeSize, HallZone& zone)
{
    if (h.types == 0)
        throw std::runtime_error("it has no offset");
    std::vector<std::int64_t> times(h.changes <= m_bytes.size() ? h.changes : 0);
    for (std::int64_t& time : times)
        time = number(timeSize);
    const std::string_view types = take(h.changes);
    std::vector<std::int32_t> offsets(h.types <= m_bytes.size() ? h.types : 0);
    for (std::int32_t& offset : offsets) {
        offset = static_cast<std::int32_t>(number(4));
        take(2);
    }
    take(h.letters + h.leaps * (timeSize + 4) + h.stdFlags + h.utFlags);
    zone.m_firstOffset = offsets.at(0);
    for (std::size_t i = 0; i < times.size(); ++i)
        zone.m_changes.push_back({times[i], offsets.at(static_cast<unsigned char>(types[i]))});
}

void ZoneFile::followRule(HallZone& zone)
{
    const std::string_view footer = m_bytes.substr(m_at);
    if (footer.size() < 3)
        return;
    const auto rule = PosixZoneRule::parse(footer.substr(1, footer.size() - 2));
    if (zone.m_changes.empty())
        zone.m_firstOffset = rule.standardOffset();
    const std::int64_t last = zone.m_changes.empty() ? 0 : zone.m_changes.back().from;
    for (int year = 1970; year <= kLastYear; ++year)
        for (const auto& [from, offset] : rule.changesIn(year))
            if (from > last)
                zone.m_changes.push_back({from, offset});
}

std::int64_t ZoneFile::number(std::size_t size)
{
    const std::string_view bytes = take(size);
    std::uint64_t value = (bytes.front() & 0x80) != 0 ? ~std::uint64_t{0} : 0;
    for (const char byte : bytes)
        value = value << 8 | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(value);
}

std::string_view ZoneFile::take(std::size_t size)
{
    if (m_bytes.size() - m_at < size)
        throw std::runtime_error("it ends too early");
    m_at += size;
    return m_bytes.substr(m_at - size, size);
}

} // namespace starqueue::time
