#pragma once

#include <concepts>

namespace starqueue::queue {

/// The form in which a day is journalled. Programs of one form read each other's days. A day keeps the form
/// of the program that opened it, so that an older one, put back within that day, loses nothing: what came
/// with a later form isn't written before the next day. A day of a later form than a program's own is
/// refused as a newer program's.
///
/// 2: hall_act_undone, and promises of which nothing is known.
/// 3: counter_services_set, ticket_postponed, ticket_returned and ticket_rated_late; references; a call
/// undone leaves all as it was; promises_calibrated by half-hour; short hashes of what requests say.
/// 4: step_undone; a call undone gives credits and paper back; hall_act_undone says what it was done to; a
/// message can be taken back; cases with the dates by which they are due.
/// 5: rating_explained; a transfer says to which clerk; print_job_paper, device_tested and device_asked; what
/// devices and print jobs keep for them.
/// 6: slip_created.
inline constexpr int kFirstFormat = 1;
inline constexpr int kFormat = 6;
inline constexpr int kSinceUnknownPromises = 2;
inline constexpr int kSinceExactUndo = 3;
inline constexpr int kSinceReferences = 3;
inline constexpr int kSinceShortBodies = 3;
inline constexpr int kSinceHalfHours = 3;
inline constexpr int kSinceStepUndo = 4;
inline constexpr int kSinceActSubjects = 4;
inline constexpr int kSinceMessageUndo = 4;
inline constexpr int kSinceCaseDates = 4;
inline constexpr int kSinceRatingReasons = 5;
inline constexpr int kSincePaper = 5;
inline constexpr int kSinceDeviceTests = 5;
inline constexpr int kSinceBoundClerks = 5;
inline constexpr int kSinceSlips = 6;

/// The form with which an event came: its `kSince`, else the first.
template <class E> consteval int formatOf()
{
    if constexpr (requires {
                      {
                          E::kSince
                          } -> std::convertible_to<int>;
                  })
        return E::kSince;
    else
        return kFirstFormat;
}

} // namespace starqueue::queue
