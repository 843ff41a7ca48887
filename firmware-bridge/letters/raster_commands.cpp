#include <firmware-bridge/letters/raster_commands.h>

#include <firmware-bridge/raster/text_raster.h>

#include <QString>

#include <algorithm>

namespace starqueue::bridge {

namespace {

constexpr int kHeader = 8;
constexpr int kLongestCommand = 256;
constexpr char kRealTimeByte = 0x10;
constexpr char kDleWithOneDotMore = 0x18;
constexpr int kLetterDots = 24;

QByteArray strip(const raster::Bitmap& rows)
{
    QByteArray bytes("\x1Dv0\x00", 4);
    bytes += static_cast<char>(rows.bytesPerRow());
    bytes += '\0';
    bytes += static_cast<char>(rows.height);
    bytes += '\0';
    QByteArray dots = QByteArray::fromStdString(rows.bits);
    return bytes + dots.replace(kRealTimeByte, kDleWithOneDotMore);
}

} // namespace

// A width of 16 bytes, or a height of 16 dots, would be a DLE too.
QByteArray rasterCommands(const raster::Bitmap& picture)
{
    const bool isDle = picture.bytesPerRow() == kRealTimeByte;
    const raster::Bitmap whole = isDle ? part(picture, 0, 0, picture.width + 8, picture.height) : picture;
    const int most = std::max(1, (kLongestCommand - kHeader) / std::max(whole.bytesPerRow(), 1));
    QByteArray bytes;
    for (int top = 0; top < whole.height;) {
        const int rows = std::min(most, whole.height - top);
        const int height = rows == kRealTimeByte ? rows - 1 : rows;
        bytes += strip(part(whole, 0, top, whole.width, height));
        top += height;
    }
    return bytes;
}

QByteArray rasterText(const QString& text, int size, bool bold, int dots)
{
    thread_local raster::TextRaster letters; // looking for fonts takes long, and few halls need it
    const raster::Bitmap line = letters.line(text.toStdString(), kLetterDots * size, bold);
    return rasterCommands(part(line, 0, 0, std::min(line.width, dots), line.height));
}

} // namespace starqueue::bridge
