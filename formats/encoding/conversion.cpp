#include <formats/encoding/conversion.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace starqueue::formats {

namespace {

const iconv_t kUnknownNames = iconv_t(-1);

} // namespace

Conversion::Conversion(const char* to, const char* from) : m_handle(iconv_open(to, from)) {}

Conversion::~Conversion()
{
    if (m_handle != kUnknownNames)
        iconv_close(m_handle);
}

bool Conversion::run(std::string_view& input, std::string& output)
{
    if (m_handle == kUnknownNames)
        return false;
    std::array<char, 4096> buffer{};
    while (!input.empty()) {
        char* in = const_cast<char*>(input.data()); // iconv's signature; it doesn't write there
        char* out = buffer.data();
        std::size_t inLeft = input.size();
        std::size_t outLeft = buffer.size();
        const std::size_t result = iconv(m_handle, &in, &inLeft, &out, &outLeft);
        const int error = errno;
        output.append(buffer.data(), buffer.size() - outLeft);
        input.remove_prefix(input.size() - inLeft);
        m_isCutOff = result == std::size_t(-1) && error == EINVAL;
        if (result == std::size_t(-1) && error != E2BIG)
            return false;
    }
    return true;
}

std::optional<std::u32string> codePoints(std::string_view utf8)
{
    Conversion conversion("UTF-32LE", "UTF-8");
    std::string bytes;
    if (!conversion.run(utf8, bytes))
        return std::nullopt;
    std::u32string points;
    for (std::size_t i = 0; i + 4 <= bytes.size(); i += 4) {
        const auto byte = [&](std::size_t place) {
            return char32_t(static_cast<unsigned char>(bytes[i + place]));
        };
        points += byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
    }
    return points;
}

std::string inUtf8(char32_t point)
{
    const std::string bytes{static_cast<char>(point), static_cast<char>(point >> 8),
                            static_cast<char>(point >> 16), '\0'};
    std::string_view rest = bytes;
    std::string text;
    return Conversion("UTF-8", "UTF-32LE").run(rest, text) ? text : std::string{};
}

} // namespace starqueue::formats
