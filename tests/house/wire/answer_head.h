#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace starqueue::house {

/// What stands before an answer's body.
struct AnswerHead
{
    int status = 0;
    std::string contentType;
    std::optional<std::size_t> length; ///< of the body; none: it goes on until the connection ends
    bool keepsAlive = true;
};

/// The head at the beginning of `received`, which is taken off. Empty: it isn't whole yet.
[[nodiscard]] std::optional<AnswerHead> takeHead(std::string& received);

} // namespace starqueue::house
