#include <cli/commands/commands.h>

#include <cli/data/verification.h>

#include <db/sqlite/hall_directory.h>

#include <CLI/CLI.hpp>

namespace starqueue::cli {

namespace {

void verifyHall(const std::string& data, Context& context)
{
    const auto found = verify(data);
    if (!found)
        return context.fail(found.error());
    context.out << "whole: " << found->events << " events without a gap, replayed to " << found->tickets
                << " tickets\n";
}

} // namespace

void addVerify(CLI::App& app, Context& context)
{
    auto* command =
        app.add_subcommand("verify", "Checks the database and replays the journal, beside a running service");
    auto data = std::make_shared<std::string>();
    command->add_option("--data", *data, "The hall's directory")->required()->check(db::whyNoHall);
    command->callback([data, &context] { verifyHall(*data, context); });
}

} // namespace starqueue::cli
