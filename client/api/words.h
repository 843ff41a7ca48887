#pragma once

#include <formats/words.h>

#include <QString>

#include <string_view>

/// The enums of the API, with their words. Each begins with an enumerator that has no word: an unknown word
/// reads as that one, so that a newer hall doesn't break an older face.
namespace starqueue::client::api {

using formats::kWords;

/// The enumerator of that word; the first if the word is unknown.
template <typename Enum> [[nodiscard]] Enum fromWord(const QString& word)
{
    const QByteArray text = word.toUtf8();
    return formats::withWord<Enum>(std::string_view(text.constData(), text.size())).value_or(Enum{});
}

/// The word; empty for the first enumerator.
template <typename Enum> [[nodiscard]] QString toWord(Enum value)
{
    if (value == Enum{})
        return {};
    const std::string_view word = formats::word(value);
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

enum class Language { Unknown, Chinese, English };
consteval auto spelling(Language)
{
    return formats::spelled<Language, Language::Chinese>(
        {{Language::Chinese, "zh"}, {Language::English, "en"}});
}

enum class TicketState {
    Unknown,
    Waiting,
    Called,
    Serving,
    Finished,
    NoShow,
    Parked,
    Cancelled,
    Unserved,
    Postponed
};
consteval auto spelling(TicketState)
{
    return formats::spelled<TicketState, TicketState::Waiting>({{TicketState::Waiting, "waiting"},
                                                                {TicketState::Called, "called"},
                                                                {TicketState::Serving, "serving"},
                                                                {TicketState::Finished, "finished"},
                                                                {TicketState::NoShow, "no_show"},
                                                                {TicketState::Parked, "parked"},
                                                                {TicketState::Cancelled, "cancelled"},
                                                                {TicketState::Unserved, "unserved"},
                                                                {TicketState::Postponed, "postponed"}});
}

enum class CounterState { Unknown, Closed, Open, Paused, Calling, Serving };
consteval auto spelling(CounterState)
{
    return formats::spelled<CounterState, CounterState::Closed>({{CounterState::Closed, "closed"},
                                                                 {CounterState::Open, "open"},
                                                                 {CounterState::Paused, "paused"},
                                                                 {CounterState::Calling, "calling"},
                                                                 {CounterState::Serving, "serving"}});
}

/// Why a kiosk gives no number for a service; None: it does.
enum class ClosedReason { None, DayClosed, ServiceClosed, HallClosed, OutsideHours, SoldOut };
consteval auto spelling(ClosedReason)
{
    return formats::spelled<ClosedReason, ClosedReason::DayClosed>(
        {{ClosedReason::DayClosed, "day_closed"},
         {ClosedReason::ServiceClosed, "service_closed"},
         {ClosedReason::HallClosed, "hall_closed"},
         {ClosedReason::OutsideHours, "outside_hours"},
         {ClosedReason::SoldOut, "sold_out"}});
}

/// Why the hall doesn't believe its computer's clock. Unknown: for another reason.
enum class ClockDoubt { Unknown, BeforeBuild, BeforeLast, TooFarAhead, ManyDays, Stepped, NotSynchronised };
consteval auto spelling(ClockDoubt)
{
    return formats::spelled<ClockDoubt, ClockDoubt::BeforeBuild>(
        {{ClockDoubt::BeforeBuild, "before_build"},
         {ClockDoubt::BeforeLast, "before_last"},
         {ClockDoubt::TooFarAhead, "too_far_ahead"},
         {ClockDoubt::ManyDays, "many_days"},
         {ClockDoubt::Stepped, "stepped"},
         {ClockDoubt::NotSynchronised, "not_synchronised"}});
}

/// How the hall found a wait; None: it doesn't say. Unknown is a word of the hall's: nobody can know it.
enum class WaitMethod { None, Rank, Simulation, Unknown };
consteval auto spelling(WaitMethod)
{
    return formats::spelled<WaitMethod, WaitMethod::Rank>({{WaitMethod::Rank, "rank"},
                                                           {WaitMethod::Simulation, "simulation"},
                                                           {WaitMethod::Unknown, "unknown"}});
}

enum class PrintJobState { Unknown, Pending, Taken, Ended };
consteval auto spelling(PrintJobState)
{
    return formats::spelled<PrintJobState, PrintJobState::Pending>({{PrintJobState::Pending, "pending"},
                                                                    {PrintJobState::Taken, "taken"},
                                                                    {PrintJobState::Ended, "ended"}});
}

/// How a print job ended; None: it hasn't. Unknown is a word of the hall's: nobody knows what came out.
enum class PrintOutcome { None, Printed, Sent, PaperOut, CoverOpen, Offline, Unknown, Dropped };
consteval auto spelling(PrintOutcome)
{
    return formats::spelled<PrintOutcome, PrintOutcome::Printed>({{PrintOutcome::Printed, "printed"},
                                                                  {PrintOutcome::Sent, "sent"},
                                                                  {PrintOutcome::PaperOut, "paperOut"},
                                                                  {PrintOutcome::CoverOpen, "coverOpen"},
                                                                  {PrintOutcome::Offline, "offline"},
                                                                  {PrintOutcome::Unknown, "unknown"},
                                                                  {PrintOutcome::Dropped, "dropped"}});
}

/// What became of a paper after it was printed; None: its printer doesn't tell.
enum class PaperEvent { None, Presented, Taken, Retracted };
consteval auto spelling(PaperEvent)
{
    return formats::spelled<PaperEvent, PaperEvent::Presented>({{PaperEvent::Presented, "presented"},
                                                                {PaperEvent::Taken, "taken"},
                                                                {PaperEvent::Retracted, "retracted"}});
}

/// How a device's test ended: proved, done without proof, or failed.
enum class TestOutcome { None, Passed, Done, Failed };
consteval auto spelling(TestOutcome)
{
    return formats::spelled<TestOutcome, TestOutcome::Passed>(
        {{TestOutcome::Passed, "passed"}, {TestOutcome::Done, "done"}, {TestOutcome::Failed, "failed"}});
}

/// What the hall asks a bridge to do with a device.
enum class DeviceRequest { Unknown, Journal, Release };
consteval auto spelling(DeviceRequest)
{
    return formats::spelled<DeviceRequest, DeviceRequest::Journal>(
        {{DeviceRequest::Journal, "journal"}, {DeviceRequest::Release, "release"}});
}

/// A printer as the board shows it: well, away, or the fault that the bridge reports. Unknown: another fault.
enum class PrinterWord {
    Unknown,
    Ok,
    Offline,
    Starting,
    NearEnd,
    PaperOut,
    CoverOpen,
    Cutter,
    Broken,
    Silent,
    Unplugged,
    Jam,
    Presenter,
    TicketWaiting, ///< one lies in the slot, and the next can't begin
    Cooling,
    Feed,
    DoesntConfirm, ///< prints, but doesn't say whether it did
    OtherLanguage,
    WrongBaud,
    NoPermission,
    PortInUse,
    PortMissing,
    Blocked,
    Released ///< its port is left to another program for a while
};
consteval auto spelling(PrinterWord)
{
    using enum PrinterWord;
    return formats::spelled<PrinterWord, Ok>({{Ok, "ok"},
                                              {Offline, "offline"},
                                              {Starting, "starting"},
                                              {NearEnd, "nearEnd"},
                                              {PaperOut, "paperOut"},
                                              {CoverOpen, "coverOpen"},
                                              {Cutter, "cutter"},
                                              {Broken, "broken"},
                                              {Silent, "silent"},
                                              {Unplugged, "unplugged"},
                                              {Jam, "jam"},
                                              {Presenter, "presenter"},
                                              {TicketWaiting, "ticketWaiting"},
                                              {Cooling, "cooling"},
                                              {Feed, "feed"},
                                              {DoesntConfirm, "doesntConfirm"},
                                              {OtherLanguage, "otherLanguage"},
                                              {WrongBaud, "wrongBaud"},
                                              {NoPermission, "noPermission"},
                                              {PortInUse, "portInUse"},
                                              {PortMissing, "portMissing"},
                                              {Blocked, "blocked"},
                                              {Released, "released"}});
}

enum class RatingState { Unknown, Invited, Armed, Failed, Rated, Expired, Withdrawn };
consteval auto spelling(RatingState)
{
    return formats::spelled<RatingState, RatingState::Invited>({{RatingState::Invited, "invited"},
                                                                {RatingState::Armed, "armed"},
                                                                {RatingState::Failed, "failed"},
                                                                {RatingState::Rated, "rated"},
                                                                {RatingState::Expired, "expired"},
                                                                {RatingState::Withdrawn, "withdrawn"}});
}

/// Whether a clerk is asked for what another system calls the visit; required: no service finishes without.
enum class AskReference { Off, Offered, Required };
consteval auto spelling(AskReference)
{
    return formats::spelled<AskReference>({{AskReference::Off, "off"},
                                           {AskReference::Offered, "offered"},
                                           {AskReference::Required, "required"}});
}

/// What a clerk gives who takes a counter: its window's token is enough, or a number and a PIN.
enum class ClerkLogin { Token, Pin };
consteval auto spelling(ClerkLogin)
{
    return formats::spelled<ClerkLogin>({{ClerkLogin::Token, "token"}, {ClerkLogin::Pin, "pin"}});
}

enum class IdentityKind { None, Phone, Card, Scan };
consteval auto spelling(IdentityKind)
{
    return formats::spelled<IdentityKind, IdentityKind::Phone>(
        {{IdentityKind::Phone, "phone"}, {IdentityKind::Card, "card"}, {IdentityKind::Scan, "scan"}});
}

enum class DeviceKind { Unknown, Printer, Display, Panel, Keypad };
consteval auto spelling(DeviceKind)
{
    return formats::spelled<DeviceKind, DeviceKind::Printer>({{DeviceKind::Printer, "printer"},
                                                              {DeviceKind::Display, "display"},
                                                              {DeviceKind::Panel, "panel"},
                                                              {DeviceKind::Keypad, "keypad"}});
}

enum class DeviceState { Unknown, Ok, Warning, Fault, Offline };
consteval auto spelling(DeviceState)
{
    return formats::spelled<DeviceState, DeviceState::Ok>({{DeviceState::Ok, "ok"},
                                                           {DeviceState::Warning, "warning"},
                                                           {DeviceState::Fault, "fault"},
                                                           {DeviceState::Offline, "offline"}});
}

} // namespace starqueue::client::api
