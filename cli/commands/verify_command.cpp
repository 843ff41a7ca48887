#include <cli/commands/commands.h>

#include <cli/backup/backup.h>
#include <cli/backup/key_backup.h>
#include <cli/backup/renewal.h>
#include <cli/backup/verification.h>
#include <cli/checks/examination.h>
#include <cli/data/security_note.h>

#include <db/people/customers.h>
#include <db/restore/journal_follower.h>
#include <db/sqlite/hall_directory.h>

#include <CLI/CLI.hpp>

namespace starqueue::cli {

namespace {

struct VerifyOptions
{
    std::string data;
    std::string keys;
    std::string head;
    bool renewSums = false;
};

/// A set of `backup --follow` holds a hall in its base.
std::string whyNotWhole(const std::string& dir)
{
    return db::whyNoHall(db::isFollowedSet(dir) ? std::filesystem::path{dir} / "base"
                                                : std::filesystem::path{dir});
}

/// As the log, the doctor and an earlier `verify` say it.
std::string whyNotHead(const std::string& text)
{
    return db::journalHeadIn(text)
               ? std::string{}
               : "a head is SEQ:HASH: the number of a line, a colon and 16 hexadecimal digits";
}

/// False, with an error said: it isn't whole.
bool renew(const VerifyOptions& options, Context& context)
{
    const auto renewed = renewPageSums(options.data);
    if (!renewed) {
        context.fail(renewed.error());
        return false;
    }
    for (const RenewedFile& one : *renewed) {
        context.out << one.file.string() << ": " << one.pages
                    << " pages got the checksum of what stands there\n";
        noteSecurity(options.data, db::SecurityEvent::SumsRenewed,
                     one.file.filename().string() + ' ' + std::to_string(one.pages) + " pages", context);
    }
    if (renewed->empty())
        context.out << "every page has its checksum: nothing was changed\n";
    return context.status == ExitStatus::Well;
}

/// SQLite's words for a disk without room for what it needs to read are those for a broken one.
std::string withCause(const std::string& fault, const std::string& dir)
{
    return fault.find("disk I/O error") != fault.npos && isDiskFull(dir)
               ? fault +
                     ": its disk takes nothing more, and without room a database can't be read. Make room; "
                     "nothing is lost"
               : fault;
}

void verifyHall(const VerifyOptions& options, Context& context)
{
    if (const std::string begun = db::whyUnfinished(options.data); !begun.empty())
        return context.fail(begun);
    if (options.renewSums && !renew(options, context))
        return;
    if (!options.keys.empty())
        if (const std::string fault = keyBackupFault(options.keys); !fault.empty())
            return context.fail(fault);
    if (const std::string neither = whyNeither(options.data); !neither.empty())
        return context.fail(neither);
    const auto found = verify(options.data, db::journalHeadIn(options.head));
    if (!found)
        return context.fail(withCause(found.error(), options.data));
    if (found->withoutKey > 0)
        return context.fail(db::textOfUnknown(found->withoutKey, options.data));
    context.out << "whole: " << found->events << " events without a gap, replayed to " << found->tickets
                << " tickets\n"
                << "head: " << found->head << '\n';
    if (!options.head.empty())
        context.out << "all that it held at " << options.head << " is as it was\n";
    for (const std::string& file : found->withoutChecksums)
        context.out << file
                    << " is without page checksums, as it was made before them: damage to what nobody reads "
                       "of it isn't found. A hall that is restored has them\n";
}

} // namespace

void addVerify(CLI::App& app, Context& context)
{
    auto* command =
        app.add_subcommand("verify", "Checks the database and replays the journal, beside a running service");
    auto options = std::make_shared<VerifyOptions>();
    command->add_option("--data", options->data, "The hall's directory, or a backup of it")
        ->required()
        ->check(whyNotWhole);
    command->add_option("--keys", options->keys, "A copy of its keys too, as `backup --keys` wrote it")
        ->check(CLI::ExistingFile);
    command
        ->add_option(
            "--head", options->head,
            "A head that was kept elsewhere, as the log says it when a day is closed: is all still there?")
        ->check(CLI::Validator(whyNotHead, "SEQ:HASH"));
    command->add_flag(
        "--renew-sums", options->renewSums,
        "First gives pages that another program has written (the sqlite3 shell) their checksums, if "
        "all else is whole: of a stopped hall");
    command->callback([options, &context] { verifyHall(*options, context); });
}

} // namespace starqueue::cli
