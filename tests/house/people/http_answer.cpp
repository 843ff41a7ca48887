#include <house/people/http_answer.h>

#include <house/wire/answer_head.h>

namespace starqueue::house {

std::optional<Answer> takeAnswer(std::string& received)
{
    std::string rest = received;
    const auto head = takeHead(rest);
    const std::size_t length = head ? head->length.value_or(0) : 0;
    if (!head || rest.size() < length)
        return std::nullopt;
    Answer answer{head->status, nlohmann::json::parse(rest.substr(0, length), nullptr, false)};
    received = rest.substr(length);
    return answer;
}

} // namespace starqueue::house
