#pragma once

#include <string>
#include <string_view>

namespace starqueue::test {

/// `settings` of a hall with the address of its tickets' pages, if they are the default ones, which have
/// none.
inline std::string withPhonePages(std::string settings)
{
    constexpr std::string_view kNone = "# public_url = \"https://q.example.com\"";
    if (const std::size_t at = settings.find(kNone); at != std::string::npos)
        settings.replace(at, kNone.size(), "public_url = \"http://127.0.0.1:8470\"");
    return settings;
}

} // namespace starqueue::test
