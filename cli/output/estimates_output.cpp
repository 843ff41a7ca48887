#include <cli/output/simulation_output.h>

#include <cli/console/number_text.h>
#include <cli/console/text_table.h>
#include <formats/csv/csv_writer.h>

#include <nlohmann/json.hpp>

#include <cmath>

namespace starqueue::cli {

namespace {

using Json = nlohmann::ordered_json;

const std::vector<std::string> kEstimateColumns{"variant",           "method",   "count",
                                                "meanAbsoluteError", "coverage", "width"};

/// An estimator and its accuracy. Without a range: the estimator gives none.
struct EstimateLine
{
    const char* method;
    std::uint64_t count;
    double meanError;
    std::optional<double> coverage;
    std::optional<double> width;
};

std::vector<EstimateLine> linesOf(const queue::EstimateTrialResult& trial)
{
    return {{"simulation", trial.customers, trial.raw.meanError, trial.raw.coverage, trial.raw.width},
            {"simulation, calibrated", trial.calibratedCustomers, trial.calibrated.meanError,
             trial.calibrated.coverage, trial.calibrated.width},
            {"those ahead by rank", trial.customers, trial.byRank, {}, {}},
            {"everybody who waits", trial.customers, trial.byEverybody, {}, {}},
            {"head of the line", trial.customers, trial.headOfLine, {}, {}},
            {"last one called", trial.customers, trial.lastServed, {}, {}}};
}

Json rounded(const std::optional<double>& value)
{
    return value ? Json(std::round(*value * 1e4) / 1e4) : Json();
}

/// Empty, if there are no customers that the figure is of.
std::optional<double> known(const EstimateLine& line, const std::optional<double>& value)
{
    return line.count > 0 ? value : std::nullopt;
}

Json variantJson(const SimulatedVariant& variant)
{
    Json object;
    object["name"] = variant.name;
    object["seed"] = variant.scenario.seed;
    object["days"] = variant.scenario.length.days;
    object["stopped"] = variant.estimates.stopped;
    object["methods"] = Json::array();
    for (const EstimateLine& line : linesOf(variant.estimates))
        object["methods"].push_back({{"method", line.method},
                                     {"count", line.count},
                                     {"meanAbsoluteError", rounded(known(line, line.meanError))},
                                     {"coverage", rounded(known(line, line.coverage))},
                                     {"width", rounded(known(line, line.width))}});
    return object;
}

} // namespace

std::string estimatesTable(const std::vector<SimulatedVariant>& variants)
{
    std::vector<std::vector<std::string>> lines{
        {"variant, method", "count", "mean error", "in the range", "its width"}};
    for (const SimulatedVariant& variant : variants) {
        for (const EstimateLine& line : linesOf(variant.estimates)) {
            const auto cell = [&](const std::optional<double>& value, double factor, int digits) {
                return known(line, value) ? fixed(*value * factor, digits) : std::string("-");
            };
            lines.push_back(
                {variant.name + ", " + line.method, std::to_string(line.count), cell(line.meanError, 1, 2),
                 line.coverage ? cell(line.coverage, 100, 1) + " %" : "-", cell(line.width, 1, 2)});
        }
    }
    return "customers who found every counter taken; minutes; the range is to hold for 80 %\n\n" +
           setInColumns(lines);
}

std::string estimatesCsv(const std::vector<SimulatedVariant>& variants)
{
    formats::CsvWriter csv{formats::CsvWriter::Reader::Program};
    csv.record(kEstimateColumns);
    for (const SimulatedVariant& variant : variants) {
        for (const EstimateLine& line : linesOf(variant.estimates)) {
            csv.text(variant.name);
            csv.text(line.method);
            csv.number(std::to_string(line.count));
            for (const auto& figure : {std::optional(line.meanError), line.coverage, line.width})
                csv.number(known(line, figure) ? fixed(*figure, 4) : "");
            csv.endRecord();
        }
    }
    return csv.take();
}

std::string estimatesJson(const std::vector<SimulatedVariant>& variants)
{
    if (variants.size() == 1)
        return variantJson(variants.front()).dump(2) + "\n";
    Json list = Json::array();
    for (const SimulatedVariant& variant : variants)
        list.push_back(variantJson(variant));
    return list.dump(2) + "\n";
}

} // namespace starqueue::cli
