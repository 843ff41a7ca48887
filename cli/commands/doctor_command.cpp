#include <cli/commands/commands.h>

#include <cli/checks/examination.h>
#include <cli/output/bound_table.h>

#include <hall/settings/hall_settings.h>

#include <CLI/CLI.hpp>

#include <chrono>
#include <functional>

namespace starqueue::cli {

namespace {

const char* sign(Finding::Grade grade)
{
    switch (grade) {
    case Finding::Grade::Well:
        return "ok    ";
    case Finding::Grade::Note:
        return "note  ";
    case Finding::Grade::Bad:
        break;
    }
    return "BAD   ";
}

/// The overtaking bounds of the settings, if they are readable.
void showBounds(const std::string& data, Context& context)
{
    const auto settings = settings::readHallSettings(std::filesystem::path(data) / "hall.toml");
    if (!settings)
        return;
    context.out << "\nNobody can be overtaken by more than this; promised: less than "
                << settings->rules.bound.count() << " min.\n"
                << boundTable(settings->rules);
    if (settings->rules.mostPasses > 0)
        context.out << "Nobody can be passed in turn more than " << settings->rules.mostPasses << " times.\n";
    else
        context.out << "How often anybody can be passed has no limit ([fairness] most_passes).\n";
}

using Examine = std::function<std::vector<Finding>(const std::filesystem::path&)>;

/// In the order in which they are told.
std::vector<Examine> examinations(const std::string& data, Context& context)
{
    const auto room = [](const std::filesystem::path& dir) { return examineDisk(dir); };
    if (isDiskFull(data))
        return {room, examineClearText, examineService};
    const auto dates = [now = context.now()](const std::filesystem::path& dir) {
        return examineCalendar(dir, now);
    };
    // The disk first: who opens a database removes an empty -wal, whosever it was.
    return {room,         examineHall,  dates,           examineClearText, examineKeys,   examineTokens,
            examineUsers, examinePorts, examinePrinters, examineDevices,   examineService};
}

void doctor(const std::string& data, Context& context)
{
    for (const Examine& examine : examinations(data, context)) {
        for (const Finding& finding : examine(data)) {
            context.out << sign(finding.grade) << finding.about << ": " << finding.detail << '\n';
            if (finding.grade == Finding::Grade::Bad)
                context.status = ExitStatus::Failed;
        }
    }
    showBounds(data, context);
}

} // namespace

void addDoctor(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand(
        "doctor", "Looks at settings, databases, tokens, serial ports and the service; 1 if anything is bad");
    auto data = std::make_shared<std::string>();
    command->add_option("--data", *data, "The hall's directory")->required()->check(CLI::ExistingDirectory);
    command->callback([data, &context] { doctor(*data, context); });
}

} // namespace starqueue::cli
