#include <house/people/kiosk.h>

#include <array>

namespace starqueue::house {

using nlohmann::json;
using std::chrono::seconds;

namespace {

constexpr std::array kServices{"account", "plans", "payments", "sim", "business"};
constexpr std::array kPhones{"13900000007", "13900000005", "13900000004", "13911112222"};

} // namespace

Kiosk::Kiosk(House& house, HallProgram& hall, const std::string& name, std::chrono::nanoseconds pause)
    : m_house(house), m_client(house, hall, name), m_random(house.random("kiosk " + name)), m_pause(pause)
{
    m_house.sometimes().expect("a customer walked away");
}

void Kiosk::scheduleNext()
{
    m_house.agenda().after(m_random.between(seconds{1}, 2 * m_pause), [this] {
        if (m_client.isIdle()) // who can't get a ticket stands in the way of the next one
            issue();
        scheduleNext();
    });
}

void Kiosk::issue()
{
    json body{{"service", kServices.at(m_random.below(kServices.size()))}};
    if (m_random.chance(0.25))
        body["identity"] = {{"kind", "phone"}, {"value", kPhones.at(m_random.below(kPhones.size()))}};
    m_client.command("/tickets", std::move(body), [this](const HallReply& answer) { onIssued(answer); });
}

void Kiosk::onIssued(const HallReply& answer)
{
    if (answer.status != 201 || !m_random.chance(0.15))
        return;
    m_house.agenda().after(m_random.between(seconds{5}, seconds{240}),
                           [this, ticket = answer.body["id"].get<std::string>()] { cancel(ticket); });
}

void Kiosk::cancel(const std::string& ticket)
{
    m_client.command("/tickets/" + ticket + "/cancel", json::object(), [this](const HallReply& answer) {
        if (answer.status == 200)
            m_house.sometimes().saw("a customer walked away");
    });
}

} // namespace starqueue::house
