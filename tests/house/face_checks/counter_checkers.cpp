#include <house/face_checks/counter_checkers.h>

#include <queue/rules/rules.h>

#include <algorithm>

namespace starqueue::house {

void OnePressOneCommand::onFact(const Fact& fact)
{
    if (fact.is(m_counter.name(), "presses")) {
        if (std::exchange(m_isPressed, true))
            m_house.sometimes().saw("a press sent nothing");
    } else if (fact.is(m_counter.name(), "sends") && m_requests.insert(fact.text("request")).second) {
        if (fact.text("path") != "/heartbeat") // which a window sends by itself
            onCommand(fact);
    } else if (fact.is(m_counter.name(), "up")) {
        m_last = {};
    }
}

void OnePressOneCommand::onCommand(const Fact& fact)
{
    const auto now = m_house.agenda().now();
    if (!std::exchange(m_isPressed, false))
        found("nobody has pressed for " + fact.line());
    constexpr auto kRounding = std::chrono::milliseconds{1};
    if (now - std::exchange(m_last, now) < counter::CommandSender::kSettle - kRounding)
        found("two commands within a double press, the second is " + fact.line());
}

// What the window knows is up to a question and its gathering of events old.
void WindowShowsTheCustomer::onCalmEnds()
{
    constexpr auto kQuiet = std::chrono::milliseconds{1500};
    if (!m_counter.isUp() || m_house.agenda().now() - m_lastEvent < kQuiet)
        return;
    m_house.sometimes().saw("a window was held against the journal");
    if (shown() != recorded())
        found("it shows '" + shown() + "', and the journal has '" + recorded() + "'");
}

std::string WindowShowsTheCustomer::recorded() const
{
    const queue::State& state = m_record.state();
    const auto here = std::ranges::find(state.rules->counters, m_counter.counter(), &queue::CounterRule::id);
    const auto place = static_cast<std::uint16_t>(here - state.rules->counters.begin());
    const queue::Ticket* const ticket = state.ticketAt(queue::CounterIx{place});
    return ticket == nullptr ? std::string{}
                             : queue::ticketNumber(*state.rules, ticket->numberedIn, ticket->number);
}

std::string WindowShowsTheCustomer::shown()
{
    const counter::CounterModel& model = *m_counter.model();
    const bool hasCustomer = model.page() == counter::CounterModel::Page::Ticket;
    return hasCustomer ? model.number().toStdString() : std::string{};
}

} // namespace starqueue::house
