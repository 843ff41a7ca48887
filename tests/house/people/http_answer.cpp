#include <house/people/http_answer.h>

#include <charconv>

namespace starqueue::house {

namespace {

constexpr std::string_view kEnd = "\r\n\r\n";

template <class Number> Number numberAt(std::string_view text)
{
    Number number{};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::size_t lengthIn(std::string_view head)
{
    constexpr std::string_view kName = "\r\nContent-Length: ";
    const auto at = head.find(kName);
    return at == head.npos ? 0 : numberAt<std::size_t>(head.substr(at + kName.size()));
}

int statusIn(std::string_view head)
{
    constexpr std::string_view kVersion = "HTTP/1.1 ";
    return head.starts_with(kVersion) ? numberAt<int>(head.substr(kVersion.size())) : 0;
}

} // namespace

std::optional<Answer> takeAnswer(std::string& received)
{
    const auto end = received.find(kEnd);
    if (end == received.npos)
        return std::nullopt;
    const std::string_view head = std::string_view{received}.substr(0, end);
    const std::size_t whole = end + kEnd.size() + lengthIn(head);
    if (received.size() < whole)
        return std::nullopt;
    const std::string body = received.substr(end + kEnd.size(), whole - end - kEnd.size());
    Answer answer{statusIn(head), nlohmann::json::parse(body, nullptr, false)};
    received.erase(0, whole);
    return answer;
}

std::optional<int> takeHead(std::string& received)
{
    const auto end = received.find(kEnd);
    if (end == received.npos)
        return std::nullopt;
    const int status = statusIn(received);
    received.erase(0, end + kEnd.size());
    return status;
}

} // namespace starqueue::house
