#include <house/visitors/asker.h>

#include <house/people/hall_reply.h>

#include <fmt/format.h>

#include <utility>

namespace starqueue::house {

namespace {

constexpr auto kTimeout = std::chrono::seconds{6};

} // namespace

struct Asker::SentOnce
{
    std::shared_ptr<Line> line;
    std::string received;
    Client::Then then;

    void end(const HallReply& answer)
    {
        if (const auto told = std::exchange(then, nullptr)) {
            line->leave();
            told(answer);
        }
    }
};

Asker::Asker(House& house, HallProgram& hall, const std::string& name)
    : m_house(house), m_hall(hall), m_address("10.0.2." + name), m_random(house.random("asker " + name))
{}

void Asker::send(const std::string& method, const std::string& path, const std::string& secret,
                 nlohmann::json body, Client::Then then)
{
    const auto line = m_hall.connect(m_address);
    if (!line)
        return then({});
    auto exchange = std::make_shared<SentOnce>(SentOnce{line, {}, std::move(then)});
    line->onArrival([weak = std::weak_ptr{exchange}] {
        const auto here = weak.lock();
        if (!here || !here->then)
            return;
        here->received += here->line->take();
        if (const auto answer = takeReply(here->received))
            here->end(*answer);
        else if (here->line->isClosed())
            here->end({});
    });
    const std::string content = body.is_null() ? std::string{} : body.dump();
    line->send(fmt::format("{} /api/v1{} HTTP/1.1\r\nHost: hall\r\nAuthorization: Bearer {}\r\n"
                           "Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
                           method, path, secret, content.size(), content));
    m_house.agenda().after(kTimeout, [exchange] { exchange->end({}); });
}

std::string Asker::newRequest()
{
    const std::uint64_t high = m_random();
    const std::uint64_t low = m_random();
    return fmt::format("{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}", high >> 32U, (high >> 16U) & 0xFFFFU,
                       high & 0xFFFU, low >> 52U, low & 0xFFFFFFFFFFFFU);
}

} // namespace starqueue::house
