#pragma once

#include <cli/console/context.h>

namespace CLI {
class App;
}

namespace starqueue::cli {

// Each adds a subcommand. It runs while the line is parsed and sets the context's status; the context must
// outlive the app.

void addInit(CLI::App& app, Context& context);
void addToken(CLI::App& app, Context& context);
void addUser(CLI::App& app, Context& context);
void addImportCustomers(CLI::App& app, Context& context);
void addCustomer(CLI::App& app, Context& context);
void addReplay(CLI::App& app, Context& context);
void addReport(CLI::App& app, Context& context);
void addSimulate(CLI::App& app, Context& context);
void addStaffing(CLI::App& app, Context& context);
void addDevice(CLI::App& app, Context& context);
void addDoctor(CLI::App& app, Context& context);
void addVerify(CLI::App& app, Context& context);
void addBackup(CLI::App& app, Context& context);
void addRestore(CLI::App& app, Context& context);
void addClock(CLI::App& app, Context& context);
void addCalendar(CLI::App& app, Context& context);
void addCertify(CLI::App& app, Context& context);

} // namespace starqueue::cli
