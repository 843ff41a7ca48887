#include <hall/week/table.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace starqueue::hall::test {

namespace {

std::string trimmed(const std::string& text)
{
    const std::size_t from = text.find_first_not_of(' ');
    return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

/// "| a | b |"
std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells;
    std::istringstream in(line.substr(1, line.rfind('|') - 1));
    for (std::string cell; std::getline(in, cell, '|');)
        cells.push_back(trimmed(cell));
    return cells;
}

} // namespace

std::string rowOf(const std::vector<std::string>& cells)
{
    std::string row;
    for (const std::string& cell : cells)
        row += (&cell == &cells.front() ? "" : " | ") + cell;
    return row;
}

std::vector<std::string> tableBelow(const std::string& heading)
{
    std::ifstream file(std::string(STARQUEUE_WEEK) + "/made-up-week.md");
    std::string line;
    while (std::getline(file, line) && line != "## " + heading) {
    }
    std::vector<std::string> rows;
    while (std::getline(file, line) && !line.starts_with("## "))
        if (line.starts_with("|"))
            rows.push_back(rowOf(cellsOf(line)));
    if (rows.size() < 2)
        throw std::runtime_error("made-up-week.md has no table below " + heading);
    return {rows.begin() + 2, rows.end()};
}

} // namespace starqueue::hall::test
