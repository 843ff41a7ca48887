#include <queue/demand/random_stream.h>
#include <queue/experience/calibration.h>

#include <gtest/gtest.h>

#include <cmath>

namespace starqueue::queue::test {
namespace {

/// Waits that are log-normal around `scale` times what was promised, `spread` times as wide.
std::vector<PromiseOutcome> outcomes(double scale, double spread, std::uint64_t seed)
{
    std::vector<PromiseOutcome> list;
    RandomStream random(seed, 1);
    for (int i = 0; i < 4000; ++i) {
        const double median = 60'000 * (1 + 20 * random.uniform());
        const auto at = [&](double z) { return Millis{std::llround(median * std::exp(0.3 * z))}; };
        const double waited = median * scale * std::exp(0.3 * spread * random.normal());
        list.push_back({{at(-1.2816), at(0), at(1.2816)}, Millis{std::llround(waited)}});
    }
    return list;
}

double coverage(const Calibration& calibration, const std::vector<PromiseOutcome>& list)
{
    std::size_t inside = 0;
    for (const PromiseOutcome& outcome : list) {
        const WaitRange range = calibration.corrected(outcome.promised);
        inside += range.p10 <= outcome.waited && outcome.waited <= range.p90 ? 1 : 0;
    }
    return static_cast<double>(inside) / static_cast<double>(list.size());
}

TEST(Calibration, BringsARangeThatIsOffBackToEightInTen)
{
    for (const auto& [scale, spread] : {std::pair{1.2, 1.0}, {0.8, 1.0}, {1.0, 1.5}, {1.25, 0.5}}) {
        const Calibration calibration = calibrate(outcomes(scale, spread, 1));
        const auto later = outcomes(scale, spread, 2);
        EXPECT_NEAR(calibration.scale, scale, 0.03);
        EXPECT_NEAR(coverage(calibration, later), 0.8, 0.02) << scale << " " << spread;
        EXPECT_GT(std::abs(coverage({}, later) - 0.8), 0.03) << "or there is nothing to correct";
    }
}

TEST(Calibration, LeavesGoodPromisesAlone)
{
    const Calibration calibration = calibrate(outcomes(1, 1, 1));
    EXPECT_NEAR(calibration.scale, 1, 0.03);
    EXPECT_NEAR(calibration.lower, 1, 0.08);
    EXPECT_NEAR(calibration.upper, 1, 0.08);
}

TEST(Calibration, LearnsNothingFromAFew)
{
    auto few = outcomes(2, 1, 1);
    few.resize(kLeastOutcomes - 1);
    EXPECT_EQ(calibrate(few), Calibration{});
    EXPECT_EQ(calibrate({}), Calibration{});
}

std::vector<PromiseOutcome> issuedAt(Minutes sinceMidnight, std::vector<PromiseOutcome> list)
{
    for (PromiseOutcome& outcome : list)
        outcome.issued = sinceMidnight;
    return list;
}

std::vector<PromiseOutcome> together(std::vector<PromiseOutcome> some,
                                     const std::vector<PromiseOutcome>& others)
{
    some.insert(some.end(), others.begin(), others.end());
    return some;
}

TEST(Calibration, TellsTheHalfHoursApartInWhichWaitsAreLessCertain)
{
    const Minutes ten{600};
    const Minutes lunch{720};
    const DailyCalibration calibration = calibrateByHalfHour(
        together(issuedAt(ten, outcomes(1, 1, 1)), issuedAt(lunch + Minutes{29}, outcomes(1, 1.6, 2))));
    const auto morning = outcomes(1, 1, 3);
    const auto noon = outcomes(1, 1.6, 4);
    EXPECT_NEAR(coverage(calibration.at(ten + Minutes{17}), morning), 0.8, 0.02);
    EXPECT_NEAR(coverage(calibration.at(lunch), noon), 0.8, 0.02);
    EXPECT_GT(coverage(calibration.overall, morning), 0.83) << "or there is nothing to tell apart";
    EXPECT_LT(coverage(calibration.overall, noon), 0.77);
    EXPECT_EQ(calibration.at(ten).scale, calibration.overall.scale);
    EXPECT_EQ(calibration.at(Minutes{900}), calibration.overall) << "of that half-hour nothing is known";
    EXPECT_EQ(calibration.at(lunch + Minutes{30}), calibration.overall);
}

TEST(Calibration, ByHalfHourIsTheSameOverAll)
{
    const auto list = issuedAt(Minutes{600}, outcomes(1.2, 1.3, 1));
    EXPECT_EQ(calibrateByHalfHour(list).overall, calibrate(list));
    EXPECT_EQ(calibrateByHalfHour({}), DailyCalibration{});
}

TEST(Calibration, AFewOutcomesOfAHalfHourHardlyMoveIt)
{
    auto few = issuedAt(Minutes{720}, outcomes(1, 3, 2));
    few.resize(5);
    const DailyCalibration calibration =
        calibrateByHalfHour(together(issuedAt(Minutes{600}, outcomes(1, 1, 1)), few));
    EXPECT_NEAR(calibration.at(Minutes{720}).upper, calibration.overall.upper, 0.25);
    EXPECT_NEAR(calibration.at(Minutes{720}).lower, calibration.overall.lower, 0.25);
}

TEST(Calibration, APromiseNeverFallsBelowZero)
{
    const Calibration wide{1, 5, 5};
    const WaitRange range = wide.corrected({Millis{0}, Minutes{1}, Minutes{3}});
    EXPECT_EQ(range.p10, Millis{0});
    EXPECT_EQ(range.p90, Minutes{11});
    EXPECT_EQ(wide.corrected({}), WaitRange{}) << "who is called at once stays so";
}

} // namespace
} // namespace starqueue::queue::test
