#include <firmware-bridge/letters/qr_commands.h>

#include <algorithm>
#include <array>

namespace starqueue::bridge {

namespace {

constexpr int kMostBytes = 240;
constexpr int kQuietModules = 8; ///< blank around a code, for readers to find it
/// Bytes that versions 1… hold at level M (ISO/IEC 18004, table 7).
constexpr std::array kCapacities{14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251};

int modulesFor(qsizetype bytes)
{
    const auto* const version = std::find_if(kCapacities.begin(), kCapacities.end(),
                                             [bytes](int capacity) { return bytes <= capacity; });
    return 21 + 4 * static_cast<int>(version - kCapacities.begin());
}

} // namespace

bool isQrText(const QByteArray& text)
{
    return !text.isEmpty() && text.size() <= kMostBytes &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

// cn = 49. Function 65 would choose model 2, which every printer chooses by itself (Epson ESC/POS reference).
QByteArray qrCommands(const QByteArray& text, int moduleDots, int dots, int eccBase)
{
    const int widest = dots / (modulesFor(text.size()) + kQuietModules);
    const auto length = static_cast<int>(text.size()) + 3;
    QByteArray bytes("\x1D(k\x03\x00\x31\x43", 7);
    bytes += static_cast<char>(std::clamp(moduleDots, 1, std::max(widest, 1)));
    bytes += QByteArray("\x1D(k\x03\x00\x31\x45", 7) + static_cast<char>(eccBase + 1);
    bytes += QByteArray("\x1D(k", 3) + static_cast<char>(length & 0xFF) + static_cast<char>(length >> 8) +
             QByteArray("\x31\x50\x30", 3) + text;
    bytes += QByteArray("\x1D(k\x03\x00\x31\x51\x30", 8);
    return bytes;
}

} // namespace starqueue::bridge
