#include <cli/users/terminal_qr.h>

#include <qrencode.h>

#include <memory>

namespace starqueue::cli {

namespace {

constexpr int kQuietModules = 4;

/// Around the code all is light.
bool isLight(const QRcode& code, int row, int column)
{
    if (row < 0 || column < 0 || row >= code.width || column >= code.width)
        return true;
    return (code.data[row * code.width + column] & 1) == 0;
}

const char* twoRows(bool isUpperLight, bool isLowerLight)
{
    if (isUpperLight)
        return isLowerLight ? "\u2588" : "\u2580";
    return isLowerLight ? "\u2584" : " ";
}

} // namespace

std::string terminalQr(const std::string& text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_L), &QRcode_free);
    std::string drawn;
    if (!code)
        return drawn;
    for (int row = -kQuietModules; row < code->width + kQuietModules; row += 2) {
        for (int column = -kQuietModules; column < code->width + kQuietModules; ++column)
            drawn += twoRows(isLight(*code, row, column), isLight(*code, row + 1, column));
        drawn += '\n';
    }
    return drawn;
}

} // namespace starqueue::cli
