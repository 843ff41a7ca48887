#include <formats/encoding/printer_repertoire.h>

#include <formats/encoding/conversion.h>

#include <algorithm>

namespace starqueue::formats {

namespace {

bool isDrawn(const std::string& encoded, Repertoire repertoire)
{
    if (encoded.size() == 1)
        return encoded.front() >= 0x20 && encoded.front() < 0x7F;
    return encoded.size() == 2 && repertoire == Repertoire::Chinese;
}

} // namespace

std::optional<std::string> encodedFor(Repertoire repertoire, std::string_view character)
{
    std::string encoded;
    if (Conversion("GB18030", "UTF-8").run(character, encoded) && isDrawn(encoded, repertoire))
        return encoded;
    return std::nullopt;
}

std::vector<char32_t> unprintable(std::string_view utf8, Repertoire repertoire)
{
    std::vector<char32_t> missing;
    for (const char32_t point : codePoints(utf8).value_or(std::u32string{})) {
        const bool isNew = std::ranges::find(missing, point) == missing.end();
        if (isNew && !encodedFor(repertoire, inUtf8(point)))
            missing.push_back(point);
    }
    return missing;
}

} // namespace starqueue::formats
