#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace starqueue::db {

/// SQLite's checksum (file format, section 4.2): two sums over pairs of 32-bit words. It stands in each frame
/// of a write-ahead log, over all before it, and at the end of each page of a database with page checksums.
struct PairSum
{
    std::uint32_t first = 0;
    std::uint32_t second = 0;

    friend bool operator==(const PairSum&, const PairSum&) = default;
};

/// The word at `at`. One load, not four bytes: a log may be hundreds of megabytes long.
[[nodiscard]] inline std::uint32_t wordAt(std::string_view bytes, std::size_t at, std::endian order)
{
    std::uint32_t number = 0;
    std::memcpy(&number, bytes.data() + at, sizeof number);
    return order == std::endian::native ? number : __builtin_bswap32(number);
}

/// Goes on from `sum`. `bytes`: a multiple of eight.
[[nodiscard]] inline PairSum sumOf(std::string_view bytes, std::endian order, PairSum sum = {})
{
    for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
        sum.first += wordAt(bytes, at, order) + sum.second;
        sum.second += wordAt(bytes, at + 4, order) + sum.first;
    }
    return sum;
}

} // namespace starqueue::db
