#include <firmware-bridge/printer/printer_state.h>

#include <array>
#include <utility>

namespace starqueue::bridge {

namespace {

using Kind = PrinterState::Kind;

/// In the order of the enum.
constexpr std::array kFaults{
    "starting",  "",
    "nearEnd",   "doesntConfirm",
    "paperOut",  "coverOpen",
    "cutter",    "jam",
    "presenter", "ticketWaiting",
    "cooling",   "feed",
    "broken",    "otherLanguage",
    "wrongBaud", "noPermission",
    "portInUse", "portMissing",
    "silent",    "unplugged",
    "blocked",   "statusUnanswered",
};
static_assert(kFaults.size() == static_cast<std::size_t>(Kind::StatusUnanswered) + 1);

/// The gravest first. The paper sensor may lie while the cover is open.
constexpr std::pair<PrinterSign, Kind> kBySign[]{
    {PrinterSign::CoverOpen, Kind::CoverOpen},
    {PrinterSign::PaperOut, Kind::PaperOut},
    {PrinterSign::Broken, Kind::Broken},
    {PrinterSign::Cutter, Kind::CutterFault},
    {PrinterSign::Jam, Kind::Jam},
    {PrinterSign::Presenter, Kind::Presenter},
    {PrinterSign::Cooling, Kind::Cooling},
    {PrinterSign::Feed, Kind::Feed},
    {PrinterSign::WaitsForRecovery, Kind::Feed},
};

} // namespace

client::api::DeviceState PrinterState::state() const
{
    using client::api::DeviceState;
    switch (kind) {
    case Kind::Ready:
        return DeviceState::Ok;
    case Kind::NearEnd:
    case Kind::DoesntConfirm:
    case Kind::TicketWaiting:
        return DeviceState::Warning;
    case Kind::Starting:
    case Kind::NoPermission:
    case Kind::PortInUse:
    case Kind::PortMissing:
    case Kind::Silent:
    case Kind::Unplugged:
    case Kind::Blocked:
        return DeviceState::Offline;
    default:
        return DeviceState::Fault;
    }
}

QString PrinterState::fault() const
{
    return QString::fromLatin1(kFaults.at(static_cast<std::size_t>(kind)));
}

PrinterState::Kind kindOf(const PrinterCondition& condition)
{
    for (const auto& [sign, kind] : kBySign)
        if (condition.has(sign))
            return kind;
    return Kind::Ready;
}

} // namespace starqueue::bridge
