#include <hall/http/parse/target.h>

#include <cstdint>
#include <optional>

namespace starqueue::hall::http::parse {

using namespace std::string_view_literals;

namespace {

std::optional<int> hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return std::nullopt;
}

std::optional<std::string> percentDecoded(std::string_view text, bool plusIsSpace)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += plusIsSpace && text[i] == '+' ? ' ' : text[i];
            continue;
        }
        const auto high = i + 2 < text.size() ? hexDigit(text[i + 1]) : std::nullopt;
        const auto low = i + 2 < text.size() ? hexDigit(text[i + 2]) : std::nullopt;
        if (!high || !low)
            return std::nullopt;
        out += static_cast<char>(*high * 16 + *low);
        i += 2;
    }
    return out;
}

/// Length of the well-formed UTF-8 sequence that begins here (Unicode, table 3-7); 0 if there is none.
std::size_t utf8Length(std::string_view rest)
{
    const auto byte = [&](std::size_t i) {
        return i < rest.size() ? static_cast<std::uint8_t>(rest[i]) : std::uint8_t{0};
    };
    const auto isTail = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const std::uint8_t first = byte(0);
    const std::uint8_t second = byte(1);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return isTail(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && second < 0xA0;
        const bool surrogate = first == 0xED && second > 0x9F;
        return isTail(1) && isTail(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && second < 0x90;
        const bool beyond = first == 0xF4 && second > 0x8F;
        return isTail(1) && isTail(2) && isTail(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

bool isCleanText(std::string_view text, bool lineBreaksAllowed)
{
    while (!text.empty()) {
        const auto first = static_cast<unsigned char>(text.front());
        const bool lineBreak = first == '\n' || first == '\r' || first == '\t';
        if ((first < 0x20 && !(lineBreak && lineBreaksAllowed)) || first == 0x7F)
            return false;
        const std::size_t length = utf8Length(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

/// "%2F" or "%5C": a proxy in front and the router could see different paths in it.
bool hasEncodedSlash(std::string_view path)
{
    for (std::size_t i = path.find('%'); i != path.npos; i = path.find('%', i + 1))
        if (const auto code = path.substr(i + 1, 2);
            equalIgnoringCase(code, "2f") || equalIgnoringCase(code, "5c"))
            return true;
    return false;
}

/// After decoding: "//", "/./" and "/../", in which a proxy in front and the router could see different
/// paths. The last segment may be empty, as a folder's is.
bool hasSegmentsThatNameNothing(std::string_view path)
{
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::string_view segment = path.substr(0, path.find('/'));
        path.remove_prefix(segment.size());
        if (segment == "." || segment == ".." || (segment.empty() && !path.empty()))
            return true;
    }
    return false;
}

std::optional<std::vector<Field>> parseQuery(std::string_view text)
{
    std::vector<Field> fields;
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), pair.size() + 1));
        if (pair.empty())
            continue;
        const std::size_t equals = pair.find('=');
        auto name = percentDecoded(pair.substr(0, equals), true);
        auto value = percentDecoded(equals == pair.npos ? "" : pair.substr(equals + 1), true);
        if (!name || !value || !isCleanText(*name, false) || !isCleanText(*value, true))
            return std::nullopt;
        fields.push_back({std::move(*name), std::move(*value)});
    }
    return fields;
}

std::string_view withoutOrigin(std::string_view text)
{
    constexpr std::string_view kScheme = "http://";
    if (text.size() < kScheme.size() || !equalIgnoringCase(text.substr(0, kScheme.size()), kScheme))
        return text;
    text.remove_prefix(kScheme.size());
    const std::size_t end = text.find_first_of("/?");
    return end == text.npos ? std::string_view("/") : text.substr(end);
}

tl::expected<std::string, std::string_view> parsePath(std::string_view raw)
{
    if (hasEncodedSlash(raw))
        return tl::unexpected("The path must not hold an encoded slash (%2F) or backslash (%5C)."sv);
    auto decoded = percentDecoded(raw, false);
    if (!decoded || decoded->empty() || decoded->front() != '/' || !isCleanText(*decoded, false))
        return tl::unexpected("The path must begin with / and be percent-encoded UTF-8 without controls."sv);
    if (hasSegmentsThatNameNothing(*decoded))
        return tl::unexpected("The path must not hold //, /./ or /../ in it."sv);
    return std::move(*decoded);
}

} // namespace

tl::expected<Target, std::string_view> parseTarget(std::string_view text)
{
    if (text == "*")
        return Target{"*", {}};
    text = withoutOrigin(text);
    if (text.find('#') != text.npos)
        return tl::unexpected("The request target must not hold a fragment (#)."sv);
    const std::size_t question = text.find('?');
    std::string_view rawPath = text.substr(0, question);
    if (rawPath.empty() && question == 0)
        rawPath = "/";
    auto path = parsePath(rawPath);
    if (!path)
        return tl::unexpected(path.error());
    auto query = parseQuery(question == text.npos ? "" : text.substr(question + 1));
    if (!query)
        return tl::unexpected("The query must be percent-encoded UTF-8 without controls."sv);
    return Target{std::move(*path), std::move(*query)};
}

} // namespace starqueue::hall::http::parse
