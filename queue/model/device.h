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

/// What a bridge is asked to do with a device.
enum class DeviceRequest : std::uint8_t {
    Journal, ///< send what went over its wire in the last minutes
    Release  ///< leave its port to another program for a while
};
consteval auto spelling(DeviceRequest)
{
    return spelled<DeviceRequest>({{DeviceRequest::Journal, "journal"}, {DeviceRequest::Release, "release"}});
}

/// How a device's test ended.
enum class TestOutcome : std::uint8_t {
    None,
    Passed, ///< the device proved it
    Done,   ///< it took everything and can't prove more: somebody must look
    Failed
};
consteval auto spelling(TestOutcome)
{
    return spelled<TestOutcome>({{TestOutcome::None, "none", true},
                                 {TestOutcome::Passed, "passed"},
                                 {TestOutcome::Done, "done"},
                                 {TestOutcome::Failed, "failed"}});
}

/// The last test of a device.
struct DeviceTest
{
    Instant asked{}; ///< zero: it was never tested
    Instant ended{}; ///< zero: not yet
    TestOutcome outcome = TestOutcome::None;
    std::string fault{}; ///< one word, why it failed; empty: none

    [[nodiscard]] bool isOpen() const { return asked != Instant{} && ended == Instant{}; }
    friend bool operator==(const DeviceTest&, const DeviceTest&) = default;
};

void describe(auto& a, Of<DeviceTest> auto& test)
{
    a.field("askedAt", test.asked);
    a.fieldOr("endedAt", test.ended, {});
    a.fieldOr("outcome", test.outcome, TestOutcome::None);
    a.fieldOr("fault", test.fault, {});
}

/// A device as its bridge last reported it, and what the hall has noted of it.
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
    Instant lastPrinted{}; ///< a printer's last proof of a ticket on paper; zero: none is known
    DeviceTest test{};

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
    a.fieldOr("lastPrintedAt", device.lastPrinted, {});
    a.fieldOr("test", device.test, {});
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
