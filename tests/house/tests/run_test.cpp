#include <house/journal/journal_checkers.h>
#include <house/run/house.h>
#include <house/run/seeds.h>
#include <house/run/shortest_prefix.h>

#include <gmock/gmock.h>

#include <array>
#include <cstdlib>

using namespace starqueue::house;
using namespace std::chrono_literals;

namespace {

/// Tells a random number a minute.
class Teller final : public Inhabitant
{
public:
    explicit Teller(House& house) : m_house(house), m_random(house.random("teller")) {}
    void start() override
    {
        m_house.agenda().after(1min, [this] {
            m_house.tell({"teller", "said", {{"number", m_random.between(1, 1000)}}});
            start();
        });
    }

private:
    House& m_house;
    Random m_random;
};

class Knock final : public Fault
{
public:
    explicit Knock(House& house) : Fault("knock", 1min), m_house(house) {}

private:
    void strike() override { m_house.tell({"door", "knocked"}); }
    void heal() override { m_house.tell({"door", "healed"}); }

    House& m_house;
};

/// Red from the third knock on.
class ThirdKnock final : public Checker
{
public:
    ThirdKnock() : Checker("third knock") {}
    void onFact(const Fact& fact) override
    {
        if (fact.is("door", "knocked") && ++m_knocks == 3)
            found("knocked three times");
    }

private:
    int m_knocks = 0;
};

/// When somebody knocked last.
class LastKnock final : public Checker
{
public:
    explicit LastKnock(House& house) : Checker("last knock"), m_house(house) {}
    void onFact(const Fact& fact) override
    {
        if (fact.is("door", "knocked"))
            at = m_house.clock().sinceStart();
    }

    VirtualClock::Elapsed at{};

private:
    House& m_house;
};

Outcome runKnocks(const Options& options)
{
    House house{options};
    house.add<Teller>(house);
    house.add<Knock>(house);
    house.add<ThirdKnock>();
    return house.run();
}

Outcome runJournal(const Options& options)
{
    House house{options};
    furnishWithJournal(house);
    return house.run();
}

Options optionsOf(std::uint64_t seed, double hours = 1, std::set<std::string> mix = {})
{
    Options options;
    options.seed = seed;
    options.hours = hours;
    options.mix = std::move(mix);
    return options;
}

} // namespace

TEST(House, ASeedGivesTheSameHashTwiceAndAnotherSeedAnother)
{
    std::set<std::uint64_t> hashes;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const Outcome first = runInChild(runJournal, optionsOf(seed, 0.3));
        EXPECT_EQ(runInChild(runJournal, optionsOf(seed, 0.3)).hash, first.hash) << "seed " << seed;
        EXPECT_EQ(runJournal(optionsOf(seed, 0.3)).hash, first.hash) << "seed " << seed;
        hashes.insert(first.hash);
    }
    EXPECT_EQ(hashes.size(), 5U);
}

TEST(House, AFaultThatIsLeftOutNeverStrikes)
{
    EXPECT_FALSE(runKnocks(optionsOf(1, 2, {"-knock"})).sometimes.contains("fault knock"));
    EXPECT_FALSE(runKnocks(optionsOf(1, 2, {"none"})).sometimes.contains("fault knock"));
    EXPECT_GT(runKnocks(optionsOf(1, 2, {"none", "knock"})).sometimes.at("fault knock"), 0);
}

TEST(House, WithACoreACalmThatNeverEndsFollowsTheFirstStorm)
{
    Options options = optionsOf(1, 2, {"knock"});
    options.core = true;
    House house{options};
    house.add<Knock>(house);
    int calms = 0;
    house.whenCalmBegins([&] { ++calms; });
    const auto& last = house.add<LastKnock>(house);
    EXPECT_GT(house.run().sometimes.at("fault knock"), 0);
    EXPECT_EQ(calms, 1);
    EXPECT_LE(last.at, Weather::kStorm);
}

TEST(House, TheShortestPrefixIsRedAndASecondLessIsGreen)
{
    const Options options = optionsOf(1, 2, {"knock"});
    const Outcome red = runKnocks(options);
    ASSERT_TRUE(red.isRed());
    Options shortest = shortestPrefix(runKnocks, options, red);
    EXPECT_LT(shortest.length(), 1h);
    EXPECT_TRUE(runKnocks(shortest).isRed());
    *shortest.until -= 1s;
    EXPECT_FALSE(runKnocks(shortest).isRed());
}

TEST(House, ARunThatEndsItsProcessIsRed)
{
    const Outcome outcome = runInChild([](const Options&) -> Outcome { std::abort(); }, optionsOf(1));
    EXPECT_TRUE(outcome.findings.contains("process"));
}

TEST(House, WhatShouldHaveHappenedSometimesAndNeverDidMakesASetOfRunsRed)
{
    const auto run = [](bool happens) {
        return [happens](const Options&) {
            Outcome outcome;
            outcome.sometimes["a rare path"] = happens ? 1 : 0;
            return outcome;
        };
    };
    Options options = optionsOf(1);
    options.seeds = 3;
    EXPECT_TRUE(runSeeds(run(true), options));
    EXPECT_FALSE(runSeeds(run(false), options));
}

TEST(House, ItsOptionsAreReadAsTheyAreWritten)
{
    const std::array arguments{"17", "--hours", "0.5", "--mix", "-crash,sync-fails", "--until", "345"};
    const auto options = parseOptions(arguments);
    ASSERT_TRUE(options) << options.error();
    EXPECT_EQ(options->line(), "house 17 --hours 0.5 --mix -crash,sync-fails --until 345");
    const auto core = parseOptions(std::array{"3", "--world", "hall", "--core", "--hashes"});
    ASSERT_TRUE(core) << core.error();
    EXPECT_EQ(core->line(), "house 3 --hours 2 --world hall --core");
    EXPECT_TRUE(core->hashes);
}

TEST(House, OptionsThatAreNoneAreRefused)
{
    for (const char* wrong : {"--hours", "--nothing", "--until=3"})
        EXPECT_FALSE(parseOptions(std::array{"1", wrong})) << wrong;
    EXPECT_FALSE(parseOptions(std::array{"--trace"}));
}
