#include <house/journal/random_desk.h>

namespace starqueue::house {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

struct OutcomeInWords
{
    std::string operator()(const db::Accepted& accepted) const
    {
        return accepted.repeated ? "repeated" : "accepted";
    }
    std::string operator()(const queue::Refusal&) const { return "refused"; }
    std::string operator()(const db::Denied&) const { return "denied"; }
    std::string operator()(const db::Reused&) const { return "reused"; }
    std::string operator()(const db::StorageFull&) const { return "full"; }
};

} // namespace

db::RequestKey keyOf(std::uint32_t request)
{
    db::RequestKey key{"desk", {}, {}};
    for (std::size_t i = 0; i < 4; ++i)
        key.request[15 - i] = static_cast<std::uint8_t>(request >> (8 * i));
    return key;
}

RandomDesk::RandomDesk(House& house, JournalProgram& hall)
    : m_house(house), m_hall(hall), m_random(house.random("random desk")),
      m_commands(static_cast<std::uint32_t>(m_random()))
{
    for (const char* what :
         {"a repeated request", "an answer of a full disk", "a request sent twice at once"})
        m_house.sometimes().expect(what);
}

void RandomDesk::scheduleNext()
{
    m_house.agenda().after(m_random.between(milliseconds{1}, seconds{3}), [this] {
        const std::uint32_t request = ++m_lastRequest;
        m_open.emplace(request, std::nullopt);
        m_house.tell({"desk", "sent", {{"request", request}}});
        send(request);
        if (m_random.chance(0.1)) {
            m_house.sometimes().saw("a request sent twice at once");
            send(request);
        }
        scheduleRetry(request);
        scheduleNext();
    });
}

void RandomDesk::scheduleRetry(std::uint32_t request)
{
    m_house.agenda().after(m_random.between(seconds{1}, seconds{4}), [this, request] {
        if (!m_open.contains(request))
            return;
        send(request);
        scheduleRetry(request);
    });
}

void RandomDesk::send(std::uint32_t request)
{
    (void)m_hall.submit(
        keyOf(request), [this, request](const db::View& view) { return commandOf(request, view); },
        [this, request](const db::View& view, const db::Outcome& outcome) {
            return answer(request, view, outcome);
        });
}

queue::Command RandomDesk::commandOf(std::uint32_t request, const db::View& view)
{
    const auto open = m_open.find(request);
    if (open == m_open.end())
        return queue::Tick{}; // a late copy of an answered request
    if (!open->second)
        open->second = m_commands.commandFor(view.state, view.now);
    return *open->second;
}

std::function<void()> RandomDesk::answer(std::uint32_t request, const db::View& view,
                                         const db::Outcome& outcome)
{
    const auto* const accepted = std::get_if<db::Accepted>(&outcome);
    const auto events = accepted == nullptr ? 0 : static_cast<std::int64_t>(accepted->events.size());
    return [this, request, what = std::visit(OutcomeInWords{}, outcome), events, seq = view.seq] {
        tellAnswer(request, what, events, seq);
    };
}

void RandomDesk::tellAnswer(std::uint32_t request, const std::string& what, std::int64_t events,
                            std::uint64_t seq)
{
    if (what == "repeated")
        m_house.sometimes().saw("a repeated request");
    if (what == "full")
        m_house.sometimes().saw("an answer of a full disk");
    m_open.erase(request);
    m_house.tell({"hall",
                  "answered",
                  {{"request", request},
                   {"what", what},
                   {"events", events},
                   {"seq", static_cast<std::int64_t>(seq)}}});
}

} // namespace starqueue::house
