#include <cli/program.h>

#include <cli/commands/commands.h>

#include <formats/command_line/unknown_word.h>

#include <CLI/CLI.hpp>

namespace starqueue::cli {

namespace {

ExitStatus refuse(const CLI::App& app, const CLI::ParseError& error, Context& context)
{
    const std::string unknown = error.get_exit_code() == 0 ? std::string{} : formats::unknownWord(app);
    if (unknown.empty())
        return app.exit(error, context.out, context.err) == 0 ? ExitStatus::Well : ExitStatus::WrongUse;
    context.err << "starqueue: " << unknown << "\nRun with --help for more information.\n";
    return ExitStatus::WrongUse;
}

} // namespace

ExitStatus run(const std::vector<std::string>& arguments, Context& context)
{
    CLI::App app{"StarQueue: sets a hall up, looks after it and reads its figures.", "starqueue"};
    app.require_subcommand(1);
    addInit(app, context);
    addToken(app, context);
    addUser(app, context);
    addImportCustomers(app, context);
    addCustomer(app, context);
    addReport(app, context);
    addSimulate(app, context);
    addStaffing(app, context);
    addReplay(app, context);
    addDevice(app, context);
    addDoctor(app, context);
    addVerify(app, context);
    addBackup(app, context);
    addRestore(app, context);
    addClock(app, context);
    addCalendar(app, context);
    addCertify(app, context);
    try {
        app.parse(std::vector<std::string>{arguments.rbegin(), arguments.rend()});
    } catch (const CLI::ParseError& error) {
        return refuse(app, error, context);
    } catch (const std::exception& error) {
        context.fail(error.what());
    }
    return context.status;
}

} // namespace starqueue::cli
