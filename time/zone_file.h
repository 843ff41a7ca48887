#pragma once

#include <time/hall_zone.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::time {

/// Parses a compiled zone file: TZif (RFC 8536). Private to time/.
class ZoneFile
{
public:
    static tl::expected<HallZone, std::string> load(std::string_view name);
    /// Parses the bytes of a file.
    static tl::expected<HallZone, std::string> parse(std::string_view name, std::string_view bytes);

private:
    struct Header
    {
        char version;
        std::uint32_t utFlags;
        std::uint32_t stdFlags;
        std::uint32_t leaps;
        std::uint32_t changes;
        std::uint32_t types;
        std::uint32_t letters;
    };

    explicit ZoneFile(std::string_view bytes) : m_bytes(bytes) {}

    Header header();
    void skipBlock(const Header& header, std::size_t timeSize);
    void readBlock(const Header& header, std::size_t timeSize, HallZone& zone);
    void followRule(HallZone& zone);
    std::int64_t number(std::size_t size);
    std::string_view take(std::size_t size);

    std::string_view m_bytes;
    std::size_t m_at = 0;
};

} // namespace starqueue::time
