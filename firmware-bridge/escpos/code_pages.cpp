#include <firmware-bridge/escpos/code_pages.h>

#include <formats/encoding/conversion.h>

#include <algorithm>
#include <array>

namespace starqueue::escpos {

namespace {

constexpr std::string_view kLost = "\xEF\xBF\xBD";

struct EpsonNumber
{
    int number;
    std::string_view name;
};

constexpr std::array<EpsonNumber, 14> kEpsonNumbers{{{0, "cp437"},
                                                     {2, "cp850"},
                                                     {15, "iso8859-7"},
                                                     {16, "cp1252"},
                                                     {17, "cp866"},
                                                     {18, "cp852"},
                                                     {19, "cp858"},
                                                     {21, "cp874"},
                                                     {36, "cp862"},
                                                     {37, "cp864"},
                                                     {46, "cp1251"},
                                                     {47, "cp1253"},
                                                     {49, "cp1255"},
                                                     {50, "cp1256"}}};

} // namespace

// Latin first, so that "é" doesn't end up in a page of another script that has it as well.
const std::vector<std::string_view>& codePageNames()
{
    static const std::vector<std::string_view> names{"cp437",  "cp858",  "cp850",  "cp1252", "cp852",
                                                     "cp866",  "cp1251", "cp1253", "cp862",  "iso8859-7",
                                                     "cp1255", "cp864",  "cp1256", "cp874"};
    return names;
}

bool isCodePage(std::string_view name)
{
    const auto& names = codePageNames();
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<char> toCodePage(std::string_view name, std::string_view character)
{
    std::string bytes;
    if (!isCodePage(name) || !formats::Conversion(std::string(name).c_str(), "UTF-8").run(character, bytes) ||
        bytes.size() != 1)
        return std::nullopt;
    return bytes.front();
}

std::string fromCodePage(std::string_view name, std::string_view bytes)
{
    if (!isCodePage(name))
        return std::string(kLost);
    const std::string withEnd = std::string(bytes) + '\n'; // iconv holds a letter back that the next may join
    std::string_view rest = withEnd;
    formats::Conversion conversion("UTF-8", std::string(name).c_str());
    std::string text;
    while (!conversion.run(rest, text)) {
        text += kLost;
        rest.remove_prefix(1);
    }
    text.pop_back();
    return text;
}

std::string_view epsonCodePage(int number)
{
    const auto* found = std::find_if(kEpsonNumbers.begin(), kEpsonNumbers.end(),
                                     [number](const EpsonNumber& page) { return page.number == number; });
    return found != kEpsonNumbers.end() ? found->name : std::string_view();
}

} // namespace starqueue::escpos
