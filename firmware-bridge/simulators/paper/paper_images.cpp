#include <firmware-bridge/simulators/paper/paper_picture.h>

#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace starqueue::simulators {

namespace {

using escpos::Command;
using raster::Bitmap;

int sizeAt(const Command& command, std::size_t index)
{
    return command.at(index) + 256 * command.at(index + 1);
}

/// Pictures that FS q stores lie in columns of bytes from the left.
Bitmap fromColumns(std::string_view bytes, int across, int down)
{
    Bitmap picture(across * 8, down * 8);
    for (int x = 0; x < picture.width; ++x) {
        for (int y = 0; y < picture.height; ++y) {
            const auto index = static_cast<std::size_t>(x * down + y / 8);
            const auto byte = static_cast<unsigned char>(index < bytes.size() ? bytes[index] : 0);
            if ((byte >> (7 - y % 8) & 1) != 0)
                picture.blacken(x, y);
        }
    }
    return picture;
}

} // namespace

void PaperPicture::image(const Bitmap& dots, int across, int down)
{
    const int top = m_top;
    advance(dots.height * down);
    drawEnlarged(m_paper, dots, (m_dots - dots.width * across) * m_style.align / 2, top, across, down);
}

void PaperPicture::code()
{
    constexpr QRecLevel kLevels[]{QR_ECLEVEL_L, QR_ECLEVEL_M, QR_ECLEVEL_Q, QR_ECLEVEL_H};
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> drawn(
        QRcode_encodeData(static_cast<int>(m_symbol.size()),
                          reinterpret_cast<const unsigned char*>(m_symbol.data()), 0, kLevels[m_level]),
        QRcode_free);
    if (!drawn)
        return;
    Bitmap modules(drawn->width, drawn->width);
    for (int i = 0; i < drawn->width * drawn->width; ++i)
        if ((drawn->data[i] & 1) != 0)
            modules.blacken(i % drawn->width, i / drawn->width);
    image(modules, m_moduleDots, m_moduleDots);
}

void PaperPicture::storeImages(const Command& command)
{
    m_stored.clear();
    std::size_t at = 3;
    for (int image = 1; image <= command.at(2); ++image) {
        const int across = sizeAt(command, at);
        const int down = sizeAt(command, at + 2);
        m_stored[image] = fromColumns(std::string_view(command.bytes).substr(at + 4), across, down);
        at += 4 + static_cast<std::size_t>(across * down) * 8;
    }
}

} // namespace starqueue::simulators
