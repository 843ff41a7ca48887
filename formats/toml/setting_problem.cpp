#include <formats/toml/setting_problem.h>

namespace starqueue::formats {

std::string errorMessage(const SettingProblem& problem)
{
    std::string text = problem.file;
    if (problem.line > 0)
        text += ":" + std::to_string(problem.line);
    if (problem.column > 0)
        text += ":" + std::to_string(problem.column);
    if (!problem.key.empty())
        text += ": " + problem.key;
    if (!problem.value.empty())
        text += " = " + problem.value;
    return text + ": " + problem.advice;
}

std::string errorMessage(const SettingProblems& problems)
{
    std::string text;
    for (const SettingProblem& problem : problems)
        text += (text.empty() ? "" : "\n") + errorMessage(problem);
    return text;
}

} // namespace starqueue::formats
