#include <display/voice/announcer.h>
#include <display/voice_fakes.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

using namespace starqueue::display;
using namespace starqueue::display::test;
using namespace std::chrono_literals;
using starqueue::client::CallSchedule;

namespace {

using Time = CallSchedule::Time;

/// A loudspeaker on the test's clock: a piece ends when it has been heard.
class TimedSink : public AudioSink
{
public:
    explicit TimedSink(TurnedClock& hands) : m_hands(hands) {}

    void pass(Time time)
    {
        m_hands.steady += time;
        if (playing && m_hands.steady >= m_endsAt) {
            playing = false;
            emit finished();
        }
    }
    bool playing = false;

private:
    void doPlay(const QByteArray& samples) override
    {
        EXPECT_FALSE(playing) << "two calls are spoken at once";
        playing = true;
        m_endsAt = m_hands.steady + lengthOf(samples);
    }

    TurnedClock& m_hands;
    Time m_endsAt{};
};

/// A hall, its voice and a clock: what was spoken when.
struct SpeakingHall
{
    struct Spoken
    {
        QString number;
        Time begin{};
        Time called{};
        bool expected = false;
    };

    CallsOfAHall hall{};
    TimedSink sink{hall.hands};
    HeldSynthesiser synthesiser{};
    Announcer announcer{hall.schedule, hall.hands.clock(), sink, synthesiser, {}};
    QHash<QString, Time> called{};
    QList<Spoken> spoken{};
    QString speaking{};

    void call(const QString& number, const QString& counter)
    {
        hall.call(number, counter);
        called.insert(number, hall.hands.steady);
    }
    /// The time passes in steps as fine as a display's tick is coarse.
    void pass(Time time)
    {
        for (const Time until = hall.hands.steady + time; hall.hands.steady < until;) {
            sink.pass(50ms);
            hall.take();
            announcer.look();
            synthesiser.answer();
            note();
        }
    }

private:
    void note()
    {
        QString now;
        for (const CallSchedule::Row& row : hall.schedule.expected(hall.hands.steady))
            if (row.spoken)
                now = row.call.number;
        if (now != speaking && !now.isEmpty())
            spoken << Spoken{now, hall.hands.steady, called.value(now), hall.isExpected(now)};
        speaking = now;
    }
};

TEST(VoiceInTime, OfTenCallsInThreeSecondsEachIsSpokenWithinFifteenSecondsOrNotAtAll)
{
    SpeakingHall hall;
    const Time begin = hall.hall.hands.steady;
    for (int i = 0; i < 10; ++i) {
        hall.call(QString("A%1").arg(i, 3, 10, QChar(u'0')), QString::number(i + 1));
        hall.pass(300ms);
    }
    hall.pass(60s);
    EXPECT_GE(hall.spoken.size(), 5);
    EXPECT_EQ(hall.spoken.size() + hall.announcer.tooLate(), 10) << "the others are counted";
    for (const SpeakingHall::Spoken& one : hall.spoken) {
        EXPECT_LE(one.begin - one.called, CallSchedule::kLatest) << one.number.toStdString();
        EXPECT_LE(one.begin - begin, CallSchedule::kLatest + 3s);
    }
    EXPECT_EQ(hall.hall.schedule.expected(hall.hall.hands.steady).size(), 10) << "all on the screen still";
}

TEST(VoiceInTime, WhoIsServedWhileOthersAreSpokenIsLeftOut)
{
    SpeakingHall hall;
    for (int i = 0; i < 10; ++i)
        hall.call(QString("A%1").arg(i, 3, 10, QChar(u'0')), QString::number(i + 1));
    hall.pass(100ms);
    for (int i = 1; i < 10; ++i)
        hall.hall.serve(QString("A%1").arg(i, 3, 10, QChar(u'0')));
    hall.pass(60s);
    EXPECT_EQ(hall.spoken.size(), 1);
    EXPECT_EQ(hall.announcer.tooLate(), 0) << "nobody waited for it";
}

TEST(VoiceInTime, OverRandomCallsAndServicesNobodyIsSpokenInVainOrLate)
{
    int spoken = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 dice(seed);
        const auto roll = [&](int from, int to) {
            return std::uniform_int_distribution<int>(from, to)(dice);
        };
        SpeakingHall hall;
        QStringList waiting;
        for (int step = 0; step < 60; ++step) {
            if (roll(0, 2) > 0) {
                waiting << QString("B%1").arg(step, 3, 10, QChar(u'0'));
                hall.call(waiting.last(), QString::number(roll(1, 12)));
            } else if (!waiting.isEmpty()) {
                hall.hall.serve(waiting.takeAt(roll(0, static_cast<int>(waiting.size()) - 1)));
            }
            hall.pass(Time{roll(1, 80) * 50});
        }
        spoken += static_cast<int>(hall.spoken.size());
        for (const SpeakingHall::Spoken& one : hall.spoken) {
            EXPECT_TRUE(one.expected);
            EXPECT_LE(one.begin - one.called, CallSchedule::kLatest + 50ms);
        }
    }
    EXPECT_GT(spoken, 100);
}

} // namespace
