#include <house/face_checks/counter_checkers.h>

#include <queue/rules/rules.h>

#include <algorithm>

namespace starqueue::house {

namespace {

/// The number of the customer whom the journal has at the counter; empty: there is none.
std::string customerAt(const queue::State& state, const std::string& counter)
{
    if (state.rules == nullptr)
        return {};
    const auto here = std::ranges::find(state.rules->counters, counter, &queue::CounterRule::id);
    const auto place = static_cast<std::uint16_t>(here - state.rules->counters.begin());
    const queue::Ticket* const ticket = state.ticketAt(queue::CounterIx{place});
    return ticket == nullptr ? std::string{}
                             : queue::ticketNumber(*state.rules, ticket->numberedIn, ticket->number);
}

} // namespace

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

// What the dead one sent may arrive so late; a hall that starts waits for who had the counter before.
void DeadWindowLetsGo::onFact(const Fact& fact)
{
    constexpr auto kOnTheWay = std::chrono::seconds{16};
    constexpr auto kSilence = std::chrono::seconds{5};
    constexpr auto kBeats = std::chrono::seconds{4}; ///< one that is answered, and the next
    const auto now = m_house.agenda().now();
    const bool isOfIt = fact.who() == m_counter.name();
    if (fact.is("hall", "up") || (isOfIt && (fact.what() == "dies" || fact.what() == "is plugged in")))
        m_free = now + kOnTheWay + kSilence + kBeats;
    if (!isOfIt || fact.what() != "answered" || fact.text("code") != "counter_in_use")
        return;
    m_house.sometimes().saw("a window was told to wait");
    if (now > m_free)
        found("another window has its counter, and there is none");
}

WindowNeverGoesBack::WindowNeverGoesBack(Record& record, const CounterFace& counter)
    : Checker("the window of " + counter.name() + " never goes back"), m_record(record), m_counter(counter)
{
    record.afterLine = [this](const queue::State& state, std::uint64_t seq) { note(state, seq); };
}

void WindowNeverGoesBack::note(const queue::State& state, std::uint64_t seq)
{
    std::string customer = customerAt(state, m_counter.counter());
    if (m_customers.empty() || std::prev(m_customers.end())->second != customer)
        m_customers.emplace(seq, std::move(customer));
}

void WindowNeverGoesBack::onFact(const Fact& fact)
{
    if (fact.who() != m_counter.name())
        return;
    if (fact.what() == "up")
        m_request.clear();
    else if (fact.what() == "answered" && fact.number("status") < 300 && fact.text("path") != "/heartbeat")
        m_request = bytesOfUuid(fact.text("request"));
    else if (fact.what() == "shows" && !m_request.empty())
        m_shown.push_back({fact.text("number"), m_request});
}

void WindowNeverGoesBack::onCalmEnds()
{
    for (const Shown& shown : m_shown)
        check(shown);
    m_shown.clear();
}

void WindowNeverGoesBack::check(const Shown& shown) const
{
    const Record::Line* const step = m_record.line(m_record.seqOf(shown.request));
    if (step == nullptr)
        return; // it changed nothing
    const std::uint64_t done = std::max(step->lastSeq, m_record.seqOf(shown.request));
    const auto later = m_customers.upper_bound(done);
    const auto first = later == m_customers.begin() ? later : std::prev(later);
    const bool wasSo = std::any_of(
        first, m_customers.end(), [&shown](const auto& customer) { return customer.second == shown.number; });
    if (!wasSo)
        found("it shows '" + shown.number + "', which was so before the step of line " +
              std::to_string(done));
}

// What the window knows is up to a question and its gathering of events old.
void WindowShowsTheCustomer::onCalmEnds()
{
    constexpr auto kQuiet = std::chrono::milliseconds{1500};
    if (!m_counter.isUp() || m_house.agenda().now() - m_lastEvent < kQuiet)
        return;
    m_house.sometimes().saw("a window was held against the journal");
    const std::string recorded = customerAt(m_record.state(), m_counter.counter());
    if (shown() != recorded)
        found("it shows '" + shown() + "', and the journal has '" + recorded + "'");
}

std::string WindowShowsTheCustomer::shown()
{
    const counter::CounterModel& model = *m_counter.model();
    const bool hasCustomer = model.page() == counter::CounterModel::Page::Ticket;
    return hasCustomer ? model.number().toStdString() : std::string{};
}

} // namespace starqueue::house
