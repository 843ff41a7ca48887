#include <client/calls/calling_hall.h>

#include <gtest/gtest.h>

#include <map>
#include <random>

using namespace starqueue::client;
using starqueue::client::api::Call;
using starqueue::client::api::TicketState;
using starqueue::test::CallingHall;

namespace {

/// A random day of a hall: counters call, repeat, serve, give up and take back; boards come late or twice;
/// the voice speaks now and then.
class RandomHall
{
public:
    explicit RandomHall(unsigned seed) : m_dice(seed), m_counters(roll(1, 24)) { take(); }

    void step()
    {
        hall.now += std::chrono::milliseconds(roll(0, 3'000));
        const int counter = roll(1, m_counters);
        act(counter);
        if (roll(0, 2) > 0)
            take();
        if (roll(0, 2) == 0)
            schedule.sentenceEnded();
    }

    CallingHall hall{};
    CallSchedule schedule{};
    QList<Call> board{};                          ///< the last that was taken
    std::map<QString, CallSchedule::Time> made{}; ///< when a call was made or repeated

private:
    int roll(int from, int to) { return std::uniform_int_distribution<int>(from, to)(m_dice); }
    void take()
    {
        board = hall.board();
        for (const Call& call : board)
            if (const int before = m_recalls[call.key()]; call.recalls > before)
                made[call.key()] = hall.now;
        m_recalls.clear();
        for (const Call& call : board)
            m_recalls[call.key()] = call.recalls;
        schedule.take(board, hall.at(), hall.now);
    }
    void act(int counter)
    {
        const int number = m_atCounter[counter];
        if (number == 0) {
            m_atCounter[counter] = ++m_lastNumber;
            hall.call(m_lastNumber, counter);
            made[hall.calls.first().key()] = hall.now;
            return;
        }
        Call& call = hall.of(number);
        const int what = roll(0, 5);
        if (what == 0 && call.expected()) {
            ++call.recalls;
        } else if (what == 1 && !call.expected()) {
            call.state = TicketState::Called; // the last step is taken back
        } else if (what < 4 && call.expected()) {
            call.state = what == 2 ? TicketState::Serving : TicketState::NoShow;
        } else if (!call.expected()) {
            m_atCounter[counter] = 0;
        }
    }

    std::mt19937 m_dice;
    int m_counters;
    int m_lastNumber = 0;
    std::map<int, int> m_atCounter{}; ///< 0: free
    std::map<QString, int> m_recalls{};
};

QStringList expectedOf(const QList<Call>& calls)
{
    QStringList numbers;
    for (const Call& call : calls)
        if (call.expected())
            numbers << call.number;
    numbers.sort();
    return numbers;
}

TEST(CallSchedule, EveryExpectedCallStandsAtEveryInstant)
{
    int most = 0;
    for (unsigned seed = 1; seed <= 300; ++seed) {
        RandomHall day(seed);
        for (int step = 0; step < 120; ++step) {
            day.step();
            QStringList shown;
            for (const CallSchedule::Row& row : day.schedule.expected(day.hall.now)) {
                shown << row.call.number;
                EXPECT_TRUE(!row.blinks || day.hall.now < day.made[row.call.key()] + CallSchedule::kBlink);
            }
            shown.sort();
            most = std::max(most, static_cast<int>(shown.size()));
            ASSERT_EQ(shown.join(' ').toStdString(), expectedOf(day.board).join(' ').toStdString())
                << "seed " << seed << ", step " << step;
        }
    }
    EXPECT_GT(most, 15) << "many at once were tried";
}

TEST(CallSchedule, OnlyWhoIsExpectedIsSpokenAndNeverLate)
{
    int spoken = 0;
    int late = 0;
    for (unsigned seed = 1; seed <= 300; ++seed) {
        RandomHall day(seed);
        for (int step = 0; step < 120; ++step) {
            day.step();
            const auto sentence = day.schedule.nextSentence(day.hall.now);
            late += static_cast<int>(day.schedule.takeTooLate().size());
            if (!sentence)
                continue;
            ++spoken;
            ASSERT_TRUE(expectedOf(day.board).contains(sentence->call.number)) << "seed " << seed;
            ASSERT_LE(day.hall.now - day.made[sentence->call.key()], CallSchedule::kLatest)
                << "seed " << seed << ", step " << step;
        }
    }
    EXPECT_GT(spoken, 1000);
    EXPECT_GT(late, 100);
}

} // namespace
