#include <cli/commands/commands.h>

#include <cli/backup/backup.h>
#include <cli/backup/following.h>
#include <cli/backup/key_backup.h>
#include <cli/console/interruption.h>

#include <db/sqlite/hall_directory.h>

#include <CLI/CLI.hpp>

namespace starqueue::cli {

namespace {

struct BackupOptions
{
    std::string dir;
    std::string target;
    std::string keys;
    std::string follow;
    double every = 2;
    bool once = false;
};

void copyHall(const BackupOptions& options, Context& context)
{
    const auto written = backUp(options.dir, options.target);
    if (!written)
        return context.fail(written.error());
    for (const std::filesystem::path& file : *written)
        context.out << file.string() << '\n';
    if (options.keys.empty())
        context.out << "The keys in " << (std::filesystem::path{options.dir} / "keys").string()
                    << " are not in it: keep them elsewhere (--keys).\n";
}

void copyKeys(const BackupOptions& options, Context& context)
{
    if (const auto written = backUpKeys(options.dir, options.keys); !written)
        return context.fail(written.error());
    context.out << options.keys << '\n';
    if (isOnOneDisk(options.dir, options.keys))
        context.out << "It is on the same disk as the hall: take it to another place.\n";
}

void followHall(const BackupOptions& options, Context& context)
{
    const Interruption interruption;
    const Following following{options.dir, options.follow,
                              std::chrono::milliseconds{static_cast<std::int64_t>(options.every * 1000)},
                              [&context](const std::string& trouble) {
                                  context.err << "starqueue: " << trouble << "; it is tried again\n";
                              }};
    std::stop_source now;
    now.request_stop();
    const auto reached = follow(following, options.once ? now.get_token() : interruption.token());
    if (!reached)
        return context.fail(reached.error());
    context.out << options.follow << " has everything up to event " << *reached << '\n';
}

void backup(const BackupOptions& options, Context& context)
{
    if (!options.target.empty())
        copyHall(options, context);
    if (!options.keys.empty() && context.status == ExitStatus::Well)
        copyKeys(options, context);
    if (!options.follow.empty() && context.status == ExitStatus::Well)
        followHall(options, context);
}

} // namespace

void addBackup(CLI::App& app, Context& context)
{
    auto* command =
        app.add_subcommand("backup", "Copies databases and settings beside a running service, keys excluded");
    auto options = std::make_shared<BackupOptions>();
    command->add_option("DIR", options->dir, "The hall's directory")->required()->check(db::whyNotServed);
    auto* target = command->add_option("TARGET", options->target, "A new directory");
    auto* keys = command->add_option("--keys", options->keys,
                                     "Copies the keys into this one file, in place of the "
                                     "last copy: on another disk than TARGET");
    auto* set =
        command->add_option("--follow", options->follow,
                            "Copies the journal into this directory as it grows, until it is stopped");
    command->add_option("--every", options->every, "Seconds between those copies")
        ->check(CLI::Range(0.1, 3600.0))
        ->needs(set)
        ->capture_default_str();
    command->add_flag("--once", options->once, "Copies once what is there")->needs(set);
    command->callback([options, target, keys, set, &context] {
        if (!*target && !*keys && !*set)
            throw CLI::RequiredError("TARGET, --keys or --follow");
        backup(*options, context);
    });
}

} // namespace starqueue::cli
