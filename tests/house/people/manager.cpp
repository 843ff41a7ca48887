#include <house/people/manager.h>

#include <time/timestamp.h>

namespace starqueue::house {

using nlohmann::json;
using std::chrono::milliseconds;
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
    for (const char* what : {"a day was closed by hand", "a day was opened by hand",
                             "a day's end was taken back", "a day's beginning was taken back"})
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
        m_desk.command("/day/close", json::object(), [this](const HallReply& answer) {
            if (answer.status != 200 || !answer.body["date"].is_string())
                return scheduleDay();
            m_house.sometimes().saw("a day was closed by hand");
            if (m_random.below(3) == 0 && answer.body["undo"].is_object())
                return takeBack(answer.body["undo"]["event"], "a day's end was taken back");
            openDayAfter(answer.body["date"]);
        });
    });
}

// It was a mistake. A day's beginning is taken back only before anybody took a number or a counter opened.
void Manager::takeBack(const std::string& event, const char* what)
{
    m_house.agenda().after(m_random.between(milliseconds{200}, seconds{5}), [this, event, what] {
        m_desk.command("/undo", {{"event", event}}, [this, what](const HallReply& answer) {
            if (answer.status == 200)
                m_house.sometimes().saw(what);
            if (answer.status == 200 && answer.body["dayOpen"] == false && answer.body["date"].is_string())
                return openDayAfter(answer.body["date"]);
            scheduleDay();
        });
    });
}

void Manager::openDayAfter(const std::string& closed)
{
    m_house.agenda().after(m_random.between(seconds{5}, seconds{100}), [this, closed] {
        m_admin.command("/day/open", {{"date", dayAfter(closed)}}, [this](const HallReply& answer) {
            if (answer.status == 200)
                m_house.sometimes().saw("a day was opened by hand");
            if (answer.status == 200 && m_random.below(2) == 0 && answer.body["undo"].is_object())
                return takeBack(answer.body["undo"]["event"], "a day's beginning was taken back");
            scheduleDay();
        });
    });
}

void Manager::scheduleService()
{
    m_house.agenda().after(m_random.between(minutes{2}, minutes{20}), [this] {
        m_desk.command("/services/sim/close", json::object(), [this](const HallReply&) {
            m_house.agenda().after(m_random.between(seconds{5}, minutes{2}), [this] {
                m_desk.command("/services/sim/open", json::object(),
                               [this](const HallReply&) { scheduleService(); });
            });
        });
    });
}

} // namespace starqueue::house
