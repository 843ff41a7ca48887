#include <cli/commands/hall_action.h>

#include <db/sqlite/hall_directory.h>

namespace starqueue::cli {

CLI::App* hallAction(CLI::App& command, std::string& data, const char* name, const char* about)
{
    auto* action = command.add_subcommand(name, about);
    action->add_option("--data", data, "The hall's directory")->required()->check(db::whyNotServed);
    return action;
}

} // namespace starqueue::cli
