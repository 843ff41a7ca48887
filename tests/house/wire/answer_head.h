#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace starqueue::house {

/// What stands before an answer's body.
struct AnswerHead
{
    int status = 0;
    std::string contentType;
    std::optional<std::size_t> length; ///< of the body; none: it goes on until the connection ends
    bool keepsAlive = true;
    std::size_t bytes = 0; ///< of the head itself, up to the body
};

/// The head at the beginning of `received`. Empty: it isn't whole yet.
[[nodiscard]] std::optional<AnswerHead> headOf(std::string_view received);

/// The same; the head is taken off.
[[nodiscard]] std::optional<AnswerHead> takeHead(std::string& received);

} // namespace starqueue::house
