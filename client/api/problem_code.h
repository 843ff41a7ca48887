#pragma once

#include <formats/words.h>

namespace starqueue::client::api {

/// Why the hall refuses a request: the `code` of its problem. None: it is no problem, or of a newer hall.
enum class ProblemCode {
    None,
    BadJson,
    BadField,
    UnknownField,
    RequestIdMissing,
    BadRequest,
    BadPassword,
    Unauthorized,
    LoginRefused,
    Forbidden,
    WrongOrigin,
    PinRefused,
    PasswordChangeNeeded,
    NotFound,
    HallRestored,
    MethodNotAllowed,
    Timeout,
    LengthRequired,
    TooLarge,
    UnsupportedMediaType,
    HeaderTooLarge,
    Expectation,
    HttpVersion,
    UserExists,
    OwnUser,
    PinOrPassword,
    CounterClosed,
    CounterOpen,
    CounterPaused,
    CounterBusy,
    CounterIdle,
    TicketState,
    NotEligible,
    ServiceClosed,
    DayClosed,
    DayOpen,
    DateNotLater,
    JobState,
    SessionClosed,
    AlreadyWaiting,
    NothingToUndo,
    UndoConflict,
    Changed,
    ConfirmNeeded,
    SeqUnknown,
    OtherLife,
    HallClosed,
    NumberTaken,
    LimitReached,
    TooMany,
    RequestIdReused,
    Internal,
    Unavailable,
    StillCounting,
    StorageFull,
};
inline constexpr formats::Word<ProblemCode> kProblemWords[] = {
    {ProblemCode::BadJson, "bad_json"},
    {ProblemCode::BadField, "bad_field"},
    {ProblemCode::UnknownField, "unknown_field"},
    {ProblemCode::RequestIdMissing, "request_id_missing"},
    {ProblemCode::BadRequest, "bad_request"},
    {ProblemCode::BadPassword, "bad_password"},
    {ProblemCode::Unauthorized, "unauthorized"},
    {ProblemCode::LoginRefused, "login_refused"},
    {ProblemCode::Forbidden, "forbidden"},
    {ProblemCode::WrongOrigin, "wrong_origin"},
    {ProblemCode::PinRefused, "pin_refused"},
    {ProblemCode::PasswordChangeNeeded, "password_change_needed"},
    {ProblemCode::NotFound, "not_found"},
    {ProblemCode::HallRestored, "hall_restored"},
    {ProblemCode::MethodNotAllowed, "method_not_allowed"},
    {ProblemCode::Timeout, "timeout"},
    {ProblemCode::LengthRequired, "length_required"},
    {ProblemCode::TooLarge, "too_large"},
    {ProblemCode::UnsupportedMediaType, "unsupported_media_type"},
    {ProblemCode::HeaderTooLarge, "header_too_large"},
    {ProblemCode::Expectation, "expectation"},
    {ProblemCode::HttpVersion, "http_version"},
    {ProblemCode::UserExists, "user_exists"},
    {ProblemCode::OwnUser, "own_user"},
    {ProblemCode::PinOrPassword, "pin_or_password"},
    {ProblemCode::CounterClosed, "counter_closed"},
    {ProblemCode::CounterOpen, "counter_open"},
    {ProblemCode::CounterPaused, "counter_paused"},
    {ProblemCode::CounterBusy, "counter_busy"},
    {ProblemCode::CounterIdle, "counter_idle"},
    {ProblemCode::TicketState, "ticket_state"},
    {ProblemCode::NotEligible, "not_eligible"},
    {ProblemCode::ServiceClosed, "service_closed"},
    {ProblemCode::DayClosed, "day_closed"},
    {ProblemCode::DayOpen, "day_open"},
    {ProblemCode::DateNotLater, "date_not_later"},
    {ProblemCode::JobState, "job_state"},
    {ProblemCode::SessionClosed, "session_closed"},
    {ProblemCode::AlreadyWaiting, "already_waiting"},
    {ProblemCode::NothingToUndo, "nothing_to_undo"},
    {ProblemCode::UndoConflict, "undo_conflict"},
    {ProblemCode::Changed, "changed"},
    {ProblemCode::ConfirmNeeded, "confirm_needed"},
    {ProblemCode::SeqUnknown, "seq_unknown"},
    {ProblemCode::OtherLife, "other_life"},
    {ProblemCode::HallClosed, "hall_closed"},
    {ProblemCode::NumberTaken, "number_taken"},
    {ProblemCode::LimitReached, "limit_reached"},
    {ProblemCode::TooMany, "too_many"},
    {ProblemCode::RequestIdReused, "request_id_reused"},
    {ProblemCode::Internal, "internal"},
    {ProblemCode::Unavailable, "unavailable"},
    {ProblemCode::StillCounting, "still_counting"},
    {ProblemCode::StorageFull, "storage_full"}};
consteval auto spelling(ProblemCode)
{
    return formats::spelled<ProblemCode, ProblemCode::BadJson>(kProblemWords);
}

/// Which limit LimitReached is about; None: another one. The `state` of that problem.
enum class IssueLimit { None, SoldOut, IdentityLimit, KioskBusy };
consteval auto spelling(IssueLimit)
{
    using enum IssueLimit;
    return formats::spelled<IssueLimit, SoldOut>(
        {{SoldOut, "sold_out"}, {IdentityLimit, "identity_limit"}, {KioskBusy, "kiosk_busy"}});
}

} // namespace starqueue::client::api
