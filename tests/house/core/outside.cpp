#include <house/core/outside.h>

#include <utility>

namespace starqueue::house {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr std::size_t kStrangers = 20;
const NetworkState kTooSlow{minutes{1}, 0.5};

/// Not whole, or whole and asking for more than its sender will ever read.
std::string anyBeginning(Random& random)
{
    const std::string whole = "GET /api/v1/hall HTTP/1.1\r\nHost: hall\r\nContent-Length: 3\r\n\r\nabc";
    return whole.substr(0, 1 + random.below(whole.size()));
}

} // namespace

Outside::Outside(House& house, HallProgram& hall, std::vector<std::string> addresses)
    : m_house(house), m_hall(hall), m_addresses(std::move(addresses)), m_random(house.random("outside"))
{
    house.whenCalmBegins([this] { lose(); });
}

void Outside::lose()
{
    for (const std::string& address : m_addresses) {
        if (m_random.chance(0.5))
            m_hall.network().pullCable(address);
        else
            m_hall.network().setState(address, kTooSlow);
    }
    strangerComes();
}

void Outside::strangerComes()
{
    const std::string address = "10.0.9." + std::to_string(m_random.below(8));
    if (auto line = m_hall.connect(address)) {
        line->send(anyBeginning(m_random));
        m_house.sometimes().saw("core: a stranger came");
        m_strangers.push_back(std::move(line));
    }
    if (m_strangers.size() > kStrangers)
        m_strangers.pop_front();
    m_house.agenda().after(m_random.between(milliseconds{500}, seconds{20}), [this] { strangerComes(); });
}

} // namespace starqueue::house
