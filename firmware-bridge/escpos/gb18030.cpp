#include <firmware-bridge/escpos/gb18030.h>

#include <iconv.h>

#include <cerrno>

namespace starqueue::escpos {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// An open conversion; closed with its scope.
class Conversion
{
public:
    Conversion(const char* to, const char* from) : m_handle(iconv_open(to, from)) {}
    ~Conversion()
    {
        if (valid())
            iconv_close(m_handle);
    }
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;

    [[nodiscard]] bool valid() const { return m_handle != iconv_t(-1); }

    /// Converts what it can of `input`, shortens `input` by that, appends to `output`.
    /// True when all of it was converted.
    bool run(std::string_view& input, std::string& output)
    {
        while (!input.empty()) {
            char buffer[256];
            char* in = const_cast<char*>(input.data()); // iconv's signature; it doesn't write there
            char* out = buffer;
            std::size_t inLeft = input.size();
            std::size_t outLeft = sizeof buffer;
            const std::size_t result = iconv(m_handle, &in, &inLeft, &out, &outLeft);
            const int error = errno;
            output.append(buffer, sizeof buffer - outLeft);
            input.remove_prefix(input.size() - inLeft);
            if (result == std::size_t(-1) && error != E2BIG)
                return false;
        }
        return true;
    }

private:
    iconv_t m_handle;
};

bool isLead(unsigned char byte)
{
    return byte >= 0x81 && byte <= 0xFE;
}

} // namespace

std::optional<std::string> toGb18030(std::string_view utf8)
{
    Conversion conversion("GB18030", "UTF-8");
    std::string bytes;
    if (!conversion.valid() || !conversion.run(utf8, bytes))
        return std::nullopt;
    return bytes;
}

std::string fromGb18030(std::string_view bytes)
{
    Conversion conversion("UTF-8", "GB18030");
    std::string text;
    while (conversion.valid() && !conversion.run(bytes, text)) {
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
