#include <hall/week/week_days.h>

#include <fmt/format.h>

// From Friday on.

namespace starqueue::hall::test {

namespace {

constexpr std::size_t kWhenItIsBack = 35; ///< documents of the webhook

} // namespace

void WeekDays::friday()
{
    m_hall.restart(5, "08:00", "clerks_at_two = false", "clerks_at_two = true");
    askWebhook("technician", "starts the hall anew, one clerk may hold two counters", "waiting");
    m_hall.beginDay(5, "09:00");
    openCounter(1, "17");
    openCounter(2, "17");
    fridaysRatings();
    m_hall.at(5, "09:30");
    showMessageAndTakeItBack();
    m_hall.at(5, "10:00");
    m_hall.receiver.begin();
    const std::size_t taken = m_hall.receiver.waitForTaken(kWhenItIsBack).size();
    m_hall.note("case system", "is back", fmt::format("has taken {}", taken));
    askWebhook("technician", "asks how the webhook does", "delivered");
}

void WeekDays::fridaysRatings()
{
    const std::string sim = "Wednesday's B002";
    m_hall.at(5, "09:06");
    explainByPhone(m_wednesdaysSim, sim, "quick");
    rateByPhone(m_wednesdaysSim, sim, 4);
    explainByPhone(m_wednesdaysSim, sim, "wait");
    explainByPhone(m_wednesdaysSim, sim, "quick");
    explainByPhone(m_wednesdaysSim, sim, "quick");
    rateByPhone(m_wednesdaysSim, sim, 1);
    m_hall.at(5, "09:10");
    take("sim");
    take("payments");
    m_hall.at(5, "09:11");
    callNext(1);
    m_hall.at(5, "09:15");
    done(1);
    m_hall.at(5, "09:15:05");
    takeBackFinish(1);
    m_hall.at(5, "09:16");
    finish(1, ": papers", {{"outcome", "papers"}});
    press(1, 4);
    m_hall.at(5, "09:20");
    explainByPhone(m_customers.at("B001"), "B001", "quick");
}

void WeekDays::saturday()
{
    m_hall.beginDay(6, "10:00");
    openCounter(1, "17");
    take("account");
    m_saturdaysFirst = m_customers.at("A001");
    m_hall.at(6, "10:01");
    callNext(1);
    m_hall.at(6, "10:05");
    done(1);
    rateByPhone(m_saturdaysFirst, "A001", 5);
    m_hall.at(6, "17:00");
    take("account");
    m_hall.at(6, "17:01");
    callNext(1);
    m_hall.at(6, "17:05");
    done(1);
}

void WeekDays::sunday()
{
    m_hall.at(7, "10:00");
    take("account");
    rateByPhone(m_saturdaysFirst, "Saturday's A001", 5);
    rateByPhone(m_thursdaysSecond, "Thursday's A002", 5);
}

void WeekDays::nextMonday()
{
    m_hall.beginDay(8, "09:00");
    rateByPhone(m_thursdaysSecond, "Thursday's A002", 5);
}

} // namespace starqueue::hall::test
