#include <house/core/core_goes_on.h>

#include <algorithm>
#include <utility>

namespace starqueue::house {

using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr auto kGot = "core: a customer got a number";
constexpr auto kCalled = "core: a customer was called";

} // namespace

CoreGoesOn::CoreGoesOn(House& house, HallProgram& hall, std::string kiosk, std::string counter)
    : Checker("the core goes on"), m_house(house), m_hall(hall), m_kiosk(std::move(kiosk)),
      m_counter(std::move(counter))
{
    house.whenCalmBegins([this] {
        m_begun = m_house.agenda().now();
        m_lastCall = *m_begun;
        lookLater();
    });
}

void CoreGoesOn::onFact(const Fact& fact)
{
    if (fact.who() == m_kiosk && fact.what() == "asks" && fact.text("path") == "/tickets")
        m_asked[fact.text("request")] = m_house.agenda().now();
    else if (fact.what() == "answered")
        onAnswer(fact);
}

void CoreGoesOn::onAnswer(const Fact& answer)
{
    m_asked.erase(answer.text("request"));
    if (answer.who() == m_kiosk && answer.number("status") == 201) {
        m_waiting[answer.text("id")] = m_house.agenda().now();
        m_house.sometimes().saw(kGot, m_begun ? 1 : 0);
    } else if (answer.who() == m_counter && answer.number("status") == 200 &&
               !answer.text("number").empty()) {
        m_lastCall = m_house.agenda().now();
    }
}

void CoreGoesOn::lookLater()
{
    m_house.agenda().after(seconds{20}, [this] {
        for (const auto& [request, since] : m_asked)
            if (isLate(since, minutes{1}))
                found("no answer to the kiosk's request " + request);
        m_hall.look([this](const HallProgram::Snapshot& hall) { look(hall); });
        lookLater();
    });
}

void CoreGoesOn::look(const HallProgram::Snapshot& hall)
{
    std::erase_if(m_waiting, [&](const auto& one) {
        const queue::Ticket* const ticket = hall.state.find(queue::TicketId{std::stoull(one.first)});
        const bool waits = ticket != nullptr && ticket->state == queue::TicketState::Waiting;
        if (waits && ticket->boundTo != queue::kNoCounter)
            return true; // was sent to a colleague, who is lost
        if (ticket != nullptr && !waits)
            m_house.sometimes().saw(kCalled);
        return !waits;
    });
    for (const auto& [ticket, since] : m_waiting) {
        if (isLate(since, minutes{40}))
            found("ticket " + ticket + " waits for more than forty minutes");
        if (isLate(std::max(since, m_lastCall), minutes{10}))
            found("ticket " + ticket + " waits, and nobody was called for ten minutes");
    }
}

bool CoreGoesOn::isLate(VirtualClock::Elapsed since, seconds bound) const
{
    return m_house.agenda().now() - std::max(since, *m_begun) > bound;
}

} // namespace starqueue::house
