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
    Profile,
    Services,
    WalkIn,
    Cancel,
    Requeue,
    Move,
    Identify,
    Statutory,
    Reprint,
    Postpone,
};
consteval auto spelling(May)
{
    return formats::spelled<May, May::Next>(
        {{May::Next, "next"},           {May::Call, "call"},         {May::Recall, "recall"},
         {May::Start, "start"},         {May::Finish, "finish"},     {May::NoShow, "no-show"},
         {May::Park, "park"},           {May::Unpark, "unpark"},     {May::Transfer, "transfer"},
         {May::Verify, "verify"},       {May::Handover, "handover"}, {May::Help, "help"},
         {May::Undo, "undo"},           {May::Open, "open"},         {May::Close, "close"},
         {May::Pause, "pause"},         {May::Resume, "resume"},     {May::Profile, "profile"},
         {May::Services, "services"},   {May::WalkIn, "walk-in"},    {May::Cancel, "cancel"},
         {May::Requeue, "requeue"},     {May::Move, "move"},         {May::Identify, "identify"},
         {May::Statutory, "statutory"}, {May::Reprint, "reprint"},   {May::Postpone, "postpone"}});
}

using MaySet = std::set<May>;

} // namespace starqueue::client::api
