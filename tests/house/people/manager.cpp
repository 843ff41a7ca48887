#include <house/people/manager.h>

#include <time/timestamp.h>

namespace starqueue::house {

using nlohmann::json;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

std::string dayAfter(const std::string& date)
{
    const auto parsed = time::parseDate(date);
    return time::dateText(Date{std::chrono::sys_days{*parsed} + std::chrono::days{1}});
}

} // namespace

Manager::Manager(House& house, HallProgram& hall)
    : m_house(house), m_desk(house, hall, "manager"), m_admin(house, hall, "admin"),
      m_random(house.random("manager"))
{
    for (const char* what : {"a day was closed by hand", "a day was opened by hand"})
        m_house.sometimes().expect(what);
}

void Manager::start()
{
    scheduleDay();
    scheduleService();
}

void Manager::scheduleDay()
{
    m_house.agenda().after(m_random.between(minutes{5}, minutes{60}), [this] {
        m_desk.command("/day/close", json::object(), [this](const Answer& answer) {
            if (answer.status != 200 || !answer.body["date"].is_string())
                return scheduleDay();
            m_house.sometimes().saw("a day was closed by hand");
            openDayAfter(answer.body["date"]);
        });
    });
}

void Manager::openDayAfter(const std::string& closed)
{
    m_house.agenda().after(m_random.between(seconds{5}, seconds{100}), [this, closed] {
        m_admin.command("/day/open", {{"date", dayAfter(closed)}}, [this](const Answer& answer) {
            if (answer.status == 200)
                m_house.sometimes().saw("a day was opened by hand");
            scheduleDay();
        });
    });
}

void Manager::scheduleService()
{
    m_house.agenda().after(m_random.between(minutes{2}, minutes{20}), [this] {
        m_desk.command("/services/sim/close", json::object(), [this](const Answer&) {
            m_house.agenda().after(m_random.between(seconds{5}, minutes{2}), [this] {
                m_desk.command("/services/sim/open", json::object(),
                               [this](const Answer&) { scheduleService(); });
            });
        });
    });
}

} // namespace starqueue::house
