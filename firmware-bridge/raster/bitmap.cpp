#include <firmware-bridge/raster/bitmap.h>

#include <algorithm>

namespace starqueue::raster {

bool Bitmap::isBlack(int x, int y) const
{
    if (x < 0 || x >= width || y < 0 || y >= height)
        return false;
    const auto byte = static_cast<unsigned char>(bits[static_cast<std::size_t>(y * bytesPerRow() + x / 8)]);
    return (byte >> (7 - x % 8) & 1) != 0;
}

void Bitmap::blacken(int x, int y)
{
    if (x < 0 || x >= width || y < 0 || y >= height)
        return;
    char& byte = bits[static_cast<std::size_t>(y * bytesPerRow() + x / 8)];
    byte = static_cast<char>(static_cast<unsigned char>(byte) | 0x80U >> (x % 8));
}

Bitmap part(const Bitmap& whole, int left, int top, int width, int height)
{
    Bitmap result(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            if (whole.isBlack(left + x, top + y))
                result.blacken(x, y);
    return result;
}

Bitmap trimmed(const Bitmap& whole)
{
    int left = whole.width;
    int right = -1;
    int top = whole.height;
    int bottom = -1;
    for (int y = 0; y < whole.height; ++y) {
        for (int x = 0; x < whole.width; ++x) {
            if (!whole.isBlack(x, y))
                continue;
            left = std::min(left, x);
            right = std::max(right, x);
            top = std::min(top, y);
            bottom = y;
        }
    }
    return right < 0 ? Bitmap() : part(whole, left, top, right - left + 1, bottom - top + 1);
}

} // namespace starqueue::raster
