#include <house/people/client.h>

#include <house/people/hall_reply.h>
#include <house/record/json_text.h>

#include <fmt/format.h>

#include <utility>

namespace starqueue::house {

using nlohmann::json;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr auto kTimeout = seconds{4};
constexpr double kTwice = 0.03; ///< a command is sent over a second line too
constexpr double kHalfCloses = 0.02;
constexpr double kGivesUp = 0.3; ///< when the disk is full

/// Not an answer to what was asked: the hall can't say now.
bool isNoDecision(int status)
{
    return status == 0 || status >= 500 || status == 408 || status == 429;
}

std::string uuidOf(Random& random)
{
    const std::uint64_t high = random();
    const std::uint64_t low = random();
    return fmt::format("{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}", high >> 32U, (high >> 16U) & 0xFFFFU,
                       high & 0xFFFU, low >> 52U, low & 0xFFFFFFFFFFFFU);
}

} // namespace

Client::Client(House& house, HallProgram& hall, std::string name, const std::string& purpose)
    : m_house(house), m_hall(hall), m_name(std::move(name)), m_address("10.0.0." + m_name),
      m_random(house.random("client " + m_name + purpose))
{
    for (const char* what : {"a command was repeated", "a command was sent twice at once",
                             "the hall had no decision", "somebody gave up before a full disk"})
        m_house.sometimes().expect(what);
}

void Client::command(const std::string& path, json body, Then then, const std::string& method)
{
    OpenRequest request{uuidOf(m_random), path, {}, std::move(then)};
    body["requestId"] = request.id;
    request.bytes = bytesOf(method, path, body.dump());
    m_house.tell({m_name, "asks", {{"request", request.id}, {"path", path}}});
    put(std::move(request));
}

void Client::ask(const std::string& path, Then then)
{
    put({{}, path, bytesOf("GET", path, {}), std::move(then)});
}

std::string Client::bytesOf(const std::string& method, const std::string& path, const std::string& body) const
{
    return fmt::format("{} /api/v1{} HTTP/1.1\r\nHost: hall\r\nAuthorization: Bearer {}\r\n"
                       "Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
                       method, path, m_hall.secretOf(m_name), body.size(), body);
}

void Client::put(OpenRequest request)
{
    m_open.push_back(std::move(request));
    if (m_open.size() == 1)
        sendFirst();
}

void Client::sendFirst()
{
    m_house.agenda().cancel(m_timer);
    if (!m_line || m_line->isClosed()) {
        drop();
        m_line = m_hall.connect(m_address);
        if (!m_line)
            return tryAgain();
        m_line->onArrival([this] { onArrival(); });
    }
    m_line->send(m_open.front().bytes);
    ++m_open.front().copies;
    if (m_random.chance(kHalfCloses))
        m_line->endSending();
    if (!m_open.front().id.empty() && m_random.chance(kTwice))
        sendCopy();
    m_timer = m_house.agenda().after(kTimeout, [this] { tryAgain(); });
}

void Client::sendCopy()
{
    const auto line = m_hall.connect(m_address);
    if (!line)
        return;
    m_house.sometimes().saw("a command was sent twice at once");
    line->send(m_open.front().bytes);
    ++m_open.front().copies;
    m_house.agenda().after(kTimeout, [line] { line->leave(); });
}

void Client::onArrival()
{
    m_received += m_line->take();
    if (m_open.empty())
        return;
    if (const auto answer = takeReply(m_received))
        return finish(*answer);
    if (m_line->isClosed())
        tryAgain();
}

// A full disk took nothing of the command: it isn't carried out unless somebody sends it again.
bool Client::givesUp(int status)
{
    constexpr int kStorageFull = 507;
    if (status != kStorageFull || !m_random.chance(kGivesUp))
        return false;
    m_house.sometimes().saw("somebody gave up before a full disk");
    return true;
}

void Client::finish(const HallReply& answer)
{
    if (isNoDecision(answer.status) && !m_open.front().id.empty() && !givesUp(answer.status)) {
        m_house.sometimes().saw("the hall had no decision");
        return tryAgain();
    }
    m_house.agenda().cancel(m_timer);
    const OpenRequest done = std::move(m_open.front());
    m_open.pop_front();
    if (!done.id.empty())
        m_house.tell({m_name,
                      "answered",
                      {{"request", done.id},
                       {"path", done.path},
                       {"status", answer.status},
                       {"code", textIn(answer.body, "code")},
                       {"id", textIn(answer.body, "id")},
                       {"number", textIn(answer.body, "number")},
                       {"copies", done.copies}}});
    if (!m_open.empty())
        m_timer = m_house.agenda().after({}, [this] { sendFirst(); });
    done.then(answer);
}

// A line whose answer is overdue is given up: that answer could be taken for the next one's.
void Client::tryAgain()
{
    m_house.agenda().cancel(m_timer);
    drop();
    if (m_open.front().id.empty())
        return finish({});
    m_house.sometimes().saw("a command was repeated");
    m_timer =
        m_house.agenda().after(m_random.between(milliseconds{300}, seconds{2}), [this] { sendFirst(); });
}

void Client::drop()
{
    if (m_line)
        m_line->leave();
    m_line.reset();
    m_received.clear();
}

void Client::die()
{
    m_house.agenda().cancel(m_timer);
    for (const OpenRequest& request : std::exchange(m_open, {}))
        if (!request.id.empty())
            m_house.tell({m_name, "forgets", {{"request", request.id}}});
    drop();
}

} // namespace starqueue::house
