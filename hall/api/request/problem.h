#pragma once

#include <db/writer/denied.h>
#include <queue/model/refusal.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace starqueue::hall {

/// So much of the work is done.
struct Progress
{
    std::uint64_t done;
    std::uint64_t of;
};

/// An error response as application/problem+json (RFC 9457).
struct Problem
{
    int status = 400;
    std::string code;      ///< stable; for programs
    std::string detail;    ///< a sentence for people: what was wrong, with which value, what to do
    std::string state;     ///< the state that forbids it, if any
    std::string opensAt{}; ///< outside the opening hours: the next opening; RFC 3339
    std::string allow{};   ///< of 405: the methods that are possible, as the header Allow has them
    std::chrono::seconds retryAfter{1}; ///< with 503
    std::optional<Progress> progress{}; ///< of the work that must be done first
    std::string possibleAt{};           ///< of what is too early: when it becomes possible; RFC 3339
};

/// The JSON body; "title" is the status in words.
[[nodiscard]] std::string toJson(const Problem& problem);

/// Maps a refusal to HTTP. Not for NobodyWaits, which is answered 204.
[[nodiscard]] Problem problemOf(const queue::Refusal& refusal);

/// 403 or 429.
[[nodiscard]] Problem problemOf(const db::Denied& denied);

/// 422: the requestId came before with something else to say.
[[nodiscard]] Problem requestIdReused();
/// 403: the session's cookie came from another site's page, or from no page.
[[nodiscard]] Problem wrongOrigin();
/// 405.
[[nodiscard]] Problem methodNotAllowed(std::string_view method, std::string_view allow);
/// 503: the reports have come to line `at` of the journal, whose last is `last`.
[[nodiscard]] Problem stillCounting(std::uint64_t at, std::uint64_t last);

// What storage errors say names files: it is for the log and for the staff.
/// 503: the hall can't read what it needs for the answer.
[[nodiscard]] Problem unreadableRecords();
/// 507.
[[nodiscard]] Problem storageFull();

/// 409: another window works that counter.
[[nodiscard]] Problem counterInUse(const std::string& counter);

/// 409: the event is of another life than the hall's.
[[nodiscard]] Problem otherLife(const std::string& event, const std::string& life);

[[nodiscard]] Problem badField(std::string_view field, std::string_view value, std::string_view right);

} // namespace starqueue::hall
