#include <hall/api/request/body.h>

#include <formats/encoding/name_text.h>
#include <time/instant_text.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace starqueue::hall {

namespace {

constexpr int kDeepest = 8;
constexpr std::size_t kShownValue = 60;
constexpr std::size_t kLongestList = 100;

std::string shown(const nlohmann::json* value)
{
    if (!value)
        return "missing";
    std::string text = value->dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
    if (text.size() > kShownValue)
        text = text.substr(0, kShownValue) + "…";
    return text;
}

/// Of UTF-8, which the parser has checked.
std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' ') || text.starts_with('\t'))
        text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t'))
        text.remove_suffix(1);
    return text;
}

/// Watches a body while it is parsed. Which of two fields of one name counts would depend on who reads them.
class BodyWatch
{
public:
    /// As the parser calls it; false: the value isn't kept.
    bool operator()(int depth, nlohmann::json::parse_event_t event, const nlohmann::json& value)
    {
        using Event = nlohmann::json::parse_event_t;
        m_tooDeep = m_tooDeep || depth > kDeepest;
        if (m_tooDeep)
            return false;
        if (event == Event::object_start)
            m_open.emplace_back();
        else if (event == Event::object_end && !m_open.empty())
            m_open.pop_back();
        else if (event == Event::key && !m_open.empty() &&
                 !m_open.back().insert(value.get_ref<const std::string&>()).second && m_twice.empty())
            m_twice = shown(&value);
        return true;
    }
    [[nodiscard]] bool isTooDeep() const { return m_tooDeep; }
    /// A field's name, in quotes; empty: each is there once.
    [[nodiscard]] const std::string& twice() const { return m_twice; }

private:
    bool m_tooDeep = false;
    std::vector<std::set<std::string>> m_open; ///< the names so far in each object that isn't closed
    std::string m_twice;
};

/// "application/json", in any case, and no charset but UTF-8.
bool isJson(const http::Request& request)
{
    const std::string_view type = request.header("Content-Type").value_or("");
    const std::size_t semicolon = std::min(type.size(), type.find(';'));
    const std::string_view parameters = trimmed(type.substr(std::min(type.size(), semicolon + 1)));
    return http::equalIgnoringCase(trimmed(type.substr(0, semicolon)), "application/json") &&
           (parameters.empty() || http::equalIgnoringCase(parameters, "charset=utf-8"));
}

} // namespace

const nlohmann::json* Body::find(std::string_view field) const
{
    const auto found = m_json.find(field);
    return found == m_json.end() || found->is_null() ? nullptr : &*found;
}

void Body::wrong(std::string_view field, std::string_view right)
{
    if (!m_problem)
        m_problem = badField(field, shown(find(field)), right);
}

std::string Body::text(std::string_view field, std::size_t longest)
{
    std::string value = optionalText(field, longest);
    if (value.empty())
        wrong(field, "a text of 1 to " + std::to_string(longest) + " characters");
    return value;
}

std::string Body::textOr(std::string_view field, std::size_t longest, std::string_view otherwise)
{
    return find(field) ? text(field, longest) : std::string(otherwise);
}

std::string Body::optionalText(std::string_view field, std::size_t longest)
{
    const nlohmann::json* value = find(field);
    if (!value)
        return {};
    if (value->is_string()) {
        auto text = value->get<std::string>();
        if (characters(text) <= longest && !formats::lineProblem(text))
            return formats::isBlank(text) ? std::string{} : text;
    }
    wrong(field, "a text of at most " + std::to_string(longest) + " characters in one line");
    return {};
}

std::string Body::optionalId(std::string_view field, std::size_t longest)
{
    std::string id = optionalText(field, longest);
    if (const auto problem = formats::idProblem(id); problem && !m_problem)
        m_problem =
            badField(field, shown(find(field)), "an id that can't be taken for another: it " + *problem);
    return id;
}

std::string Body::id(std::string_view field, std::size_t longest)
{
    std::string id = optionalId(field, longest);
    if (id.empty())
        wrong(field, "an id of 1 to " + std::to_string(longest) + " characters");
    return id;
}

std::vector<std::string> Body::texts(std::string_view field, std::size_t longest)
{
    const nlohmann::json* value = find(field);
    const auto isGood = [longest](const nlohmann::json& one) {
        const auto* text = one.get_ptr<const std::string*>();
        return text && !formats::isBlank(*text) && characters(*text) <= longest &&
               !formats::lineProblem(*text);
    };
    if (value && value->is_array() && value->size() <= kLongestList && std::ranges::all_of(*value, isGood))
        return value->get<std::vector<std::string>>();
    wrong(field, "a list of texts of 1 to " + std::to_string(longest) + " characters");
    return {};
}

