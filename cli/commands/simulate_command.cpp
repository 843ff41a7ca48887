#include <cli/commands/commands.h>

#include <cli/console/interruption.h>
#include <cli/console/progress_bar.h>
#include <cli/data/hall_plan.h>
#include <cli/data/recorded_source.h>
#include <cli/output/simulation_output.h>

#include <hall/settings/scenario/scenario_file.h>

#include <queue/simulation/recorded_counters.h>
#include <queue/simulation/recorded_what_if.h>
#include <queue/staffing/estimate_trial.h>

#include <CLI/CLI.hpp>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <thread>

namespace starqueue::cli {

namespace {

struct SimulateOptions
{
    std::vector<std::string> scenarios;
    std::vector<std::string> disciplines;
    std::uint64_t days = 0;
    std::int64_t seed = -1;
    unsigned threads = 0;
    bool json = false;
    bool csv = false;
    bool estimates = false;
    double believedTimes = 1;
    RecordedSource recorded;
    PlanSource plan;
};

/// Recorded days to run the variants on.
struct Recorded
{
    std::vector<queue::RecordedDay> days;
    queue::RecordedDemand demand;
    std::vector<queue::PlanOfDay> plans; ///< of the days; empty: none is asked for
};

std::vector<std::string> disciplineWords()
{
    constexpr auto kWords = queue::wordsOf<queue::Discipline>();
    return {kWords.begin(), kWords.end()};
}

void change(queue::Scenario& scenario, const SimulateOptions& options)
{
    if (options.days > 0)
        scenario.length = {options.days, 0, 0};
    if (options.seed >= 0)
        scenario.seed = static_cast<std::uint64_t>(options.seed);
}

/// Every scenario under every requested discipline. Empty: an error was printed.
std::vector<SimulatedVariant> variantsOf(const SimulateOptions& options, Context& context)
{
    std::vector<SimulatedVariant> variants;
    for (const std::string& file : options.scenarios) {
        auto scenario = settings::readScenario(file);
        if (!scenario) {
            context.err << formats::errorMessage(scenario.error()) << '\n';
            context.status = ExitStatus::WrongUse;
            return {};
        }
        change(*scenario, options);
        const std::string name = std::filesystem::path(file).stem().string();
        if (options.disciplines.empty())
            variants.push_back({name, *scenario, {}, {}, false, {}});
        for (const std::string& discipline : options.disciplines) {
            scenario->rules.discipline = *queue::withWord<queue::Discipline>(discipline);
            std::string whole = options.scenarios.size() > 1 ? name : "";
            whole.append(whole.empty() ? "" : " ").append(discipline);
            variants.push_back({std::move(whole), *scenario, {}, {}, false, {}});
        }
    }
    return variants;
}

/// A scenario that only says how many counters there are leaves open when they are there.
CountersBy countersBy(const Recorded& recorded, const queue::Scenario& scenario)
{
    const int all = static_cast<int>(scenario.rules.counters.size());
    const std::vector<queue::OpeningStep> always{{Millis{0}, all}};
    if (!recorded.plans.empty())
        return CountersBy::Plan;
    return scenario.opening == always ? CountersBy::Record : CountersBy::Scenario;
}

std::vector<queue::OpeningStep> openingOf(const Recorded& recorded, std::size_t day,
                                          const queue::Scenario& scenario)
{
    const int counters = static_cast<int>(scenario.rules.counters.size());
    switch (countersBy(recorded, scenario)) {
    case CountersBy::Record:
        return queue::recordedCounters(recorded.days[day], counters);
    case CountersBy::Plan:
        return queue::plannedCounters(recorded.days[day], recorded.plans[day], counters, scenario.seed + day);
    case CountersBy::Scenario:
        break;
    }
    return scenario.opening;
}

void playAgain(SimulatedVariant& variant, const Recorded& recorded, const queue::SimulationOptions& options)
{
    std::vector<queue::KnownDay> days;
    for (std::size_t i = 0; i < recorded.days.size(); ++i)
        days.push_back({recorded.demand.days[i], openingOf(recorded, i, variant.scenario)});
    variant.result = queue::simulate(variant.scenario, days, options);
    PlayedCounters& counters = variant.counters.emplace();
    counters.by = countersBy(recorded, variant.scenario);
    for (std::size_t i = 0; i < recorded.plans.size(); ++i)
        for (queue::PlanBesideRecord& one : queue::planBeside(recorded.days[i], recorded.plans[i]))
            counters.spans.push_back(one);
}

/// `recorded`: null: days drawn from the scenario.
void run(SimulatedVariant& variant, const SimulateOptions& asked, const Recorded* recorded,
         const std::stop_token& stop, Context& context)
{
    ProgressBar bar(context.err, variant.name, ::isatty(STDERR_FILENO) != 0);
    queue::SimulationOptions options;
    options.threads = asked.threads > 0 ? asked.threads : std::max(1U, std::thread::hardware_concurrency());
    options.stop = stop;
    options.progress = [&bar](double share) { bar.show(share); };
    if (asked.estimates)
        variant.estimates = queue::tryEstimates(variant.scenario, {options, asked.believedTimes});
    else if (recorded)
        playAgain(variant, *recorded, options);
    else
        variant.result = queue::simulate(variant.scenario, options);
}

std::string shown(const std::vector<SimulatedVariant>& variants, const SimulateOptions& options)
{
    if (options.estimates)
        return options.json  ? estimatesJson(variants)
               : options.csv ? estimatesCsv(variants)
                             : estimatesTable(variants);
    return options.json  ? simulationJson(variants)
           : options.csv ? simulationCsv(variants)
                         : simulationTable(variants);
}

/// --estimates needs days: calibration runs between two days, which an endless day doesn't have.
bool canBeTried(const std::vector<SimulatedVariant>& variants, Context& context)
{
    for (const SimulatedVariant& variant : variants) {
        if (variant.scenario.length.days > 0)
            continue;
        context.err << "starqueue: --estimates needs days: give --days, or length.days in " << variant.name
                    << '\n';
        context.status = ExitStatus::WrongUse;
        return false;
    }
    return true;
}

bool wasStopped(const SimulatedVariant& variant)
{
    return variant.result.stopped || variant.estimates.stopped;
}

/// Reads the recorded days, fits the variants to their services, and inserts the recorded result as the first
/// variant. Empty: an error was printed.
std::optional<Recorded> recordedDays(const SimulateOptions& options, std::vector<SimulatedVariant>& variants,
                                     Context& context)
{
    auto read = readDays(options.recorded, context);
    if (!read) {
        context.fail(read.error());
        return {};
    }
    std::vector<queue::PlanOfDay> plans;
    if (options.plan.isGiven()) {
        auto planned = plansOf(read->days, options.plan, options.recorded);
        if (!planned) {
            context.fail(planned.error());
            return {};
        }
        plans = std::move(*planned);
    }
    queue::RecordedDemand demand = queue::demandOf(read->days);
    for (SimulatedVariant& variant : variants)
        variant.scenario = queue::scenarioFor(demand, std::move(variant.scenario));
    const queue::Scenario& first = variants.front().scenario;
    variants.insert(variants.begin(),
                    {"what happened", first, queue::whatHappened(read->days, first), {}, true, {}});
    if (demand.leftOut > 0)
        context.err << "starqueue: " << demand.leftOut
                    << " customers were never called and are left out: nobody knows what their service would "
                       "have taken\n";
    return Recorded{std::move(read->days), std::move(demand), std::move(plans)};
}

void simulate(const SimulateOptions& options, Context& context)
{
    const Interruption interruption;
    std::vector<SimulatedVariant> variants = variantsOf(options, context);
    if (variants.empty() || (options.estimates && !canBeTried(variants, context)))
        return;
    std::optional<Recorded> recorded;
    if (isGiven(options.recorded) && !(recorded = recordedDays(options, variants, context)))
        return;
    for (std::size_t i = recorded ? 1 : 0; i < variants.size(); ++i)
        run(variants[i], options, recorded ? &*recorded : nullptr, interruption.token(), context);
    context.out << shown(variants, options);
    if (std::ranges::any_of(variants, wasStopped))
        context.fail("stopped before its end: these are the figures of what was done until then");
}

void needRecordedDays(const SimulateOptions& options)
{
    if (options.plan.isGiven() && !isGiven(options.recorded))
        throw CLI::RequiredError("--plan-of needs recorded days: --recorded-csv, --recorded-trace or "
                                 "--recorded-data");
}

void addPlan(CLI::App& command, PlanSource& plan)
{
    auto* flag = command.add_flag("--plan", plan.isAsked,
                                  "Counters as the hall's [[plan]] has them for that day, not as recorded");
    flag->needs(command.get_option("--recorded-data"));
    command
        .add_option("--plan-of", plan.file,
                    "Likewise for recorded days of a file: the hall.toml with the [[plan]]")
        ->check(CLI::ExistingFile)
        ->excludes(flag);
}

} // namespace

void addSimulate(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand(
        "simulate", "What would happen: runs a hall under other rules, counters or demand");
    auto options = std::make_shared<SimulateOptions>();
    command
        ->add_option("--scenario", options->scenarios,
                     "What to simulate (TOML); several are shown side by side and get the same customers")
        ->required()
        ->check(CLI::ExistingFile);
    command
        ->add_option("--discipline", options->disciplines,
                     "Compare these instead of the scenario's own: " + queue::wordList<queue::Discipline>())
        ->delimiter(',')
        ->check(CLI::IsMember(disciplineWords()));
    command->add_option("--days", options->days, "This many days instead of the scenario's length")
        ->check(CLI::Range(1, 10'000'000));
    command->add_option("--seed", options->seed, "Another seed than the scenario's")
        ->check(CLI::Range(0, 2'147'483'647));
    command->add_option("--threads", options->threads, "All cores unless given; the figures are the same")
        ->check(CLI::Range(1, 256));
    auto* json = command->add_flag("--json", options->json, "Figures as JSON, minutes throughout");
    command->add_flag("--csv", options->csv, "Figures as CSV")->excludes(json);
    auto* estimates = command->add_flag(
        "--estimates", options->estimates,
        "How good the promised waits would be, beside four simpler estimators, instead of the waits");
    command
        ->add_option("--believed-times", options->believedTimes,
                     "With --estimates: the estimator takes services for this many times as long as they are")
        ->check(CLI::Range(0.1, 10.0))
        ->needs(estimates);
    addRecordedSource(*command, options->recorded, "--recorded-");
    for (const char* source : {"--recorded-trace", "--recorded-csv", "--recorded-data"})
        command->get_option(source)->excludes(estimates);
    addPlan(*command, options->plan);
    command->callback([options, &context] {
        needRecordedDays(*options);
        simulate(*options, context);
    });
}

} // namespace starqueue::cli
