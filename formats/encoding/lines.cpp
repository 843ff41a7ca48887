#include <formats/encoding/lines.h>

#include <algorithm>

namespace starqueue::formats {

std::size_t lineEndAt(std::string_view text)
{
    if (text.starts_with("\r\n"))
        return 2;
    return text.starts_with('\n') || text.starts_with('\r') ? 1 : 0;
}

bool endsALine(std::string_view text)
{
    return text.ends_with('\n') || text.ends_with('\r');
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find_first_of("\r\n"), text.size());
        lines.push_back(text.substr(0, length));
        text.remove_prefix(length);
        text.remove_prefix(lineEndAt(text));
    }
    return lines;
}

std::size_t countLines(std::string_view text)
{
    return linesOf(text).size();
}

} // namespace starqueue::formats
