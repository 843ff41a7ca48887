#pragma once

#include <cstddef>
#include <string>

namespace starqueue::raster {

/// Dots of paper, black or not. Rows from the top, each begins at a byte; the leftmost dot is the highest
/// bit.
struct Bitmap
{
    int width = 0;
    int height = 0;
    std::string bits;

    Bitmap() = default;
    Bitmap(int across, int down)
        : width(across), height(down),
          bits(static_cast<std::size_t>(bytesPerRow()) * static_cast<std::size_t>(down), '\0')
    {}

    [[nodiscard]] int bytesPerRow() const { return (width + 7) / 8; }
    /// False outside of it.
    [[nodiscard]] bool isBlack(int x, int y) const;
    /// Nothing outside of it.
    void blacken(int x, int y);
    [[nodiscard]] bool blank() const { return bits.find_first_not_of('\0') == std::string::npos; }
};

/// The part of `whole` that begins at (`left`, `top`), of `width` by `height` dots.
[[nodiscard]] Bitmap part(const Bitmap& whole, int left, int top, int width, int height);

/// Without the blank rows and columns around it; empty if all of it is blank.
[[nodiscard]] Bitmap trimmed(const Bitmap& whole);

} // namespace starqueue::raster
