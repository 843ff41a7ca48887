#include <cli/commands/commands.h>

#include <cli/data/backup.h>

#include <db/sqlite/hall_directory.h>

#include <CLI/CLI.hpp>

namespace starqueue::cli {

namespace {

struct BackupOptions
{
    std::string dir;
    std::string target;
};

void backup(const BackupOptions& options, Context& context)
{
    const auto written = backUp(options.dir, options.target);
    if (!written)
        return context.fail(written.error());
    for (const std::filesystem::path& file : *written)
        context.out << file.string() << '\n';
    context.out << "The keys in " << (std::filesystem::path{options.dir} / "keys").string()
                << " are not in it: keep them elsewhere.\n";
}

} // namespace

void addBackup(CLI::App& app, Context& context)
{
    auto* command =
        app.add_subcommand("backup", "Copies databases and settings beside a running service, keys excluded");
    auto options = std::make_shared<BackupOptions>();
    command->add_option("DIR", options->dir, "The hall's directory")->required()->check(db::whyNoHall);
    command->add_option("TARGET", options->target, "A new directory")->required();
    command->callback([options, &context] { backup(*options, context); });
}

} // namespace starqueue::cli
