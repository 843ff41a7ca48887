#include <cli/commands/commands.h>

#include <cli/checks/hall_access.h>
#include <cli/data/local_time.h>

#include <time/timestamp.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace starqueue::cli {

namespace {

struct ClockOptions
{
    std::string data;
    std::string hall;
    std::string at;
    bool isMeant = false;
};

/// What was typed, by the hall's zone; else what this computer shows.
tl::expected<time::WallTime, std::string> confirmedTime(const ClockOptions& options, const Context& context)
{
    if (options.at.empty())
        return time::WallTime{context.now()};
    return localTimeIn(std::filesystem::path(options.data) / "hall.toml", options.at);
}

void confirmClock(const ClockOptions& options, Context& context)
{
    const auto wall = confirmedTime(options, context);
    if (!wall)
        return context.fail(wall.error());
    const auto token = std::filesystem::path(options.data) / "tokens" / "admin";
    const auto access = options.hall.empty() ? hallIn(options.data, "admin") : hallAt(options.hall, token);
    const auto answer = access.and_then([&](const HallAccess& hall) {
        nlohmann::json fields{{"wall", time::timestamp(*wall)}};
        if (options.isMeant)
            fields["confirm"] = true;
        return command(hall, "/api/v1/hall/clock/confirm", fields);
    });
    if (!answer)
        return context.fail(answer.error());
    context.out << "The hall's time is " << textField(*answer, "at") << ".\n";
}

} // namespace

void addClock(CLI::App& app, Context& context)
{
    auto* clock = app.add_subcommand("clock", "The hall's clock");
    clock->require_subcommand(1);
    auto* confirm = clock->add_subcommand(
        "confirm", "Says that this computer's clock is right, or what the time is, where the hall doubts it");
    auto options = std::make_shared<ClockOptions>();
    confirm->add_option("--data", options->data, "The hall's directory")
        ->required()
        ->check(CLI::ExistingDirectory);
    confirm->add_option("--hall", options->hall,
                        "Its address, where it isn't the one in its hall.toml: http://127.0.0.1:8470");
    confirm
        ->add_option("--at", options->at,
                     "The time on the hall's wall, \"2026-11-28 10:04\"; without it: this computer's")
        ->check(CLI::Validator(isLocalTime, "TIME"));
    confirm->add_flag("--confirm", options->isMeant,
                      "The time is meant, although more than a day off the hall's");
    confirm->callback([options, &context] { confirmClock(*options, context); });
}

} // namespace starqueue::cli
