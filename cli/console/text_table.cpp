#include <cli/console/text_table.h>

#include <algorithm>

namespace starqueue::cli {

namespace {

/// Terminal columns of `text`, in UTF-8: characters of three bytes and more count as two columns wide.
std::size_t widthOf(const std::string& text)
{
    std::size_t width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) != 0x80U)
            width += byte >= 0xE0U ? 2 : 1;
    }
    return width;
}

std::vector<std::size_t> widthsOf(const std::vector<std::vector<std::string>>& lines)
{
    std::vector<std::size_t> widths;
    for (const auto& line : lines) {
        widths.resize(std::max(widths.size(), line.size()));
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(line[i]));
    }
    return widths;
}

} // namespace

std::string setInColumns(const std::vector<std::vector<std::string>>& lines)
{
    const std::vector<std::size_t> widths = widthsOf(lines);
    std::string text;
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            const std::string blanks(widths[i] - widthOf(line[i]), ' ');
            text += (i > 0 ? "  " : "") + (i == 0 ? line[i] + blanks : blanks + line[i]);
        }
        text += '\n';
    }
    return text;
}

} // namespace starqueue::cli
