#include <cli/commands/commands.h>

#include <cli/checks/device_words.h>
#include <cli/checks/hall_access.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <chrono>
#include <thread>

namespace starqueue::cli {

namespace {

struct DeviceOptions
{
    std::string data;
    std::string device;
    int seconds = 0; ///< of patience; of a release
};

constexpr std::chrono::milliseconds kPause{300};

std::string pathOf(const DeviceOptions& options, const char* what)
{
    return "/api/v1/devices/" + options.device + what;
}

/// Asks until `isThere` is true of the answer to `path`, or patience ends; empty: it never was.
nlohmann::json waitFor(const HallAccess& hall, const std::string& path, Shape shape, int seconds,
                       auto isThere)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{seconds};
    while (true) {
        const nlohmann::json now = fetchJson(hall, path, shape).value_or(nlohmann::json{});
        if (isThere(now))
            return now;
        if (std::chrono::steady_clock::now() >= end)
            return {};
        std::this_thread::sleep_for(kPause);
    }
}

nlohmann::json deviceIn(const nlohmann::json& devices, const std::string& id)
{
    for (const nlohmann::json& device : devices)
        if (textField(device, "id") == id)
            return device;
    return {};
}

nlohmann::json lastTestOf(const nlohmann::json& device)
{
    const auto test = device.value("test", nlohmann::json{});
    return test.is_object() ? test : nlohmann::json::object();
}

void listDevices(const DeviceOptions& options, Context& context)
{
    const auto answer = hallIn(options.data, "technician").and_then([](const HallAccess& hall) {
        return fetchJson(hall, "/api/v1/devices", Shape::List);
    });
    if (!answer)
        return context.fail(answer.error());
    for (const nlohmann::json& device : *answer)
        context.out << nameOf(device) << ": " << stateOf(device) << '\n';
}

void testOne(const DeviceOptions& options, Context& context)
{
    const auto hall = hallIn(options.data, "technician");
    if (!hall)
        return context.fail(hall.error());
    if (const auto asked = command(*hall, pathOf(options, "/test"), {}); !asked)
        return context.fail(asked.error());
    const nlohmann::json devices =
        waitFor(*hall, "/api/v1/devices", Shape::List, options.seconds, [&](const nlohmann::json& now) {
            const nlohmann::json device = deviceIn(now, options.device);
            return device.is_object() && !textField(lastTestOf(device), "endedAt").empty();
        });
    if (devices.is_null())
        return context.fail("the test of " + options.device + " hasn't ended within " +
                            std::to_string(options.seconds) + " s: is its bridge connected?");
    const nlohmann::json device = deviceIn(devices, options.device);
    context.out << nameOf(device) << ": " << testOf(device) << '\n';
    if (textField(lastTestOf(device), "outcome") == "failed")
        context.status = ExitStatus::Failed;
}

void showJournal(const DeviceOptions& options, Context& context)
{
    const auto hall = hallIn(options.data, "technician");
    if (!hall)
        return context.fail(hall.error());
    const std::string path = pathOf(options, "/journal");
    const auto before = fetchJson(*hall, path, Shape::Object);
    const std::string last = before ? textField(*before, "at") : std::string{};
    if (const auto asked = command(*hall, path, {}); !asked)
        return context.fail(asked.error());
    const nlohmann::json sent =
        waitFor(*hall, path, Shape::Object, options.seconds, [&last](const nlohmann::json& now) {
            return now.is_object() && textField(now, "at") != last;
        });
    if (sent.is_null())
        return context.fail("no wire journal of " + options.device + " came within " +
                            std::to_string(options.seconds) + " s: is its bridge connected?");
    context.out << textField(sent, "journal") << '\n';
}

void releasePort(const DeviceOptions& options, Context& context)
{
    const auto asked = hallIn(options.data, "technician").and_then([&](const HallAccess& hall) {
        return command(hall, pathOf(options, "/release"), {{"seconds", options.seconds}});
    });
    if (!asked)
        return context.fail(asked.error());
    context.out << options.device << " is left to other programs for " << options.seconds
                << " s, as soon as the ticket in hand is printed\n";
}

using Run = void (*)(const DeviceOptions&, Context&);

void addVerb(CLI::App* device, const char* name, const char* says, Run run, Context& context)
{
    auto* sub = device->add_subcommand(name, says);
    auto options = std::make_shared<DeviceOptions>();
    options->seconds = run == releasePort ? 120 : 30;
    sub->add_option("--data", options->data, "The hall's directory")
        ->required()
        ->check(CLI::ExistingDirectory);
    if (run != listDevices) {
        sub->add_option("ID", options->device, "The device, as `device list` names it")->required();
        sub->add_option("--seconds", options->seconds,
                        run == releasePort ? "For how long" : "How long to wait for it")
            ->check(CLI::Range(1, 600))
            ->capture_default_str();
    }
    sub->callback([options, run, &context] { run(*options, context); });
}

} // namespace

void addDevice(CLI::App& app, Context& context)
{
    auto* device =
        app.add_subcommand("device", "Printers, displays and panels, as the running hall knows them");
    device->require_subcommand(1);
    addVerb(device, "list", "State, remedy, paper and counts of each", listDevices, context);
    addVerb(device, "test", "Has one tested, and says how that ended; 1 if it failed", testOne, context);
    addVerb(device, "journal", "What went over its wire in the last minutes", showJournal, context);
    addVerb(device, "release", "Has its bridge leave the port to another program for a while", releasePort,
            context);
}

} // namespace starqueue::cli
