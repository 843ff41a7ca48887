#pragma once

#include <client/api/words.h>

#include <set>

namespace starqueue::client::api {

/// What the caller may do with a counter or a ticket now. The word is the last element of the command's
/// path, below /counters/{id} or /tickets/{id}.
enum class May {
    Nothing,
    Next,
    Call,
    Recall,
    Start,
    Finish,
    NoShow,
    Park,
    Unpark,
    Transfer,
    Verify,
    Handover,
    Help,
    Undo,
    Open,
    Close,
    Pause,
    Resume,
    Cancel,
    Requeue,
    Move,
    Identify,
    Statutory,
    Reprint,
};
template <>
inline constexpr std::array kWords<May>{
    Word{May::Next, "next"},           Word{May::Call, "call"},         Word{May::Recall, "recall"},
    Word{May::Start, "start"},         Word{May::Finish, "finish"},     Word{May::NoShow, "no-show"},
    Word{May::Park, "park"},           Word{May::Unpark, "unpark"},     Word{May::Transfer, "transfer"},
    Word{May::Verify, "verify"},       Word{May::Handover, "handover"}, Word{May::Help, "help"},
    Word{May::Undo, "undo"},           Word{May::Open, "open"},         Word{May::Close, "close"},
    Word{May::Pause, "pause"},         Word{May::Resume, "resume"},     Word{May::Cancel, "cancel"},
    Word{May::Requeue, "requeue"},     Word{May::Move, "move"},         Word{May::Identify, "identify"},
    Word{May::Statutory, "statutory"}, Word{May::Reprint, "reprint"}};

using MaySet = std::set<May>;

} // namespace starqueue::client::api
