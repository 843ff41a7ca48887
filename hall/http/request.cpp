#include <hall/http/request.h>

#include <algorithm>

namespace starqueue::hall::http {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

} // namespace

bool equalIgnoringCase(std::string_view left, std::string_view right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

bool isRead(const Request& request)
{
    return request.method == "GET" || request.method == "HEAD";
}

std::optional<std::string_view> Request::header(std::string_view name) const
{
    for (const Field& field : headers) {
        if (equalIgnoringCase(field.name, name))
            return field.value;
    }
    return std::nullopt;
}

std::optional<std::string_view> Request::parameter(std::string_view name) const
{
    for (const Field& field : query) {
        if (field.name == name)
            return field.value;
    }
    return std::nullopt;
}

} // namespace starqueue::hall::http
