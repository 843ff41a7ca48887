#include <cli/commands.h>

#include <cli/replay_report.h>

#include <db/timestamp.h>

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

std::string isDate(const std::string& text)
{
    return db::parseDate(text) ? "" : "\"" + text + "\" is no date such as 2026-11-22";
}

void addSource(CLI::App& command, RecordedSource& source)
{
    auto* trace = command.add_option("--trace", source.trace,
                                     "A call centre's trace in the format of the Anonymous Bank data");
    auto* csv =
        command.add_option("--csv", source.csv,
                           "CSV in UTF-8 with the columns issued and service, and stars, key_contact, "
                           "called, started, finished, left, counter where known");
    auto* data = command.add_option("--data", source.data, "The hall's directory, with --day");
    auto* day = command.add_option("--day", source.day, "A business day of the hall: 2026-11-22");
    trace->check(CLI::ExistingFile)->excludes(csv)->excludes(data);
    csv->check(CLI::ExistingFile)->excludes(data);
    data->check(CLI::ExistingDirectory)->needs(day);
    day->check(isDate)->needs(data);
    command.add_option("--from", source.from, "First day of a file; without it, all")
        ->check(isDate)
        ->excludes(data);
    command.add_option("--to", source.to, "The day after the last one")->check(isDate)->excludes(data);
    command.add_option("--service", source.services, "Only these services, as if there were no others")
        ->delimiter(',');
}

} // namespace

void addReplay(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand(
        "replay",
        "Which head start explains the order of service on recorded days; the days run again by it");
    auto options = std::make_shared<ReplayOptions>();
    addSource(*command, options->source);
    command->add_option("--head-start", options->headStarts, "Seconds or strict, such as 0,60,90,strict");
    command
        ->add_option("--priority-stars", options->priorityStars,
                     "Stars from which on customers have the head start (as do key contacts)")
        ->check(CLI::Range(1, 7));
    command->add_option("--format", options->format, "table or json")
        ->check(CLI::IsMember({"table", "json"}));
    command->callback([options, &context] {
        const RecordedSource& source = options->source;
        if (source.trace.empty() && source.csv.empty() && source.data.empty())
            throw CLI::RequiredError("--trace, --csv or --data");
        replay(*options, context);
    });
}

} // namespace starqueue::cli
