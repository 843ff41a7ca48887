#pragma once

#include <hall/api/request/problem.h>
#include <hall/http/request.h>

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace starqueue::hall {

/// Refuses a body (an object) with a field that isn't in `allowed`: the refusal names it and the nearest one
/// that is. `allowed` are names between spaces; "press.uid" is a field of the object "press", and an object
/// none of whose fields are listed may hold anything. "requestId" is always allowed.
[[nodiscard]] std::optional<Problem> unknownField(const nlohmann::json& body, std::string_view allowed);

/// The mark of a parameter of the query among the names of unknownField(): "date ?preview".
constexpr char kParameterMark = '?';

/// Refuses a query with a parameter that isn't in `allowed`, likewise.
[[nodiscard]] std::optional<Problem> unknownParameter(const std::vector<http::Field>& query,
                                                      std::string_view allowed);

} // namespace starqueue::hall
