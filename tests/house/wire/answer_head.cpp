#include <house/wire/answer_head.h>

#include <charconv>
#include <string_view>

namespace starqueue::house {

namespace {

constexpr std::string_view kEnd = "\r\n\r\n";
constexpr std::string_view kVersion = "HTTP/1.1 ";
constexpr int kNoContent = 204;

template <class Number> Number numberAt(std::string_view text)
{
    Number number{};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// As the hall spells its names; empty: the head has no such field.
std::string_view fieldOf(std::string_view head, const std::string& name)
{
    const auto at = head.find("\r\n" + name + ": ");
    if (at == head.npos)
        return {};
    const auto value = head.substr(at + name.size() + 4);
    return value.substr(0, value.find("\r\n"));
}

AnswerHead parsed(std::string_view head)
{
    AnswerHead answer;
    answer.status = head.starts_with(kVersion) ? numberAt<int>(head.substr(kVersion.size())) : 0;
    answer.contentType = fieldOf(head, "Content-Type");
    answer.keepsAlive = fieldOf(head, "Connection") != "close";
    if (const auto length = fieldOf(head, "Content-Length"); !length.empty())
        answer.length = numberAt<std::size_t>(length);
    else if (answer.status == kNoContent)
        answer.length = 0;
    return answer;
}

} // namespace

std::optional<AnswerHead> headOf(std::string_view received)
{
    const auto end = received.find(kEnd);
    if (end == received.npos)
        return std::nullopt;
    AnswerHead head = parsed(received.substr(0, end));
    head.bytes = end + kEnd.size();
    return head;
}

std::optional<AnswerHead> takeHead(std::string& received)
{
    const auto head = headOf(received);
    if (head)
        received.erase(0, head->bytes);
    return head;
}

} // namespace starqueue::house
