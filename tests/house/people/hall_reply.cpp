#include <house/people/hall_reply.h>

#include <house/record/json_text.h>
#include <house/wire/answer_head.h>

namespace starqueue::house {

std::optional<HallReply> takeReply(std::string& received)
{
    const auto head = headOf(received);
    const std::size_t length = head ? head->length.value_or(0) : 0;
    if (!head || received.size() - head->bytes < length)
        return std::nullopt;
    HallReply answer{head->status, {}, received.substr(head->bytes, length)};
    answer.body = parsedJson(answer.text);
    received.erase(0, head->bytes + length);
    return answer;
}

} // namespace starqueue::house
