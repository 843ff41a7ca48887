#pragma once

#include <QString>

#include <array>

/// How the API spells its enumerations: each word stands here once. An unknown word reads as the first
/// enumerator, which itself has none.
namespace starqueue::client::api {

template <typename Enum> struct Word
{
    Enum value;
    const char* word;
};
template <typename Enum> Word(Enum, const char*) -> Word<Enum>;

/// Every word of an enumeration.
template <typename Enum> inline constexpr std::array<Word<Enum>, 0> kWords{};

template <typename Enum> [[nodiscard]] Enum fromWord(const QString& word)
{
    for (const Word<Enum>& known : kWords<Enum>)
        if (word == QLatin1String(known.word))
            return known.value;
    return Enum{};
}

/// Empty for the first enumerator.
template <typename Enum> [[nodiscard]] QString toWord(Enum value)
{
    for (const Word<Enum>& known : kWords<Enum>)
        if (known.value == value)
            return QString::fromLatin1(known.word);
    return {};
}

enum class Language { Unknown, Chinese, English };
template <>
inline constexpr std::array kWords<Language>{Word{Language::Chinese, "zh"}, Word{Language::English, "en"}};

enum class TicketState { Unknown, Waiting, Called, Serving, Finished, NoShow, Parked, Cancelled, Unserved };
template <>
inline constexpr std::array kWords<TicketState>{
    Word{TicketState::Waiting, "waiting"},     Word{TicketState::Called, "called"},
    Word{TicketState::Serving, "serving"},     Word{TicketState::Finished, "finished"},
    Word{TicketState::NoShow, "no_show"},      Word{TicketState::Parked, "parked"},
    Word{TicketState::Cancelled, "cancelled"}, Word{TicketState::Unserved, "unserved"}};

enum class CounterState { Unknown, Closed, Open, Paused, Calling, Serving };
template <>
inline constexpr std::array kWords<CounterState>{
    Word{CounterState::Closed, "closed"}, Word{CounterState::Open, "open"},
    Word{CounterState::Paused, "paused"}, Word{CounterState::Calling, "calling"},
    Word{CounterState::Serving, "serving"}};

/// Why a kiosk gives no number for a service; None: it does.
enum class ClosedReason { None, DayClosed, ServiceClosed, HallClosed, OutsideHours, SoldOut };
template <>
inline constexpr std::array kWords<ClosedReason>{
    Word{ClosedReason::DayClosed, "day_closed"}, Word{ClosedReason::ServiceClosed, "service_closed"},
    Word{ClosedReason::HallClosed, "hall_closed"}, Word{ClosedReason::OutsideHours, "outside_hours"},
    Word{ClosedReason::SoldOut, "sold_out"}};

/// Who grants a statutory priority.
enum class Granted { Unknown, Usher, Kiosk };
template <>
inline constexpr std::array kWords<Granted>{Word{Granted::Usher, "usher"}, Word{Granted::Kiosk, "kiosk"}};

enum class PrintJobState { Unknown, Pending, Taken, Ended };
template <>
inline constexpr std::array kWords<PrintJobState>{Word{PrintJobState::Pending, "pending"},
                                                  Word{PrintJobState::Taken, "taken"},
                                                  Word{PrintJobState::Ended, "ended"}};

/// How a print job ended; None: it hasn't. Unknown is a word of the hall's: nobody knows what came out.
enum class PrintOutcome { None, Printed, Sent, PaperOut, CoverOpen, Offline, Unknown, Dropped };
template <>
inline constexpr std::array kWords<PrintOutcome>{
    Word{PrintOutcome::Printed, "printed"},   Word{PrintOutcome::Sent, "sent"},
    Word{PrintOutcome::PaperOut, "paperOut"}, Word{PrintOutcome::CoverOpen, "coverOpen"},
    Word{PrintOutcome::Offline, "offline"},   Word{PrintOutcome::Unknown, "unknown"},
    Word{PrintOutcome::Dropped, "dropped"}};

/// A kiosk's printer on the board. Any other fault reads as Unknown: the kiosk then can't print.
enum class PrinterWord { Unknown, Ok, NearEnd, PaperOut };
template <>
inline constexpr std::array kWords<PrinterWord>{Word{PrinterWord::Ok, "ok"},
                                                Word{PrinterWord::NearEnd, "nearEnd"},
                                                Word{PrinterWord::PaperOut, "paperOut"}};

enum class RatingState { Unknown, Invited, Armed, Failed, Rated, Expired };
template <>
inline constexpr std::array kWords<RatingState>{
    Word{RatingState::Invited, "invited"}, Word{RatingState::Armed, "armed"},
    Word{RatingState::Failed, "failed"}, Word{RatingState::Rated, "rated"},
    Word{RatingState::Expired, "expired"}};

enum class IdentityKind { None, Phone, Card, Scan };
template <>
inline constexpr std::array kWords<IdentityKind>{
    Word{IdentityKind::Phone, "phone"}, Word{IdentityKind::Card, "card"}, Word{IdentityKind::Scan, "scan"}};

enum class DeviceKind { Unknown, Printer, Display, Panel, Keypad };
template <>
inline constexpr std::array kWords<DeviceKind>{
    Word{DeviceKind::Printer, "printer"}, Word{DeviceKind::Display, "display"},
    Word{DeviceKind::Panel, "panel"}, Word{DeviceKind::Keypad, "keypad"}};

enum class DeviceState { Unknown, Ok, Warning, Fault, Offline };
template <>
inline constexpr std::array kWords<DeviceState>{
    Word{DeviceState::Ok, "ok"}, Word{DeviceState::Warning, "warning"}, Word{DeviceState::Fault, "fault"},
    Word{DeviceState::Offline, "offline"}};

} // namespace starqueue::client::api
