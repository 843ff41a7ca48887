#include <db/crypto/summed_text.h>

#include <db/crypto/hashing.h>

namespace starqueue::db {

std::string withSum(std::string_view title, std::string_view body)
{
    std::string text{title};
    text.append("\n").append(hexOf(hashOf(body))).append("\n").append(body);
    return text;
}

std::optional<std::string> bodyWithSum(std::string_view title, std::string_view text)
{
    const auto sumAt = title.size() + 1;
    const auto sumEnd = text.find('\n', sumAt);
    if (sumEnd == std::string_view::npos)
        return std::nullopt;
    std::string body{text.substr(sumEnd + 1)};
    return withSum(title, body) == text ? std::optional{std::move(body)} : std::nullopt;
}

} // namespace starqueue::db
