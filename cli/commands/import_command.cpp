#include <cli/commands/commands.h>

#include <db/people/customers.h>

#include <CLI/CLI.hpp>

#include <fstream>

namespace starqueue::cli {

namespace {

struct ImportOptions
{
    std::string file;
    std::string data;
};

void importCustomers(const ImportOptions& options, Context& context)
{
    std::ifstream csv(options.file, std::ios::binary);
    if (!csv)
        return context.fail("can't read " + options.file);
    const auto customers = db::CustomerStore::open(options.data);
    if (!customers)
        return context.fail(customers.error().detail);
    const auto report = (*customers)->importCsv(csv);
    if (!report)
        return context.fail(report.error().detail);
    for (const db::ImportProblem& problem : report->problems)
        context.err << options.file << ':' << problem.line << ": " << problem.detail << '\n';
    context.out << report->added << " added, " << report->updated << " updated, " << report->problems.size()
                << " lines left out\n";
    if (!report->problems.empty())
        context.status = ExitStatus::Failed;
}

} // namespace

void addImportCustomers(CLI::App& app, Context& context)
{
    auto* command =
        app.add_subcommand("import-customers", "Takes customer records in; who is known already is updated");
    auto options = std::make_shared<ImportOptions>();
    command
        ->add_option(
            "FILE", options->file,
            "CSV in UTF-8 with the header kind,value,stars,key_contact,name,labels; kind is phone, card "
            "or scan")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--data", options->data, "The hall's directory")
        ->required()
        ->check(CLI::ExistingDirectory);
    command->callback([options, &context] { importCustomers(*options, context); });
}

} // namespace starqueue::cli
