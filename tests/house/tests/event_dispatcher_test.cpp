#include <house/kernel/kernel.h>

#include <QEventLoop>
#include <QSocketNotifier>
#include <QTimer>

#include <gmock/gmock.h>

#include <vector>

using namespace starqueue::house;
using namespace std::chrono_literals;
using testing::ElementsAre;

TEST(EventDispatcher, ATimerFiresInVirtualTimeUntilItIsStopped)
{
    Kernel kernel{1};
    QTimer timer;
    std::vector<std::chrono::nanoseconds> shots;
    QObject::connect(&timer, &QTimer::timeout, [&] {
        shots.push_back(kernel.clock.sinceStart());
        if (shots.size() == 3)
            timer.stop();
    });
    timer.start(40min);
    kernel.agenda.runUntil(VirtualClock::kStart + 10h);
    EXPECT_THAT(shots, ElementsAre(40min, 80min, 120min));
}

TEST(EventDispatcher, ASingleShotAndQueuedCallsComeOnce)
{
    Kernel kernel{1};
    QObject context;
    int shots = 0;
    int calls = 0;
    QTimer::singleShot(1500ms, &context, [&] { ++shots; });
    QMetaObject::invokeMethod(
        &context, [&] { ++calls; }, Qt::QueuedConnection);
    kernel.agenda.runUntil(VirtualClock::kStart + 1499ms);
    EXPECT_EQ(shots, 0);
    EXPECT_EQ(calls, 1);
    kernel.agenda.runUntil(VirtualClock::kStart + 1h);
    EXPECT_EQ(shots, 1);
    EXPECT_EQ(calls, 1);
}

TEST(EventDispatcher, DeleteLaterDeletes)
{
    Kernel kernel{1};
    bool gone = false;
    auto* const object = new QObject;
    QObject::connect(object, &QObject::destroyed, [&] { gone = true; });
    object->deleteLater();
    kernel.agenda.runUntil(VirtualClock::kStart + 1s);
    EXPECT_TRUE(gone);
}

TEST(EventDispatcher, ANestedEventLoopMovesTheClock)
{
    Kernel kernel{1};
    QEventLoop loop;
    QTimer::singleShot(5s, &loop, &QEventLoop::quit);
    loop.exec();
    EXPECT_EQ(kernel.clock.sinceStart(), 5s);
}

TEST(EventDispatcher, TheRemainingTimeIsVirtual)
{
    Kernel kernel{1};
    QTimer timer;
    timer.start(10s);
    kernel.agenda.runUntil(VirtualClock::kStart + 4s);
    EXPECT_EQ(timer.remainingTime(), 6000);
}

TEST(EventDispatcherDeathTest, ASocketNotifierEndsTheRun)
{
    Kernel kernel{1};
    EXPECT_DEATH((QSocketNotifier{0, QSocketNotifier::Read}), "a socket notifier on descriptor 0");
}
