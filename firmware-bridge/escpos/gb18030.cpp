#include <firmware-bridge/escpos/gb18030.h>

#include <formats/encoding/conversion.h>

namespace starqueue::escpos {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool isLead(unsigned char byte)
{
    return byte >= 0x81 && byte <= 0xFE;
}

} // namespace

std::optional<std::string> toGb18030(std::string_view utf8)
{
    std::string bytes;
    if (!formats::Conversion("GB18030", "UTF-8").run(utf8, bytes))
        return std::nullopt;
    return bytes;
}

std::string fromGb18030(std::string_view bytes)
{
    formats::Conversion conversion("UTF-8", "GB18030");
    std::string text;
    while (!conversion.run(bytes, text)) {
        text += kReplacement;
        bytes.remove_prefix(1);
    }
    return text;
}

std::size_t gb18030Length(std::string_view bytes)
{
    if (bytes.empty())
        return 0;
    if (!isLead(static_cast<unsigned char>(bytes[0])))
        return 1;
    if (bytes.size() < 2)
        return 0;
    const auto second = static_cast<unsigned char>(bytes[1]);
    if (second >= 0x30 && second <= 0x39)
        return 4;
    return (second >= 0x40 && second != 0x7F && second != 0xFF) ? 2 : 1;
}

} // namespace starqueue::escpos