bool Body::boolean(std::string_view field)
{
    const nlohmann::json* value = find(field);
    if (value && value->is_boolean())
        return value->get<bool>();
    wrong(field, "true or false");
    return false;
}

time::WallTime Body::instant(std::string_view field)
{
    const nlohmann::json* value = find(field);
    const auto at = value && value->is_string() ? time::parseInstant(value->get_ref<const std::string&>())
                                                : std::optional<time::WallTime>{};
    if (!at)
        wrong(field, "an instant such as \"2026-11-22T02:24:05Z\", from 1970 to 2099");
    return at.value_or(time::WallTime{});
}

bool Body::optionalBoolean(std::string_view field)
{
    const nlohmann::json* value = find(field);
    return value && !value->is_null() && boolean(field);
}

std::int64_t Body::integer(std::string_view field, std::int64_t least, std::int64_t most)
{
    const nlohmann::json* value = find(field);
    if (value && value->is_number_integer()) {
        const bool tooBig = value->is_number_unsigned() && value->get<std::uint64_t>() > INT64_MAX;
        const auto given = tooBig ? INT64_MAX : value->get<std::int64_t>();
        if (given >= least && given <= most)
            return given;
    }
    wrong(field, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

double Body::number(std::string_view field, double least, double most)
{
    const nlohmann::json* value = find(field);
    if (value && value->is_number()) {
        const auto given = value->get<double>();
        if (std::isfinite(given) && given >= least && given <= most)
            return given;
    }
    wrong(field, "a number from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

const nlohmann::json* Body::object(std::string_view field)
{
    const nlohmann::json* value = find(field);
    if (value && !value->is_object()) {
        wrong(field, "an object");
        return nullptr;
    }
    return value;
}

std::size_t Body::oneOf(std::string_view field, const std::string_view* names, std::size_t count,
                        std::optional<std::size_t> otherwise)
{
    const nlohmann::json* value = find(field);
    if (!value && otherwise)
        return *otherwise;
    if (value && value->is_string())
        for (std::size_t i = 0; i < count; ++i)
            if (value->get_ref<const std::string&>() == names[i])
                return i;
    std::string right = "one of";
    for (std::size_t i = 0; i < count; ++i)
        right += (i ? ", " : " ") + std::string(names[i]);
    wrong(field, right);
    return 0;
}

tl::expected<nlohmann::json, Problem> parseBody(const http::Request& request)
{
    if (!request.body.empty() && !isJson(request))
        return tl::unexpected(Problem{
            415, "unsupported_media_type", "Send the body with \"Content-Type: application/json\".", {}});
    BodyWatch watch;
    auto parsed = nlohmann::json::parse(request.body, std::ref(watch), false);
    if (watch.isTooDeep() || parsed.is_discarded() || !parsed.is_object())
        return tl::unexpected(
            Problem{400, "bad_json", "The body is not one JSON object in UTF-8, nested at most 8 deep.", {}});
    if (!watch.twice().empty())
        return tl::unexpected(
            Problem{400, "bad_field", "The field " + watch.twice() + " is given twice.", {}});
    return parsed;
}

std::optional<Problem> whyNoIds(const std::vector<std::string>& ids)
{
    for (const std::string& id : ids) {
        const nlohmann::json written(id);
        const auto problem =
            formats::isBlank(id) ? std::optional<std::string>{"is blank"} : formats::idProblem(id);
        if (problem)
            return Problem{400,
                           "bad_field",
                           "The path names " + shown(&written) + ", which can't be an id: it " + *problem +
                               '.',
                           {}};
    }
    return {};
}

std::optional<std::array<std::uint8_t, 16>> parseUuid(std::string_view text)
{
    if (text.size() != 36)
        return {};
    std::array<std::uint8_t, 16> bytes{};
    std::size_t nibble = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (text[i] != '-')
                return {};
            continue;
        }
        const auto digit =
            std::string_view("0123456789abcdef")
                .find(static_cast<char>(text[i] >= 'A' && text[i] <= 'F' ? text[i] + 32 : text[i]));
        if (digit == std::string_view::npos)
            return {};
        bytes[nibble / 2] = static_cast<std::uint8_t>(bytes[nibble / 2] << 4U | digit);
        ++nibble;
    }
    return bytes;
}

} // namespace starqueue::hall
