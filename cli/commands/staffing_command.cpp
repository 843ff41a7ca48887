#include <cli/commands/commands.h>

#include <cli/checks/hall_access.h>
#include <cli/console/interruption.h>
#include <cli/console/number_text.h>
#include <cli/console/progress_bar.h>
#include <cli/console/text_table.h>

#include <hall/settings/scenario/scenario_file.h>

#include <queue/staffing/staffing.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <unistd.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <thread>

namespace starqueue::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kWeek = 7;
constexpr Minutes kHalfHour{30};

struct StaffingOptions
{
    std::string scenario;
    std::string data;
    std::string hall;
    std::string tokenFile;
    std::string date;
    bool week = false;
    double probability = 0.9;
    int mostCounters = 0;
    unsigned threads = 0;
    bool json = false;
};

/// The same shape as the hall's answer, with times relative to the opening.
Json scenarioAdvice(const queue::StaffingQuestion& question, const queue::StaffingAdvice& advice,
                    const queue::Scenario& scenario)
{
    Json out;
    out["date"] = nullptr;
    out["probabilityAsked"] = question.probability;
    out["possible"] = advice.possible;
    out["probability"] = advice.probability;
    out["halfWidth"] = std::round(advice.halfWidth * 1e4) / 1e4;
    out["runs"] = advice.runs;
    out["halfHours"] = Json::array();
    for (std::size_t i = 0; i < advice.counters.size(); ++i)
        out["halfHours"].push_back({{"localTime", "+" + clockText(kHalfHour * static_cast<int>(i))},
                                    {"counters", advice.counters[i]},
                                    {"planned", nullptr},
                                    {"difference", nullptr},
                                    {"expectedCustomers", std::round(advice.expected[i] * 10) / 10}});
    out["tiers"] = Json::array();
    for (std::size_t i = 0; i < advice.inTarget.size(); ++i)
        out["tiers"].push_back({{"name", scenario.demand.tiers[i].name},
                                {"stars", scenario.rules.tiers[i].stars},
                                {"withinTargetShare", std::round(advice.inTarget[i] * 1e4) / 1e4}});
    out["plan"] = nullptr;
    out["present"] = nullptr;
    return out;
}

tl::expected<Json, std::string> fromScenario(const StaffingOptions& options)
{
    const auto read = settings::readScenario(options.scenario);
    if (!read)
        return tl::unexpected(formats::errorMessage(read.error()));
    queue::Scenario scenario = *read;
    scenario.rules = queue::withCounters(scenario.rules, options.mostCounters);
    const Instant opens = Instant{} + std::chrono::hours{1};
    queue::StaffingQuestion question;
    question.rules = std::make_shared<const queue::Rules>(scenario.rules);
    question.belief = {
        scenario.demand, queue::forecastOf(scenario.demand, opens, queue::dayLength(scenario)), {}};
    question.from = opens;
    question.halfHours = static_cast<int>(queue::dayLength(scenario) / kHalfHour);
    question.probability = options.probability;
    question.seed = scenario.seed;
    const Interruption interruption;
    queue::SimulationOptions run;
    run.threads = options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    run.stop = interruption.token();
    const queue::StaffingAdvice advice = queue::adviseStaffing(question, run);
    if (advice.stopped)
        return tl::unexpected(std::string("stopped before a plan was found"));
    return scenarioAdvice(question, advice, scenario);
}

tl::expected<Json, std::string> fromHall(const HallAccess& hall, const std::string& date, double probability)
{
    std::string path = "/api/v1/staffing?probability=" + std::to_string(probability);
    if (!date.empty())
        path += "&date=" + date;
    return fetchJson(hall, path, Shape::Object)
        .and_then([](const Json& answer) -> tl::expected<Json, std::string> {
            if (!answer.contains("halfHours"))
                return tl::unexpected(
                    std::string("the hall's answer is no staffing advice; is it a StarQueue hall?"));
            return answer;
        });
}

std::string nextDate(const std::string& from, int days)
{
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    std::sscanf(from.c_str(), "%d-%u-%u", &year, &month, &day);
    const std::chrono::year_month_day next{
        std::chrono::sys_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)} +
        std::chrono::days{days}};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(next.year()),
                  static_cast<unsigned>(next.month()), static_cast<unsigned>(next.day()));
    return text.data();
}

/// With what is planned, if the hall has a plan for it: "-2" means that two are missing.
std::string halfHourColumns(const Json& advice)
{
    const bool hasPlan = advice.value("plan", Json()).is_object();
    std::vector<std::vector<std::string>> lines{{"half-hour", "counters", "customers expected"}};
    if (hasPlan)
        lines.front().insert(lines.front().begin() + 2, {"planned", "difference"});
    const auto shown = [](const Json& number) { return number.is_null() ? std::string("–") : number.dump(); };
    for (const Json& half : advice.at("halfHours")) {
        lines.push_back({half.at("localTime").get<std::string>(), half.at("counters").dump(),
                         half.at("expectedCustomers").dump()});
        if (hasPlan)
            lines.back().insert(lines.back().begin() + 2,
                                {shown(half.at("planned")), shown(half.at("difference"))});
    }
    return setInColumns(lines);
}

