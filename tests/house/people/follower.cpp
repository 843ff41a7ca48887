#include <house/people/follower.h>

#include <house/wire/answer_head.h>

#include <fmt/format.h>

#include <utility>

namespace starqueue::house {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr auto kSilence = seconds{25}; ///< the hall says something every 10 s
constexpr std::string_view kMessageEnd = "\n\n";

std::string fieldIn(const std::string& message, const std::string& name)
{
    const auto at = message.find(name + ": ");
    if (at == message.npos)
        return {};
    const auto begin = at + name.size() + 2;
    return message.substr(begin, message.find('\n', begin) - begin);
}

} // namespace

Follower::Follower(House& house, HallProgram& hall, std::string name, hall::Subscriber subscriber)
    : m_house(house), m_hall(hall), m_name(std::move(name)), m_subscriber(std::move(subscriber)),
      m_random(house.random("follower " + m_name))
{
    m_house.sometimes().expect("a follower went on over a new line");
}

void Follower::connect()
{
    m_line = m_hall.connect("10.0.1." + m_name);
    if (!m_line)
        return reconnectAfter(m_random.between(milliseconds{200}, seconds{2}));
    if (m_lastId != "0")
        m_house.sometimes().saw("a follower went on over a new line");
    m_hasHead = false;
    m_received.clear();
    m_line->onArrival([this] { onArrival(); });
    m_line->send(fmt::format("GET /api/v1/events HTTP/1.1\r\nHost: hall\r\nAuthorization: Bearer {}\r\n"
                             "Last-Event-ID: {}\r\n\r\n",
                             m_hall.secretOf(m_name), m_lastId));
    watch();
}

void Follower::watch()
{
    m_house.agenda().cancel(m_timer);
    m_timer = m_house.agenda().after(kSilence, [this] { reconnectAfter({}); });
}

void Follower::reconnectAfter(std::chrono::nanoseconds delay)
{
    if (m_line)
        m_line->leave();
    m_line.reset();
    m_house.agenda().cancel(m_timer);
    m_timer = m_house.agenda().after(delay, [this] { connect(); });
}

void Follower::onArrival()
{
    m_received += m_line->take();
    if (!m_hasHead) {
        const auto head = takeHead(m_received);
        m_hasHead = head.has_value();
        if (head && head->status == 409)
            m_house.tell({m_name, "refused", {{"after", m_lastId}}});
        if (head && head->status != 200)
            return reconnectAfter(seconds{1});
    }
    watch();
    for (auto end = m_received.find(kMessageEnd); m_hasHead && end != m_received.npos;
         end = m_received.find(kMessageEnd)) {
        hear(m_received.substr(0, end + 1));
        m_received.erase(0, end + kMessageEnd.size());
    }
    if (m_line->isClosed())
        reconnectAfter(m_random.between(milliseconds{100}, seconds{1}));
}

void Follower::hear(const std::string& message)
{
    const std::string id = fieldIn(message, "id");
    if (id.empty())
        return; // a comment: the hall is there
    m_lastId = id;
    m_house.tell({m_name,
                  "heard",
                  {{"seq", std::stoll(id.substr(id.rfind('-') + 1))},
                   {"event", fieldIn(message, "event")},
                   {"data", fieldIn(message, "data")}}});
}

} // namespace starqueue::house
