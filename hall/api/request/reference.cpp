#include <hall/api/request/reference.h>

#include <algorithm>
#include <string_view>

namespace starqueue::hall {

namespace {

constexpr std::size_t kLongestReference = 64;
constexpr std::string_view kAllowedMarks = "._-/:#";
constexpr std::string_view kRightReference =
    "a number of another system: at most 64 letters, digits and . _ - / : #";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isOfReference(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           kAllowedMarks.find(c) != std::string_view::npos;
}

/// A Chinese mobile phone's number, or that of an identity card of the second generation (GB 11643).
bool looksPersonal(std::string_view text)
{
    const auto digits = static_cast<std::size_t>(std::ranges::find_if_not(text, isDigit) - text.begin());
    const bool isPhone = text.size() == 11 && digits == 11 && text[0] == '1' && text[1] >= '3';
    const bool isCard = text.size() == 18 && digits >= 17 && (digits == 18 || (text[17] | 0x20) == 'x') &&
                        (text.substr(6, 2) == "19" || text.substr(6, 2) == "20");
    return isPhone || isCard;
}

std::optional<Problem> wrongIn(std::string_view field, std::string_view text)
{
    if (!std::ranges::all_of(text, isOfReference))
        return badField(field, "written otherwise", kRightReference);
    if (looksPersonal(text))
        return badField(field, "like a person's phone or identity number",
                        "the number of a case or an item, never of a person");
    return {};
}

} // namespace

tl::expected<queue::Reference, Problem> referenceIn(Body& body)
{
    const nlohmann::json* const given = body.object("reference");
    if (!given || body.problem())
        return queue::Reference{};
    Body fields(*given);
    queue::Reference reference{fields.optionalText("case", kLongestReference),
                               fields.optionalText("item", kLongestReference)};
    if (fields.problem())
        return tl::unexpected(*fields.problem());
    for (const auto& [field, text] :
         {std::pair{"reference.case", &reference.caseNumber}, std::pair{"reference.item", &reference.item}})
        if (auto problem = wrongIn(field, *text))
            return tl::unexpected(std::move(*problem));
    return reference;
}

} // namespace starqueue::hall
