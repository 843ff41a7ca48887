#pragma once

#include <house/hall/hall_program.h>

#include <client/hall_client.h>

#include <QString>

#include <nlohmann/json.hpp>

#include <functional>
#include <string>

namespace starqueue::house {

/// A command with its requestId, and the whole answer to it.
struct AnsweredCommand
{
    QString path; ///< below /api/v1
    nlohmann::json asked;
    int status = 0;
    nlohmann::json answer;
};

/// The hall as a program with the token `name` reaches it, over a LineNetwork. Tells "NAME answered" of each
/// command that was, as Client does, and then `heard`.
[[nodiscard]] client::HallAddress addressOf(House& house, HallProgram& hall, const std::string& name,
                                            std::function<void(const AnsweredCommand&)> heard = {});

} // namespace starqueue::house
