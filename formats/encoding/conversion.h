#pragma once

#include <iconv.h>

#include <optional>
#include <string>
#include <string_view>

namespace starqueue::formats {

/// One conversion between two encodings by iconv(3) of the C library, which knows them by name. One thread.
class Conversion
{
public:
    Conversion(const char* to, const char* from);
    ~Conversion();
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;

    /// Converts what it can of `input`, shortens `input` by that and appends to `output`. True: all of it;
    /// false: what is left of `input` begins with bytes that aren't valid, or with half a character.
    [[nodiscard]] bool run(std::string_view& input, std::string& output);
    /// Whether the last run() ended at half a character: the text is cut off.
    [[nodiscard]] bool isCutOff() const { return m_isCutOff; }

private:
    iconv_t m_handle;
    bool m_isCutOff = false;
};

/// The code points of a UTF-8 text; empty if it isn't UTF-8.
[[nodiscard]] std::optional<std::u32string> codePoints(std::string_view utf8);
/// Empty for what no character may be.
[[nodiscard]] std::string inUtf8(char32_t point);

} // namespace starqueue::formats
