#include <hall/api/request/problem.h>

#include <formats/words.h>

#include <nlohmann/json.hpp>

#include <array>

namespace starqueue::hall {

namespace {

struct Meaning
{
    queue::RefusalCode refusal;
    int status;
    const char* code;
};

using queue::RefusalCode;

constexpr std::array kMeanings{
    Meaning{RefusalCode::UnknownTicket, 404, "not_found"},
    Meaning{RefusalCode::UnknownService, 404, "not_found"},
    Meaning{RefusalCode::UnknownCounter, 404, "not_found"},
    Meaning{RefusalCode::UnknownPrintJob, 404, "not_found"},
    Meaning{RefusalCode::UnknownSession, 404, "not_found"},
    Meaning{RefusalCode::CounterClosed, 409, "counter_closed"},
    Meaning{RefusalCode::CounterOpen, 409, "counter_open"},
    Meaning{RefusalCode::CounterPaused, 409, "counter_paused"},
    Meaning{RefusalCode::CounterBusy, 409, "counter_busy"},
    Meaning{RefusalCode::CounterIdle, 409, "counter_idle"},
    Meaning{RefusalCode::TicketState, 409, "ticket_state"},
    Meaning{RefusalCode::NobodyWaits, 409, "nobody_waits"}, // not told: it is 204
    Meaning{RefusalCode::NotEligible, 409, "not_eligible"},
    Meaning{RefusalCode::ServiceClosed, 409, "service_closed"},
    Meaning{RefusalCode::DayClosed, 409, "day_closed"},
    Meaning{RefusalCode::DayOpen, 409, "day_open"},
    Meaning{RefusalCode::DateNotLater, 409, "date_not_later"},
    Meaning{RefusalCode::JobState, 409, "job_state"},
    Meaning{RefusalCode::SessionClosed, 409, "session_closed"},
    Meaning{RefusalCode::AlreadyWaiting, 409, "already_waiting"},
    Meaning{RefusalCode::LimitReached, 409, "limit_reached"},
    Meaning{RefusalCode::NumberTaken, 409, "number_taken"},
    Meaning{RefusalCode::HallClosed, 409, "hall_closed"},
    Meaning{RefusalCode::NothingToUndo, 409, "nothing_to_undo"},
    Meaning{RefusalCode::UndoConflict, 409, "undo_conflict"},
    Meaning{RefusalCode::Changed, 409, "changed"},
    Meaning{RefusalCode::ConfirmNeeded, 409, "confirm_needed"},
    Meaning{RefusalCode::AfterDayChange, 409, "after_day_change"},
    Meaning{RefusalCode::BadValue, 400, "bad_field"},
    Meaning{RefusalCode::UnknownDevice, 404, "not_found"},
    Meaning{RefusalCode::ClerkElsewhere, 409, "clerk_elsewhere"},
    Meaning{RefusalCode::OutcomeNeeded, 409, "outcome_needed"},
    Meaning{RefusalCode::ReferenceNeeded, 409, "reference_needed"},
    Meaning{RefusalCode::NotServed, 409, "not_served"},
    Meaning{RefusalCode::PanelFirst, 409, "panel_first"},
    Meaning{RefusalCode::AlreadyRated, 409, "already_rated"},
    Meaning{RefusalCode::NotRated, 409, "not_rated"},
    Meaning{RefusalCode::AlreadyExplained, 409, "already_explained"},
    Meaning{RefusalCode::RatingOver, 409, "rating_over"},
    Meaning{RefusalCode::TooEarly, 409, "too_early"},
};

consteval bool eachRefusalHasItsMeaning()
{
    for (std::size_t i = 0; i < kMeanings.size(); ++i)
        if (kMeanings[i].refusal != static_cast<RefusalCode>(i))
            return false;
    return !formats::isEnumerator<static_cast<RefusalCode>(kMeanings.size())>();
}
static_assert(eachRefusalHasItsMeaning(), "in the order of the enum");

std::string_view titleOf(int status)
{
    switch (status) {
    case 400:
        return "Bad request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not found";
    case 405:
        return "Method not allowed";
    case 409:
        return "Conflict";
    case 415:
        return "Unsupported media type";
    case 422:
        return "Unprocessable";
    case 429:
        return "Too many requests";
    case 503:
        return "Service unavailable";
    case 507:
        return "Insufficient storage";
    default:
        return "Problem";
    }
}

} // namespace

std::string toJson(const Problem& problem)
{
    nlohmann::json document{{"type", "about:blank"},
                            {"title", titleOf(problem.status)},
                            {"status", problem.status},
                            {"code", problem.code},
                            {"detail", problem.detail}};
    if (!problem.state.empty())
        document["state"] = problem.state;
    if (!problem.opensAt.empty())
        document["opensAt"] = problem.opensAt;
    if (!problem.possibleAt.empty())
        document["possibleAt"] = problem.possibleAt;
    if (problem.progress)
        document["progress"] = {{"done", problem.progress->done}, {"of", problem.progress->of}};
    return document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Problem problemOf(const queue::Refusal& refusal)
{
    const Meaning& meaning = kMeanings.at(static_cast<std::size_t>(refusal.code));
    return {meaning.status, meaning.code, refusal.detail, refusal.state};
}

Problem problemOf(const db::Denied& denied)
{
    if (denied.why == db::Denied::Why::TooOften)
        return {429, "limit_reached", denied.detail, {}};
    if (denied.why == db::Denied::Why::WrongPin)
        return {403, "pin_refused", denied.detail, {}};
    return {403, "forbidden", denied.detail, {}};
}

Problem unreadableRecords()
{
    return {503,
            "unavailable",
            "The hall can't read its records now: \"starqueue verify\" says what is damaged.",
            {}};
}

Problem storageFull()
{
    return {
        507,
        "storage_full",
        "The hall's disk is full or can't be written: make room on it or, if it is mounted read-only, "
        "mount it for writing, and start the hall again. Until then commands are refused; nothing is lost.",
        {}};
}

Problem requestIdReused()
{
    return {422,
            "request_id_reused",
            "This requestId came before with another body. Make a new requestId for each new intent.",
            {}};
}

Problem wrongOrigin()
{
    return {
        403,
        "wrong_origin",
        "A session's commands come from this hall's own pages: with the header Origin (or Sec-Fetch-Site) of "
        "the same host. A program sends a token.",
        {}};
}

Problem methodNotAllowed(std::string_view method, std::string_view allow)
{
    return {405,
            "method_not_allowed",
            std::string(method) + " isn't possible here, only " + std::string(allow) + ".",
            {},
            {},
            std::string(allow)};
}

Problem stillCounting(std::uint64_t at, std::uint64_t last)
{
    constexpr std::uint64_t kLinesASecond = 100'000;
    Problem problem{503,
                    "still_counting",
                    "The reports are still being counted, at line " + std::to_string(at) + " of " +
                        std::to_string(last) + " of the journal. Ask again soon; nothing is lost.",
                    {}};
    problem.retryAfter = std::chrono::seconds{1 + (last - at) / kLinesASecond};
    problem.progress = Progress{at, last};
    return problem;
}

Problem otherLife(const std::string& event, const std::string& life)
{
    return {409,
            "other_life",
            "Event " + event +
                " is of another life of this hall, which was restored from a backup; it is now in " +
                "life " + life + ". Forget what you know, fetch /board and follow from its seq.",
            {}};
}

Problem counterInUse(const std::string& counter)
{
    return {
        409,
        "counter_in_use",
        "Counter " + counter +
            " is worked from another window: close that one, or take the counter over (POST /heartbeat with "
            "takesOver).",
        {}};
}

Problem badField(std::string_view field, std::string_view value, std::string_view right)
{
    return {400,
            "bad_field",
            "Field \"" + std::string(field) + "\" is " + std::string(value) + "; it takes " +
                std::string(right) + ".",
            {}};
}

} // namespace starqueue::hall
