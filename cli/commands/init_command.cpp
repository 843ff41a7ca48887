#include <cli/commands/commands.h>

#include <cli/data/new_hall.h>

#include <CLI/CLI.hpp>

namespace starqueue::cli {

namespace {

struct InitOptions
{
    std::string dir;
    bool force = false;
};

void init(const InitOptions& options, Context& context)
{
    const auto written = makeHall(options.dir, options.force ? Existing::Overwrite : Existing::Keep,
                                  context.now(), context.passwordCost);
    if (!written)
        return context.fail(written.error());
    for (const std::filesystem::path& file : *written)
        context.out << file.string() << '\n';
    const std::filesystem::path dir = options.dir;
    context.out << "Serve it with: starqueue-hall --config " << (dir / "hall.toml").string() << " --data "
                << dir.string() << '\n';
}

} // namespace

void addInit(CLI::App& app, Context& context)
{
    auto* command =
        app.add_subcommand("init", "Makes a hall to start from: settings, database, tokens, a user");
    auto options = std::make_shared<InitOptions>();
    command->add_option("DIR", options->dir, "Where; made if it isn't there")->required();
    command->add_flag(
        "--force", options->force,
        "Write settings, tokens and the admin's password anew where they are there already; the "
        "database is kept");
    command->callback([options, &context] { init(*options, context); });
}

} // namespace starqueue::cli
