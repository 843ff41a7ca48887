#include <formats/command_line/unknown_word.h>

#include <formats/nearest_name.h>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <set>

namespace starqueue::formats {

namespace {

std::set<std::string> optionsOf(const CLI::App& app)
{
    std::set<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames())
            names.insert("--" + name);
    }
    return names;
}

std::set<std::string> commandsOf(const CLI::App& app)
{
    std::set<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        names.insert(command->get_name());
    return names;
}

std::string explained(const CLI::App& app, const std::string& word)
{
    const bool option = word.starts_with('-');
    const std::string name = option ? word.substr(0, word.find('=')) : word;
    const std::string nearest = nearestName(name, option ? optionsOf(app) : commandsOf(app));
    const std::string kind = option                    ? "there is no option "
                             : commandsOf(app).empty() ? "unexpected "
                                                       : "there is no command ";
    return kind + '"' + name + '"' + (nearest.empty() ? "" : "; the nearest is \"" + nearest + '"');
}

} // namespace

std::string unknownWord(const CLI::App& app)
{
    const std::vector<std::string> left = app.remaining();
    const auto word = std::ranges::find_if(left, [](const std::string& one) { return one != "--"; });
    if (word != left.end())
        return explained(app, *word);
    for (const CLI::App* command : app.get_subcommands()) {
        if (std::string text = unknownWord(*command); !text.empty())
            return text;
    }
    return {};
}

} // namespace starqueue::formats
