#pragma once

#include <queue/schema/field.h>
#include <queue/schema/words.h>
#include <time/instant.h>

#include <compare>
#include <cstdint>
#include <string>

namespace starqueue::queue {

enum class DeviceKind : std::uint8_t { Printer, Display, Panel, Keypad };
consteval auto spelling(DeviceKind)
{
    return spelled<DeviceKind>({{DeviceKind::Printer, "printer"},
                                {DeviceKind::Display, "display"},
                                {DeviceKind::Panel, "panel"},
                                {DeviceKind::Keypad, "keypad"}});
}
enum class DeviceState : std::uint8_t { Ok, Warning, Fault, Offline };
consteval auto spelling(DeviceState)
{
    return spelled<DeviceState>({{DeviceState::Ok, "ok"},
                                 {DeviceState::Warning, "warning"},
                                 {DeviceState::Fault, "fault"},
                                 {DeviceState::Offline, "offline"}});
}

/// A device as its bridge last reported it.
struct Device
{
    std::string id{};
    DeviceKind kind = DeviceKind::Printer;
    std::string bridge{};  ///< the bridge (its token) that reported it
    std::string kiosk{};   ///< the kiosk it belongs to; empty: none
    std::string counter{}; ///< likewise
    DeviceState state = DeviceState::Offline;
    std::string fault{};   ///< one word such as "paperOut"; empty: none
    std::string details{}; ///< JSON from the bridge, for the technician
    Instant since{};

    friend bool operator==(const Device&, const Device&) = default;
};

void describe(auto& a, Of<Device> auto& device)
{
    a.field(toAll("device"), device.id);
    a.field(toAll("kind"), device.kind);
    a.word("bridge", device.bridge);
    a.word(toAll("kiosk"), device.kiosk);
    a.word(toAll("counter"), device.counter);
    a.field(toAll("state"), device.state);
    a.word(toAll("fault"), device.fault);
    a.field(toStaff("details"), device.details);
    a.field("since", device.since);
}

/// One press of a panel or keypad: a device never uses the same three twice.
struct PressId
{
    std::string uid;
    std::uint32_t epoch = 0;
    std::uint32_t seq = 0;

    friend auto operator<=>(const PressId&, const PressId&) = default;
};

void describe(auto& a, Of<PressId> auto& press)
{
    a.field("uid", press.uid);
    a.field("epoch", press.epoch);
    a.field("seq", press.seq);
}

/// A press and the instant at which it was made, as whoever saw it first has noted.
struct Press
{
    PressId id;
    Instant pressed{};

    friend bool operator==(const Press&, const Press&) = default;
};

} // namespace starqueue::queue
