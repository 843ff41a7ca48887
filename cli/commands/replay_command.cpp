#include <cli/commands/commands.h>

#include <cli/output/replay_report.h>

#include <CLI/CLI.hpp>

namespace starqueue::cli {

namespace {

struct ReplayOptions
{
    RecordedSource source;
    std::string headStarts = "0,30,60,90,120,180,strict";
    int priorityStars = 5;
    std::string format = "table";
};

void replay(const ReplayOptions& options, Context& context)
{
    const auto headStarts = parseHeadStarts(options.headStarts);
    if (!headStarts)
        return context.fail(headStarts.error());
    const auto read = readDays(options.source, context);
    if (!read)
        return context.fail(read.error());
    const queue::OrderReport report = orderReport(read->days, *headStarts, options.priorityStars);
    const auto print = options.format == "json" ? printReplayJson : printReplay;
    print(*read, report, context.out);
}

} // namespace

void addReplay(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand(
        "replay",
        "Which head start explains the order of service on recorded days; the days run again by it");
    auto options = std::make_shared<ReplayOptions>();
    addRecordedSource(*command, options->source, "--");
    command->add_option("--head-start", options->headStarts, "Seconds or strict, such as 0,60,90,strict");
    command
        ->add_option("--priority-stars", options->priorityStars,
                     "Stars from which on customers have the head start (as do key contacts)")
        ->check(CLI::Range(1, 7));
    command->add_option("--format", options->format, "table or json")
        ->check(CLI::IsMember({"table", "json"}));
    command->callback([options, &context] {
        if (!isGiven(options->source))
            throw CLI::RequiredError("--trace, --csv or --data");
        replay(*options, context);
    });
}

} // namespace starqueue::cli
