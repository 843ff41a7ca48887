#pragma once

#include <db/writer/denied.h>
#include <queue/model/refusal.h>

#include <string>
#include <string_view>

namespace starqueue::hall {

/// What a client did wrong or can't have now, as application/problem+json (RFC 9457).
struct Problem
{
    int status = 400;
    std::string code;      ///< stable; clients decide by it
    std::string detail;    ///< a sentence for people: what was wrong, which value, what to do
    std::string state;     ///< the state that forbids it, if one does
    std::string opensAt{}; ///< outside the opening hours: when they begin next; RFC 3339
};

/// The problem's JSON body; "title" is the status in words.
[[nodiscard]] std::string toJson(const Problem& problem);

/// A refusal of the rules in HTTP's words. Not for NobodyWaits, which is no problem but a 204.
[[nodiscard]] Problem problemOf(const queue::Refusal& refusal);

/// 403.
[[nodiscard]] Problem problemOf(const db::Denied& denied);

[[nodiscard]] Problem badField(std::string_view field, std::string_view value, std::string_view right);

} // namespace starqueue::hall
