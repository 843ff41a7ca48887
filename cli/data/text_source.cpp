#include <cli/data/text_source.h>

#include <CLI/CLI.hpp>

#include <vector>

namespace starqueue::cli {

void addEncoding(CLI::App& command, const std::string& name, std::string& encoding)
{
    constexpr auto kWords = formats::wordsOf<formats::Encoding>();
    command
        .add_option(
            name, encoding,
            "What the file is written in: utf-8, utf-16le, utf-16be or gb18030 (also GBK and GB2312); "
            "found and told where it isn't given")
        ->check(CLI::IsMember(std::vector<std::string>{kWords.begin(), kWords.end()}));
}

tl::expected<formats::DecodedText, std::string> readText(const TextSource& source)
{
    return formats::readText(source.file, formats::withWord<formats::Encoding>(source.encoding))
        .map_error([&source](const std::string& why) { return source.file + ": " + why; });
}

std::string readAs(const TextSource& source, const formats::DecodedText& text)
{
    return source.file + ": read as " + std::string{formats::word(text.encoding)};
}

} // namespace starqueue::cli
