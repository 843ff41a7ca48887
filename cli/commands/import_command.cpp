#include <cli/commands/commands.h>

#include <cli/data/text_source.h>

#include <db/people/customers.h>
#include <db/sqlite/hall_directory.h>

#include <CLI/CLI.hpp>

namespace starqueue::cli {

namespace {

struct ImportOptions
{
    TextSource csv;
    std::string data;
    bool dryRun = false;
};

void tell(const db::ImportReport& report, const ImportOptions& options, Context& context)
{
    for (const db::RefusedRow& row : report.refused)
        context.err << options.csv.file << ':' << row.line << ": refused: " << row.reason << '\n';
    for (const std::string& column : report.absent)
        context.out << "no column " << column << ": what is known of it stays\n";
    context.out << report.rows() << " rows: " << report.taken << " taken, " << report.changed << " changed, "
                << report.same << " same, " << report.refused.size() << " refused"
                << (options.dryRun ? "; a dry run: nothing was changed\n" : "\n");
}

void importCustomers(const ImportOptions& options, Context& context)
{
    const auto text = readText(options.csv);
    if (!text)
        return context.fail(text.error() + "; nothing was changed");
    context.out << readAs(options.csv, *text) << '\n';
    const auto customers = db::CustomerStore::open(options.data);
    if (!customers)
        return context.fail(customers.error().detail);
    const auto mode = options.dryRun ? db::ImportMode::Trial : db::ImportMode::Lasting;
    const auto report = (*customers)->importCsv(text->text, mode);
    if (!report)
        return context.fail(report.error().detail + "; nothing was changed");
    tell(*report, options, context);
    if (!report->refused.empty())
        context.status = ExitStatus::Failed;
}

} // namespace

void addImportCustomers(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand(
        "import-customers", "Takes customer records in, all that are well formed or, if it fails, none; each "
                            "row is counted as taken, "
                            "changed, same or refused, and 1 is the exit status if any is refused");
    auto options = std::make_shared<ImportOptions>();
    command
        ->add_option(
            "FILE", options->csv.file,
            "CSV with the header kind,value,stars,key_contact,name,labels; kind is phone, card or scan")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--data", options->data, "The hall's directory")
        ->required()
        ->check(db::whyNotServed)
        ->check(db::whyNoCustomers);
    addEncoding(*command, "--encoding", options->csv.encoding);
    command->add_flag("--dry-run", options->dryRun, "Tells what would be taken, and changes nothing");
    command->callback([options, &context] { importCustomers(*options, context); });
}

} // namespace starqueue::cli
