#pragma once

#include <hall/api/request/problem.h>
#include <hall/http/request.h>

#include <queue/schema/words.h>
#include <time/wall_time.h>

#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace starqueue::hall {

/// Reads the fields of a command's JSON body and keeps the first problem.
///
/// Each getter returns a usable value even when the field is missing or invalid; check problem() once, after
/// all fields were read.
class Body
{
public:
    explicit Body(const nlohmann::json& parsed) : m_json(parsed) {}

    /// A required text of at most `longest` characters, not of blanks alone.
    std::string text(std::string_view field, std::size_t longest = 200);
    /// A text of at most `longest` characters; missing, null or nothing but blanks gives an empty one.
    std::string optionalText(std::string_view field, std::size_t longest = 200);
    /// What people type to name somebody, such as a clerk's number, so that no two look alike; see
    /// formats::idProblem().
    std::string id(std::string_view field, std::size_t longest);
    /// Missing or null gives an empty one.
    std::string optionalId(std::string_view field, std::size_t longest);
    /// A text of 1 to `longest` characters; missing or null gives `otherwise`, which an empty one doesn't.
    std::string textOr(std::string_view field, std::size_t longest, std::string_view otherwise);
    /// A required list of at most 100 texts of 1 to `longest` characters.
    std::vector<std::string> texts(std::string_view field, std::size_t longest);
    bool boolean(std::string_view field);
    time::WallTime instant(std::string_view field);
    /// Missing or null gives false.
    bool optionalBoolean(std::string_view field);
    std::int64_t integer(std::string_view field, std::int64_t least, std::int64_t most);
    double number(std::string_view field, double least, double most);
    /// The object in `field`, null if there is none.
    const nlohmann::json* object(std::string_view field);

    /// The index in `names`; missing or null gives `otherwise`, or a problem if that is empty.
    template <std::size_t N>
    std::size_t oneOf(std::string_view field, const std::array<std::string_view, N>& names,
                      std::optional<std::size_t> otherwise = {})
    {
        return oneOf(field, names.data(), N, otherwise);
    }

    /// The value whose word stands there; missing or null as with oneOf().
    template <class Enum> Enum word(std::string_view field, std::optional<Enum> otherwise = {})
    {
        const auto place = otherwise ? std::optional{static_cast<std::size_t>(*otherwise)} : std::nullopt;
        return static_cast<Enum>(oneOf(field, queue::wordsOf<Enum>(), place));
    }
    /// As word(), without the word in whose place null is shown.
    template <class Enum> Enum shownWord(std::string_view field)
    {
        constexpr auto kShown = queue::shownWordsOf<Enum>();
        return *queue::withWord<Enum>(kShown[oneOf(field, kShown)]);
    }

    [[nodiscard]] const std::optional<Problem>& problem() const { return m_problem; }

private:
    const nlohmann::json* find(std::string_view field) const;
    void wrong(std::string_view field, std::string_view right);
    std::size_t oneOf(std::string_view field, const std::string_view* names, std::size_t count,
                      std::optional<std::size_t> otherwise);

    const nlohmann::json& m_json;
    std::optional<Problem> m_problem;
};

/// Parses a request's body as a JSON object. Rejects another content type (415: what a form of another site's
/// page could send), anything else than an object, nesting deeper than 8, and a field that is given twice, by
/// name.
[[nodiscard]] tl::expected<nlohmann::json, Problem> parseBody(const http::Request& request);

/// 400: one of these parts of a path can't be an id, as idProblem() of formats/ has it, or nothing of it is
/// seen.
[[nodiscard]] std::optional<Problem> whyNoIds(const std::vector<std::string>& ids);

/// Parses a UUID in its usual text form; empty: invalid.
[[nodiscard]] std::optional<std::array<std::uint8_t, 16>> parseUuid(std::string_view text);

} // namespace starqueue::hall
