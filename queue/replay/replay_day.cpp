#include <queue/replay/replay_day.h>

#include <queue/order/selection.h>

#include <algorithm>
#include <cassert>
#include <queue>
#include <tuple>

namespace starqueue::queue {

namespace {

/// The order of steps at one instant: a counter that becomes free calls somebody who already waits, before
/// new customers arrive and before anybody gives up.
enum class Step : std::uint8_t { ServiceEnds, CounterComes, CustomerArrives, CustomerLeaves };

struct Due
{
    Instant at{};
    Step step{};
    std::uint32_t who = 0; ///< a counter or a customer

    friend auto operator<=>(const Due& a, const Due& b)
    {
        return std::tie(a.at, a.step, a.who) <=> std::tie(b.at, b.step, b.who);
    }
};

class Replay
{
public:
    Replay(const RecordedDay& day, const Rules& rules) : m_day(day), m_posts(rules.counters.size())
    {
        m_replayed.calls.resize(day.customers.size());
        noteOccupations();
        schedule();
        const Instant begins = m_due.empty() ? Instant{} : m_due.top().at;
        carryOut(OpenDay{day.date, withNothingToRecord(std::make_shared<const Rules>(rules))}, begins);
        for (std::size_t i = 0; i < m_posts.size(); ++i)
            carryOut(OpenCounter{counter(i), "replay " + std::to_string(i)}, begins);
    }

    ReplayedDay run()
    {
        goOn();
        m_isOvertime = true;
        callAll(m_now);
        goOn();
        return std::move(m_replayed);
    }

private:
    struct Post
    {
        bool busy = false;
        Instant until{}; ///< of the present or last presence
        std::vector<Millis> occupations;
        std::size_t calls = 0;
    };

    static CounterIx counter(std::size_t place) { return {static_cast<std::uint16_t>(place)}; }

    template <class Command> void carryOut(const Command& command, Instant now)
    {
        m_events.clear();
        [[maybe_unused]] const Decision decision = decide(m_state, command, now, m_events);
        assert(decision);
        for (const Event& event : m_events)
            apply(m_state, event, now);
    }

    void schedule()
    {
        for (std::size_t i = 0; i < m_day.customers.size(); ++i)
            m_due.push({m_day.customers[i].arrives, Step::CustomerArrives, static_cast<std::uint32_t>(i)});
        for (std::size_t i = 0; i < m_day.customers.size(); ++i)
            if (const auto left = m_day.customers[i].left)
                m_due.push({*left, Step::CustomerLeaves, static_cast<std::uint32_t>(i)});
        for (std::size_t i = 0; i < m_day.presences.size(); ++i)
            m_due.push({m_day.presences[i].from, Step::CounterComes, static_cast<std::uint32_t>(i)});
    }

    /// Notes how long each counter's recorded calls took, in order.
    void noteOccupations()
    {
        std::vector<const RecordedCustomer*> called;
        for (const RecordedCustomer& customer : m_day.customers)
            if (customer.called)
                called.push_back(&customer);
        std::ranges::stable_sort(called, {}, [](const RecordedCustomer* one) { return *one->called; });
        Millis sum{0};
        for (const RecordedCustomer* customer : called) {
            const Millis took = customer->approach + customer->serves;
            m_posts[customer->counter.value].occupations.push_back(took);
            sum += took;
        }
        m_meanOccupation = sum / std::max<std::int64_t>(1, static_cast<std::int64_t>(called.size()));
    }

    void goOn()
    {
        while (!m_due.empty()) {
            const Due due = m_due.top();
            m_due.pop();
            m_now = due.at;
            take(due);
        }
    }

    void take(const Due& due)
    {
        switch (due.step) {
        case Step::ServiceEnds:
            return endService(counter(due.who), due.at);
        case Step::CounterComes: {
            const Presence& presence = m_day.presences[due.who];
            m_posts[presence.counter.value].until = presence.until;
            return callAt(presence.counter, due.at);
        }
        case Step::CustomerLeaves:
            return giveUp(due.who, due.at);
        case Step::CustomerArrives:
            return arrive(due.who, due.at);
        }
    }

    void arrive(std::uint32_t who, Instant now)
    {
        const RecordedCustomer& customer = m_day.customers[who];
        carryOut(IssueTicket{.service = customer.service,
                             .stars = customer.stars,
                             .keyContact = customer.keyContact,
                             .statutory = customer.statutory},
                 now);
        // Replayed by the day's own rules, each customer must get the recorded counter.
        if (customer.counter != kNoCounter)
            callAt(customer.counter, now);
        callAll(now);
    }

    void callAll(Instant now)
    {
        for (std::size_t i = 0; i < m_posts.size() && m_state.line.size() > 0; ++i)
            callAt(counter(i), now);
    }

    void giveUp(std::uint32_t who, Instant now)
    {
        const TicketId ticket{who + 1U};
        const Ticket* const known = m_state.find(ticket);
        if (known && known->state == TicketState::Waiting)
            carryOut(CancelTicket{ticket}, now);
    }

    void callAt(CounterIx at, Instant now)
    {
        Post& post = m_posts[at.value];
        const bool isThere = now < post.until || m_isOvertime;
        if (post.busy || !isThere || !select(m_state, at, now))
            return;
        carryOut(CallNext{at}, now);
        // Selection depends only on the end of the service, so it may begin at the call.
        carryOut(StartService{at}, now);
        const auto who = static_cast<std::uint32_t>(m_state.counters[at.value].ticket.value - 1);
        m_replayed.calls[who] = {now, ++m_turn};
        post.busy = true;
        m_due.push({now + nextOccupation(post), Step::ServiceEnds, at.value});
    }

    [[nodiscard]] Millis nextOccupation(Post& post) const
    {
        const std::size_t call = post.calls++;
        return call < post.occupations.size() ? post.occupations[call] : m_meanOccupation;
    }

    void endService(CounterIx at, Instant now)
    {
        m_posts[at.value].busy = false;
        carryOut(FinishService{at, "replay"}, now);
        callAt(at, now);
    }

    const RecordedDay& m_day;
    std::vector<Post> m_posts;
    Millis m_meanOccupation{0};
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
    State m_state;
    Events m_events;
    ReplayedDay m_replayed;
    std::uint32_t m_turn = 0;
    Instant m_now{};
    bool m_isOvertime = false; ///< every counter has left for the day; who still waits is called now
};

} // namespace

ReplayedDay replay(const RecordedDay& day, const Rules& rules)
{
    if (day.customers.empty())
        return {};
    return Replay(day, rules).run();
}

void addSameOrder(std::span<const WaitingPair> pairs, const ReplayedDay& replayed, OrderAgreement& agreement)
{
    for (const WaitingPair& pair : pairs) {
        const auto& first = replayed.calls[pair.first];
        const auto& second = replayed.calls[pair.second];
        agreement.count(pair, first && second && (second->turn < first->turn) == pair.passed);
    }
}

} // namespace starqueue::queue
