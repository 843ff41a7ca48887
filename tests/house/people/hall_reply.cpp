#include <house/people/hall_reply.h>

#include <house/wire/answer_head.h>

namespace starqueue::house {

std::optional<HallReply> takeReply(std::string& received)
{
    std::string rest = received;
    const auto head = takeHead(rest);
    const std::size_t length = head ? head->length.value_or(0) : 0;
    if (!head || rest.size() < length)
        return std::nullopt;
    HallReply answer{head->status, nlohmann::json::parse(rest.substr(0, length), nullptr, false)};
    received = rest.substr(length);
    return answer;
}

} // namespace starqueue::house
