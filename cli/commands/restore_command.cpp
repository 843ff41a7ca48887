#include <cli/commands/commands.h>

#include <cli/backup/restore.h>
#include <cli/data/local_time.h>

#include <CLI/CLI.hpp>

namespace starqueue::cli {

namespace {

struct RestoreOptions
{
    std::string target;
    std::string from;
    std::string until;
    std::string keys;
    std::string at;
    bool acceptsLoss = false;
};

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

std::filesystem::path settingsIn(const std::filesystem::path& backup)
{
    return std::filesystem::exists(backup / "base") ? backup / "base" / "hall.toml" : backup / "hall.toml";
}

tl::expected<RestoreSource, std::string> sourceOf(const RestoreOptions& options)
{
    RestoreSource source{options.from, options.keys};
    source.acceptsLoss = options.acceptsLoss;
    for (const auto& [text, time] : {std::pair{&options.until, &source.until}, {&options.at, &source.at}}) {
        if (text->empty())
            continue;
        const auto told = localTimeIn(settingsIn(options.from), *text);
        if (!told)
            return tl::unexpected(told.error());
        *time = *told;
    }
    return source;
}

void sayNumbers(const RestoredHall& hall, std::ostream& out)
{
    if (hall.lost > 0)
        out << hall.lost
            << " lines of its journal were answered and are lost; numbers go on beyond all that "
               "these may have given.\n";
    if (!hall.next.empty())
        out << "On the same day numbers go on with " << joined(hall.next) << ".\n";
    else if (hall.lost == 0)
        out << "It had not opened yet: numbers begin as in any hall.\n";
    if (hall.lost > 0)
        out << "The day that opens next begins beyond them too, unless a ticket was given before.\n";
}

/// Of the customers of a hall.
void sayLoss(const db::Missed& missed, std::ostream& out)
{
    if (missed.customers.empty())
        return;
    out << "Customers are lost: " << missed.customers << ".\nIt goes on with those that are there; "
        << missed.withoutKey
        << " records without a key were dropped. How many records are older than the last import, nobody "
           "knows: import again whoever is missing; erase again whoever was erased last.\n";
}

void say(const RestoredHall& hall, const RestoreOptions& options, std::ostream& out)
{
    out << options.target << " goes on after event " << hall.seq << ", with a new life.\n";
    sayNumbers(hall, out);
    if (hall.waiting.empty())
        out << "Nobody was waiting in it. Whoever holds paper came later: the usher gives them a number.\n";
    else
        out << "The usher looks who of these is still there, and whose paper isn't among them:\n"
            << joined(hall.waiting) << '\n';
    if (!hall.isNoted)
        out << options.from
            << " can't be written: make no second hall of it, which would give the same "
               "numbers.\n";
    sayLoss(hall.missed, out);
    if (hall.withoutKey > 0)
        out << hall.withoutKey
            << " customers of the backup have no key: they were erased since, or imported after the keys "
               "were "
               "copied. Import the latter again.\n";
    if (!hall.hasKeys)
        out << "It has no keys: bring them back with --keys, or start it with --without-customers.\n";
}

void restoreHall(const RestoreOptions& options, Context& context)
{
    const auto source = sourceOf(options);
    const auto restored =
        source ? restore(*source, options.target, {context.now()}) : tl::unexpected(source.error());
    if (!restored)
        return context.fail(restored.error());
    say(*restored, options, context.out);
}

} // namespace

void addRestore(CLI::App& app, Context& context)
{
    auto* command =
        app.add_subcommand("restore", "Makes a hall from a backup: verified, with a new life, and "
                                      "numbers beyond those printed since");
    auto options = std::make_shared<RestoreOptions>();
    command->add_option("TARGET", options->target, "A new directory")->required();
    command
        ->add_option("--from", options->from,
                     "A backup, a set of `backup --follow`, or a hall that doesn't start as it has "
                     "lost lines of its journal")
        ->required()
        ->check(CLI::ExistingDirectory);
    command
        ->add_option("--until", options->until,
                     "Only what had happened then, by the hall's wall: \"2026-11-28 10:04\"")
        ->check(CLI::Validator(isLocalTime, "TIME"));
    command
        ->add_option("--at", options->at,
                     "What time it is, where this machine's clock doesn't know: \"2026-11-28 10:04\"")
        ->check(CLI::Validator(isLocalTime, "TIME"));
    command->add_option("--keys", options->keys, "The keys, as `backup --keys` wrote them")
        ->check(CLI::ExistingFile);
    command->add_flag(
        "--accept-loss", options->acceptsLoss,
        "Of a hall that has lost an import or an erasure: go on with the customers that are there");
    command->callback([options, &context] { restoreHall(*options, context); });
}

} // namespace starqueue::cli
