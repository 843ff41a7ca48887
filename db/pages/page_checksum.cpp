#include <db/pages/page_checksum.h>

#include <db/pages/pair_sum.h>

#include <algorithm>
#include <array>
#include <bit>
#include <string>

namespace starqueue::db {

namespace {

// SQLite's file format, section 1.3.
constexpr std::string_view kMagic{"SQLite format 3\0", 16};
constexpr std::size_t kReservedAt = 20;
constexpr unsigned kSmallestPage = 512;

std::array<char, kSumBytes> sumOfPage(std::string_view page)
{
    const PairSum sum = sumOf(page.substr(0, page.size() - kSumBytes), std::endian::little);
    std::array<char, kSumBytes> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>((i < 4 ? sum.first : sum.second) >> (i % 4 * 8));
    return bytes;
}

} // namespace

bool isWholePage(int bytes, std::int64_t at)
{
    const auto size = static_cast<unsigned>(bytes);
    return size >= kSmallestPage && std::has_single_bit(size) && at % bytes == 0;
}

std::optional<bool> reservesSums(std::string_view bytes, std::int64_t at)
{
    if (at != 0 || bytes.size() <= kReservedAt || !bytes.starts_with(kMagic))
        return std::nullopt;
    return bytes[kReservedAt] == kSumBytes;
}

bool hasRightSum(std::string_view page)
{
    const auto sum = sumOfPage(page);
    return page.ends_with(std::string_view{sum.data(), sum.size()});
}

void setSum(std::span<char> page)
{
    const auto sum = sumOfPage({page.data(), page.size()});
    std::ranges::copy(sum, page.end() - kSumBytes);
}

bool deniesItsSum(std::string_view firstPage)
{
    if (firstPage[kReservedAt] == kSumBytes)
        return false;
    std::string asWritten{firstPage};
    asWritten[kReservedAt] = kSumBytes;
    return hasRightSum(asWritten);
}

} // namespace starqueue::db
