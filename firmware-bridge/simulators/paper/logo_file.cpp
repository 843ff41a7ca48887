#include <firmware-bridge/simulators/paper/logo_file.h>

#include <QImageReader>

namespace starqueue::simulators {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDark = 128;
constexpr int kBlankBelow = 8;

bool isDark(QRgb pixel)
{
    return qAlpha(pixel) >= kDark && qGray(pixel) < kDark;
}

char low(int number)
{
    return static_cast<char>(number & 0xFF);
}

} // namespace

tl::expected<raster::Bitmap, QString> readLogo(const QString& file, int dots)
{
    QImageReader reader(file);
    const QImage image = reader.read();
    if (image.isNull())
        return tl::unexpected(u"%1: %2"_s.arg(file, reader.errorString()));
    if (image.width() > dots)
        return tl::unexpected(
            u"%1 is %2 dots wide; the paper has %3"_s.arg(file).arg(image.width()).arg(dots));
    raster::Bitmap logo(image.width(), image.height());
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (isDark(image.pixel(x, y)))
                logo.blacken(x, y);
    return logo;
}

// The blank below belongs to the picture, so that no ticket needs bytes for it. Columns from the left, eight
// dots a byte, the highest bit on top (Epson ESC/POS reference, FS q).
QByteArray storeLogoCommand(const raster::Bitmap& logo)
{
    const int across = (logo.width + 7) / 8;
    const int down = (logo.height + kBlankBelow + 7) / 8;
    QByteArray bytes("\x1Cq\x01", 3);
    for (const int size : {across, down})
        bytes.append(low(size)).append(low(size >> 8));
    for (int x = 0; x < across * 8; ++x) {
        for (int y = 0; y < down * 8; y += 8) {
            int byte = 0;
            for (int bit = 0; bit < 8; ++bit)
                byte = byte << 1 | (logo.isBlack(x, y + bit) ? 1 : 0);
            bytes += static_cast<char>(byte);
        }
    }
    return bytes;
}

} // namespace starqueue::simulators
