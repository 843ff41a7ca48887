#include <cli/golden/golden_figures.h>

#include <gtest/gtest.h>

#include <map>
#include <sstream>

namespace starqueue::cli::test {

namespace {

std::vector<std::string> cells(const std::string& line)
{
    std::vector<std::string> parts;
    std::istringstream in(line);
    for (std::string part; std::getline(in, part, ',');)
        parts.push_back(part);
    return parts;
}

} // namespace

std::vector<KnownFigure> knownFigures(const std::string& csv)
{
    std::vector<KnownFigure> figures;
    std::istringstream in(csv);
    std::string line;
    std::getline(in, line);
    const std::vector<std::string> heading = cells(line);
    while (std::getline(in, line)) {
        std::map<std::string, std::string> row;
        const std::vector<std::string> values = cells(line);
        for (std::size_t i = 0; i < heading.size(); ++i)
            row[heading[i]] = values.at(i);
        for (const std::string name : {"mean", "p90", "p95"}) {
            const bool exact = !row.at(name + "_theory").empty();
            figures.push_back({row.at("config"), std::stoul(row.at("cls")) - 1, name,
                               std::stod(row.at(name + (exact ? "_theory" : "_sim"))),
                               exact ? 0 : std::stod(row.at(name + "_ci95"))});
        }
    }
    return figures;
}

std::string withValue(std::string text, const std::string& key, const std::string& value)
{
    const std::size_t at = text.find("\n" + key + " = ");
    EXPECT_NE(at, std::string::npos) << key;
    if (at == std::string::npos)
        return text;
    const std::size_t from = at + key.size() + 4;
    return text.replace(from, text.find('\n', from) - from, value);
}

std::string withLength(std::string scenario, const std::string& customers, const std::string& warmUp)
{
    return withValue(withValue(std::move(scenario), "customers", customers), "warm_up", warmUp);
}

} // namespace starqueue::cli::test
