#include <db/users/factor.h>

#include <charconv>

namespace starqueue::db {

namespace {

constexpr char kBetween = ' ';
constexpr char kInList = ',';
constexpr std::size_t kParts = 5; // the hash, and the factor's four

std::vector<std::string_view> partsOf(std::string_view text, char between)
{
    std::vector<std::string_view> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const auto end = std::min(text.find(between, from), text.size());
        parts.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return parts;
}

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && stop == end ? std::optional{number} : std::nullopt;
}

std::optional<std::vector<std::int64_t>> stepsIn(std::string_view text)
{
    std::vector<std::int64_t> steps;
    if (text.empty())
        return steps;
    for (const std::string_view part : partsOf(text, kInList)) {
        const auto step = wholeNumber(part);
        if (!step)
            return std::nullopt;
        steps.push_back(*step);
    }
    return steps;
}

std::vector<std::string> hashesIn(std::string_view text)
{
    std::vector<std::string> hashes;
    if (!text.empty())
        for (const std::string_view part : partsOf(text, kInList))
            hashes.emplace_back(part);
    return hashes;
}

} // namespace

std::string withFactor(const std::string& hash, const std::optional<Factor>& factor)
{
    if (!factor)
        return hash;
    std::string used;
    for (const std::int64_t step : factor->used)
        used.append(used.empty() ? "" : ",").append(std::to_string(step));
    std::string recovery;
    for (const std::string& one : factor->recovery)
        recovery.append(recovery.empty() ? "" : ",").append(one);
    return hash + kBetween + factor->sealed + kBetween + std::to_string(factor->drift) + kBetween + used +
           kBetween + recovery;
}

std::pair<std::string, std::optional<Factor>> splitFactor(std::string_view column)
{
    const auto parts = partsOf(column, kBetween);
    const auto drift = parts.size() == kParts ? wholeNumber(parts[2]) : std::nullopt;
    const auto used = parts.size() == kParts ? stepsIn(parts[3]) : std::nullopt;
    if (!drift || !used)
        return {std::string{column}, std::nullopt};
    return {std::string{parts[0]}, Factor{std::string{parts[1]}, *drift, *used, hashesIn(parts[4])}};
}

} // namespace starqueue::db
