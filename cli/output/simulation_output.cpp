#include <cli/output/simulation_output.h>

#include <cli/console/number_text.h>
#include <cli/console/text_table.h>
#include <formats/csv/csv_writer.h>

#include <nlohmann/json.hpp>

#include <cmath>

namespace starqueue::cli {

namespace {

using Json = nlohmann::ordered_json;
using queue::SimulationResult;
using queue::TierFigures;

std::string disciplineOf(const queue::Scenario& scenario)
{
    return std::string{queue::word(scenario.rules.discipline)};
}

std::string withHalfWidth(double value, const std::optional<double>& halfWidth)
{
    return fixed(value, 2) + (halfWidth ? " ±" + fixed(*halfWidth, 2) : "");
}

std::vector<std::string> tierLine(const SimulatedVariant& from, const TierFigures& tier)
{
    const std::string& variant = from.name;
    if (tier.count == 0)
        return {variant, tier.name, "0", "-", "-", "-", "-", "-", "-", "-", "-"};
    return {variant,
            tier.name,
            std::to_string(tier.count),
            withHalfWidth(tier.mean, tier.meanHalfWidth),
            fixed(tier.p50, 2),
            withHalfWidth(tier.p90, tier.p90HalfWidth),
            withHalfWidth(tier.p95, tier.p95HalfWidth),
            fixed(tier.max, 1),
            percent(tier.inTargetShare),
            from.recorded ? "-" : std::to_string(tier.passedP99) + " / " + std::to_string(tier.passedMax),
            from.recorded ? "-" : fixed(tier.maxPassedByMinutes, 1)};
}

std::string summary(const SimulatedVariant& variant)
{
    const SimulationResult& result = variant.result;
    std::string text = variant.name + ": " + std::to_string(result.customers) + " customers";
    if (result.days > 0)
        text += " on " + std::to_string(result.days) + " days; every target kept on " +
                percent(*result.daysAllTargetsMet) + " of them, somebody waited over 30 min on " +
                percent(*result.daysOver30Minutes);
    if (!variant.recorded)
        text += "; counters busy " + percent(result.occupancy);
    if (result.unserved > 0)
        text += "; " + std::to_string(result.unserved) + " never called";
    if (result.turnedAway > 0)
        text += "; " + std::to_string(result.turnedAway) + " were given no number";
    if (result.fairnessViolations > 0)
        text += "; FAIRNESS BOUND BROKEN " + std::to_string(result.fairnessViolations) + " times";
    return text + (result.stopped ? "; stopped before its end\n" : "\n");
}

/// Rounded to four decimals, which keeps the JSON short; finer than a second.
Json number(double value)
{
    return std::round(value * 1e4) / 1e4;
}

Json number(const std::optional<double>& value)
{
    return value ? number(*value) : Json();
}

Json json(const TierFigures& tier, bool recorded)
{
    const auto known = [&](double value) { return tier.count > 0 ? number(value) : Json(); };
    Json figures;
    figures["name"] = tier.name;
    figures["count"] = tier.count;
    figures["mean"] = known(tier.mean);
    figures["meanHalfWidth"] = number(tier.meanHalfWidth);
    figures["p50"] = known(tier.p50);
    figures["p90"] = known(tier.p90);
    figures["p90HalfWidth"] = number(tier.p90HalfWidth);
    figures["p95"] = known(tier.p95);
    figures["p95HalfWidth"] = number(tier.p95HalfWidth);
    figures["max"] = known(tier.max);
    figures["inTargetShare"] = known(tier.inTargetShare);
    figures["passedP99"] = recorded ? Json() : Json(tier.passedP99);
    figures["passedMax"] = recorded ? Json() : Json(tier.passedMax);
    figures["maxPassedByMinutes"] = recorded ? Json() : known(tier.maxPassedByMinutes);
    return figures;
}

Json json(const SimulatedVariant& variant, bool named)
{
    const SimulationResult& result = variant.result;
    Json object;
    if (named)
        object["name"] = variant.name;
    object["discipline"] = disciplineOf(variant.scenario);
    object["seed"] = variant.scenario.seed;
    object["customers"] = result.customers;
    object["seconds"] = result.hallSeconds;
    object["tiers"] = Json::array();
    for (const TierFigures& tier : result.tiers)
        object["tiers"].push_back(json(tier, variant.recorded));
    object["occupancy"] = variant.recorded ? Json() : number(result.occupancy);
    object["days"] = result.days;
    object["daysAllTargetsMet"] = number(result.daysAllTargetsMet);
    object["daysOver30Minutes"] = number(result.daysOver30Minutes);
    object["fairnessViolations"] = result.fairnessViolations;
    object["unserved"] = result.unserved;
    object["turnedAway"] = result.turnedAway;
    object["stopped"] = result.stopped;
    if (variant.counters)
        object["counters"] = Json::parse(playedCountersJson(*variant.counters));
    return object;
}

const std::vector<std::string> kColumns{"variant",
                                        "discipline",
                                        "seed",
                                        "tier",
                                        "count",
                                        "mean",
                                        "meanHalfWidth",
                                        "p50",
                                        "p90",
                                        "p90HalfWidth",
                                        "p95",
                                        "p95HalfWidth",
                                        "max",
                                        "inTargetShare",
                                        "passedP99",
                                        "passedMax",
                                        "maxPassedByMinutes",
                                        "occupancy",
                                        "days",
                                        "daysAllTargetsMet",
                                        "daysOver30Minutes"};

std::string csvNumber(const std::optional<double>& value)
{
    return value ? fixed(*value, 4) : "";
}

void addRecord(formats::CsvWriter& csv, const SimulatedVariant& variant, const TierFigures& tier)
{
    const SimulationResult& result = variant.result;
    const auto known = [&](double value) { return tier.count > 0 ? fixed(value, 4) : std::string{}; };
    // Records lack who was passed and how busy counters were: those cells stay empty.
    const auto simulated = [&](const std::string& cell) { return variant.recorded ? std::string{} : cell; };
    csv.text(variant.name);
    csv.text(disciplineOf(variant.scenario));
    csv.number(std::to_string(variant.scenario.seed));
    csv.text(tier.name);
    for (const std::string& figure :
         {std::to_string(tier.count), known(tier.mean), csvNumber(tier.meanHalfWidth), known(tier.p50),
          known(tier.p90), csvNumber(tier.p90HalfWidth), known(tier.p95), csvNumber(tier.p95HalfWidth),
          known(tier.max), known(tier.inTargetShare), simulated(std::to_string(tier.passedP99)),
          simulated(std::to_string(tier.passedMax)), simulated(known(tier.maxPassedByMinutes)),
          simulated(fixed(result.occupancy, 4)), std::to_string(result.days),
          csvNumber(result.daysAllTargetsMet), csvNumber(result.daysOver30Minutes)})
        csv.number(figure);
    csv.endRecord();
}

} // namespace

std::string simulationTable(const std::vector<SimulatedVariant>& variants)
{
    std::vector<std::vector<std::string>> lines{{"variant", "tier", "count", "mean", "p50", "p90", "p95",
                                                 "max", "in target", "passed p99/max", "passed by"}};
    std::string text;
    const std::size_t tiers = variants.empty() ? 0 : variants.front().result.tiers.size();
    for (std::size_t tier = 0; tier < tiers; ++tier) {
        for (const SimulatedVariant& variant : variants) {
            if (tier < variant.result.tiers.size())
                lines.push_back(tierLine(variant, variant.result.tiers[tier]));
        }
    }
    for (const SimulatedVariant& variant : variants) {
        text += summary(variant);
        if (variant.counters)
            text += playedCountersText(*variant.counters);
    }
    return text + "minutes; ± half of the 95 % interval\n\n" + setInColumns(lines);
}

std::string simulationCsv(const std::vector<SimulatedVariant>& variants)
{
    formats::CsvWriter csv{formats::CsvWriter::Reader::Program};
    csv.record(kColumns);
    for (const SimulatedVariant& variant : variants) {
        for (const TierFigures& tier : variant.result.tiers)
            addRecord(csv, variant, tier);
    }
    return csv.take();
}

std::string simulationJson(const std::vector<SimulatedVariant>& variants)
{
    if (variants.size() == 1)
        return json(variants.front(), false).dump(2) + "\n";
    Json list = Json::array();
    for (const SimulatedVariant& variant : variants)
        list.push_back(json(variant, true));
    return list.dump(2) + "\n";
}

} // namespace starqueue::cli
