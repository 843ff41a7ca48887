// Random histories of printers of six families: paper ends, covers, jams, power cycles, lost, late and
// damaged bytes, cable pulls, crashes of bridge and hall. STARQUEUE_FULL=1 (./test.sh --full) plays ten
// thousand; STARQUEUE_HISTORIES=n plays n a family; STARQUEUE_SEED=n plays that one with a trace.
#include <firmware-bridge/families/printer_history.h>

#include <gmock/gmock.h>

#include <cstdlib>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;
using simulators::Family;

void PrintTo(const Contestant& contestant, std::ostream* out)
{
    *out << contestant.name;
}

namespace {

constexpr std::uint64_t kAllHistories = 1667; ///< of each of the six
constexpr std::uint64_t kSomeHistories = 50;
constexpr int kMostTold = 12;

std::uint64_t historiesToPlay()
{
    if (const char* const number = std::getenv("STARQUEUE_HISTORIES"))
        return std::strtoull(number, nullptr, 10);
    return std::getenv("STARQUEUE_FULL") ? kAllHistories : kSomeHistories;
}

class RandomHistories : public testing::TestWithParam<Contestant>
{};

TEST_P(RandomHistories, LeaveNobodyWithoutANumberAndNobodyWithTwo)
{
    if (const char* const seed = std::getenv("STARQUEUE_SEED")) {
        EXPECT_THAT(PrinterHistory(GetParam(), std::strtoull(seed, nullptr, 10), true).run(),
                    testing::IsEmpty());
        return;
    }
    std::map<std::string, int> seen;
    int red = 0;
    const std::uint64_t histories = historiesToPlay();
    for (std::uint64_t seed = 1; seed <= histories; ++seed) {
        PrinterHistory history(GetParam(), seed);
        const auto faults = history.run();
        for (const auto& [what, times] : history.seen())
            seen[what] += times;
        red += faults.empty() ? 0 : 1;
        if (!faults.empty() && red <= kMostTold)
            ADD_FAILURE() << "seed " << seed << ":\n  " << testing::PrintToString(faults);
    }
    for (const auto& [what, times] : seen)
        std::printf("%8d %s\n", times, what.c_str());
    EXPECT_EQ(red, 0) << "of " << histories << " histories";
}

INSTANTIATE_TEST_SUITE_P(Families, RandomHistories,
                         testing::Values(Contestant{"Epson", Family::Epson, u"epson-tm"_s},
                                         Contestant{"EpsonCoverError", Family::EpsonCoverError,
                                                    u"epson-tm-cover-error"_s},
                                         Contestant{"Bixolon", Family::Bixolon, u"samsung-bixolon"_s},
                                         Contestant{"Clone", Family::Clone, u"clone-gsr"_s},
                                         Contestant{"Custom", Family::Custom, u"custom-presenter"_s},
                                         Contestant{"Citizen", Family::Citizen, u"citizen-ppu"_s},
                                         Contestant{"OneWay", Family::OneWay, u"one-way"_s},
                                         Contestant{"CloneTakenForEpson", Family::Clone, u"epson-tm"_s}),
                         [](const testing::TestParamInfo<Contestant>& each) { return each.param.name; });

} // namespace

} // namespace starqueue::bridge
