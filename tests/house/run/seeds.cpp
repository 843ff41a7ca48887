#include <house/run/seeds.h>

#include <house/run/commit.h>
#include <house/run/shortest_prefix.h>

#include <fmt/format.h>

#include <chrono>
#include <cstdio>

namespace starqueue::house {

namespace {

constexpr std::uint64_t kRepeatedEach = 20;

void print(const std::string& text)
{
    std::fputs(text.c_str(), stdout);
    std::fflush(stdout);
}

std::string ofFacts(const std::map<std::string, std::int64_t>& sometimes)
{
    std::string facts;
    for (const auto& [what, times] : sometimes)
        facts += fmt::format("  {}: {}\n", what, times);
    return facts;
}

/// What many runs add up to.
struct Sum
{
    bool red = false;
    std::map<std::string, std::int64_t> sometimes;

    void add(const Outcome& outcome)
    {
        red = red || outcome.isRed();
        for (const auto& [what, times] : outcome.sometimes)
            sometimes[what] += times;
    }
};

void explainRed(const Run& run, const Options& options, const Outcome& outcome)
{
    print(fmt::format("RED {} ({})\n{}", options.line(), kCommit, outcome.inWords()));
    if (options.until)
        return;
    const Options shortest = shortestPrefix(run, options, outcome);
    print(fmt::format("reproduce: {} --trace\n", shortest.line()));
}

bool repeatsItself(const Run& run, Options options, const Outcome& outcome)
{
    options.trace = false;
    const Outcome again = runInChild(run, options);
    if (again.hash == outcome.hash)
        return true;
    print(fmt::format("RED {}: hash {:016x} and then {:016x}\n", options.line(), outcome.hash, again.hash));
    return false;
}

void runOne(const Run& run, const Options& options, Sum& sum)
{
    const Outcome outcome = runInChild(run, options);
    sum.add(outcome);
    if (outcome.isRed())
        explainRed(run, options, outcome);
    if (options.seed % kRepeatedEach == 0 && !repeatsItself(run, options, outcome))
        sum.red = true;
    if (options.seeds == 1)
        print(fmt::format("{}\ncommit {}\nhash {:016x}, {} steps\n{}", options.line(), kCommit, outcome.hash,
                          outcome.steps, ofFacts(outcome.sometimes)));
}

bool printHashes(const Run& run, Options options)
{
    bool allEnded = true;
    for (const std::uint64_t end = options.seed + options.seeds; options.seed < end; ++options.seed) {
        const Outcome outcome = runInChild(run, options);
        print(fmt::format("{} {:016x}\n", options.line(), outcome.hash));
        allEnded = allEnded && outcome.steps > 0;
    }
    return allEnded;
}

void summarize(const Options& options, Sum& sum, std::chrono::duration<double> took)
{
    const auto seeds = static_cast<double>(options.seeds);
    print(fmt::format("{} seeds from {} on, commit {}: {:.1f} seeds and {:.1f} hours a second\n",
                      options.seeds, options.seed, kCommit, seeds / took.count(),
                      seeds * options.hours / took.count()));
    print(ofFacts(sum.sometimes));
    for (const auto& [what, times] : sum.sometimes)
        if (times == 0) {
            print("RED: never happened: " + what + '\n');
            sum.red = true;
        }
}

} // namespace

bool runSeeds(const Run& run, const Options& options)
{
    if (options.hashes)
        return printHashes(run, options);
    Sum sum;
    const auto began = std::chrono::steady_clock::now();
    for (std::uint64_t i = 0; i < options.seeds; ++i) {
        Options one = options;
        one.seed = options.seed + i;
        runOne(run, one, sum);
    }
    if (options.seeds > 1)
        summarize(options, sum, std::chrono::steady_clock::now() - began);
    return !sum.red;
}

} // namespace starqueue::house