/// With what probability the plan keeps every target, and how much of each tier is called within its own.
std::string planLine(const Json& plan)
{
    std::string text =
        "\nWith the plan it is " + percent(plan.at("probability")) + "; called within the target:";
    for (const Json& tier : plan.at("tiers"))
        text += "\n  from " + tier.at("stars").dump() + " stars  " + percent(tier.at("withinTargetShare"));
    return text + "\n";
}

std::string table(const Json& advice)
{
    std::string text = advice.at("date").is_string() ? advice.at("date").get<std::string>() + ": " : "";
    if (!advice.at("possible").get<bool>())
        text += "NO PLAN KEEPS EVERY TARGET with " + percent(advice.at("probabilityAsked")) +
                ", not even with every counter open; then it is " + percent(advice.at("probability")) +
                "\n\n";
    else
        text += "every tier's target is kept with " + percent(advice.at("probability")) + " ±" +
                percent(advice.at("halfWidth")) + " (" + advice.at("runs").dump() + " runs)\n\n";
    text += halfHourColumns(advice);
    if (const Json plan = advice.value("plan", Json()); plan.is_object())
        text += planLine(plan);
    if (advice.at("present").is_object())
        text += "\nWith the " + advice.at("present").at("counters").dump() + " counters open now it is " +
                percent(advice.at("present").at("probability")) + ".\n";
    return text;
}

/// One answer for today or a date; for a week one a day, where a day without data has an answer that says so.
tl::expected<std::vector<Json>, std::string> hallAdvice(const StaffingOptions& options, Context& context)
{
    const auto hall = options.data.empty() ? hallAt(options.hall, options.tokenFile) : hallIn(options.data);
    if (!hall)
        return tl::unexpected(hall.error());
    std::vector<Json> list;
    const auto first = fromHall(*hall, options.date, options.probability);
    if (!first)
        return tl::unexpected(first.error());
    if (!options.week)
        return std::vector<Json>{*first};
    ProgressBar bar(context.err, "week", ::isatty(STDERR_FILENO) != 0);
    for (int day = 1; day <= kWeek; ++day) {
        const std::string date = nextDate(first->at("date").get<std::string>(), day);
        auto advice = fromHall(*hall, date, options.probability);
        if (!advice)
            context.err << "starqueue: " << date << ": " << advice.error() << '\n';
        else
            list.push_back(std::move(*advice));
        bar.show(day / static_cast<double>(kWeek));
    }
    if (list.empty())
        return tl::unexpected(std::string("there is no advice for any day of the week"));
    return list;
}

void staffing(const StaffingOptions& options, Context& context)
{
    const bool synthetic = !options.scenario.empty();
    auto advice = synthetic
                      ? fromScenario(options).map([](const Json& one) { return std::vector<Json>{one}; })
                      : hallAdvice(options, context);
    if (!advice)
        return context.fail(advice.error());
    if (options.json) {
        context.out << (options.week ? Json(*advice) : advice->front()).dump(2) << '\n';
        return;
    }
    for (const Json& one : *advice)
        context.out << table(one) << '\n';
}

} // namespace

void addStaffing(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand(
        "staffing", "The fewest counters by half-hour that keep every tier's target: today, a day, a week");
    auto options = std::make_shared<StaffingOptions>();
    auto* scenario = command->add_option("--scenario", options->scenario, "Of a scenario (TOML)");
    scenario->check(CLI::ExistingFile);
    auto* data = command->add_option("--data", options->data, "Of the running hall with this directory");
    data->check(CLI::ExistingDirectory)->excludes(scenario);
    auto* hall = command->add_option("--hall", options->hall, "Of the running hall at this address");
    hall->excludes(data)->excludes(scenario);
    auto* token = command->add_option("--token-file", options->tokenFile, "A manager's token");
    hall->needs(token);
    auto* date = command->add_option("--date", options->date,
                                     "A day of the next two weeks; without it the next two hours");
    date->excludes(scenario);
    command->add_flag("--week", options->week, "Each of the next seven days")
        ->excludes(date)
        ->excludes(scenario);
    command->add_option("--probability", options->probability, "With which every target is to be kept")
        ->check(CLI::Range(0.5, 0.99))
        ->capture_default_str();
    command
        ->add_option("--max-counters", options->mostCounters,
                     "With --scenario: so many might be opened, if it has fewer")
        ->check(CLI::Range(1, 200))
        ->needs(scenario);
    command->add_option("--threads", options->threads, "All cores unless given; the advice is the same")
        ->check(CLI::Range(1, 256));
    command->add_flag("--json", options->json, "As JSON");
    command->callback([options, &context] {
        if (options->scenario.empty() && options->data.empty() && options->hall.empty())
            throw CLI::RequiredError("--scenario, --data or --hall");
        staffing(*options, context);
    });
}

} // namespace starqueue::cli
