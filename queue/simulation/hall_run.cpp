#include <queue/simulation/hall_run.h>

#include <queue/order/selection.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

constexpr Date kAnyDay{std::chrono::year{2000}, std::chrono::month{1}, std::chrono::day{1}};
constexpr std::uint64_t kForgetAfter = 1024;

} // namespace

HallRun::HallRun(std::shared_ptr<const Rules> rules, CounterHours hours, Instant opens, RunObserver& observer)
    : m_hours(std::move(hours)), m_opens(opens), m_now(opens), m_observer(observer),
      m_posts(rules->counters.size())
{
    if (m_hours.order.empty())
        m_hours.order = openingOrder(*rules);
    m_hours.takenUntil.resize(m_posts.size(), opens);
    carryOut(OpenDay{kAnyDay, withNothingToRecord(std::move(rules))});
    keepOpening();
}

void HallRun::take(const Events& events)
{
    for (const Event& event : events) {
        apply(m_state, event, m_now);
        if (const auto* violated = std::get_if<FairnessViolated>(&event))
            m_observer.violated(*violated);
    }
}

HallRun::Post* HallRun::soonest()
{
    Post* first = nullptr;
    for (Post& post : m_posts) {
        if (post.due != Instant::max() && (!first || post.due < first->due))
            first = &post;
    }
    return first;
}

void HallRun::run(CustomerSource& source)
{
    std::optional<SimulatedCustomer> coming = source.next();
    while (!m_observer.hasEnough()) {
        const Post* post = soonest();
        const Instant due = post ? post->due : Instant::max();
        const Instant arrival = coming ? coming->arrives : Instant::max();
        const Instant step =
            m_nextStep < m_hours.steps.size() ? m_opens + m_hours.steps[m_nextStep].from : Instant::max();
        const Instant next = std::min({due, arrival, step});
        if (next == Instant::max())
            return;
        m_now = std::max(m_now, next);
        if (step == next) {
            keepOpening();
        } else if (due == next) {
            proceed(CounterIx{static_cast<std::uint16_t>(post - m_posts.data())});
        } else {
            arrive(*coming);
            coming = source.next();
        }
    }
}

void HallRun::arrive(const SimulatedCustomer& customer)
{
    IssueTicket issue;
    issue.service = customer.wants;
    issue.stars = customer.stars;
    issue.keyContact = customer.keyContact;
    issue.statutory = customer.statutory;
    issue.promise = Promise{}; // skips the promise by rank: observers compute their own
    if (!carryOut(issue)) {
        m_observer.turnedAway();
        return;
    }
    m_visits.push_back({customer, 0, Millis{0}});
    m_observer.issued(m_state, m_state.tickets.back(), m_now);
    if (m_free > 0)
        offer(m_state.lastTicket);
}

void HallRun::offer(TicketId ticket)
{
    std::vector<bool> asked(m_posts.size());
    while (m_state.find(ticket)->state == TicketState::Waiting) {
        const CounterIx counter = nearestFree(*m_state.find(ticket), asked);
        if (counter == kNoCounter)
            return;
        asked[counter.value] = true;
        callNext(counter);
    }
}

CounterIx HallRun::nearestFree(const Ticket& ticket, const std::vector<bool>& asked) const
{
    CounterIx nearest = kNoCounter;
    std::optional<Closeness> least;
    for (std::uint16_t i = 0; i < m_posts.size(); ++i) {
        if (m_posts[i].stage != Stage::Free || asked[i])
            continue;
        const auto closeness = closenessAt(*m_state.rules, CounterIx{i}, ticket.service, ticket.tier);
        if (!closeness)
            continue;
        const bool nearer = !least || *closeness < *least ||
                            (*closeness == *least && m_posts[i].since < m_posts[nearest.value].since);
        if (nearer) {
            nearest = CounterIx{i};
            least = closeness;
        }
    }
    return nearest;
}

void HallRun::proceed(CounterIx counter)
{
    Post& post = m_posts[counter.value];
    switch (post.stage) {
    case Stage::Closed:
        open(counter);
        return;
    case Stage::Free:
        callNext(counter);
        return;
    case Stage::Approached:
        carryOut(StartService{counter});
        post.stage = Stage::Serving;
        post.due = m_now + post.service;
        return;
    case Stage::Serving:
        carryOut(FinishService{counter, kSimulated});
        break;
    case Stage::Missed:
        carryOut(MarkNoShow{counter});
        break;
    }
    ++m_ended;
    setFree(counter);
    if (post.leaves)
        close(counter);
    else
        callNext(counter);
    if (m_ended >= kForgetAfter && m_ended * 2 >= m_state.tickets.size())
        forget();
}

bool HallRun::callNext(CounterIx counter)
{
    Post& post = m_posts[counter.value];
    post.due = Instant::max();
    if (m_state.line.waitingFor(counter) == 0)
        return false;
    m_events.clear();
    if (!decide(m_state, CallNext{counter}, m_now, m_events)) {
        post.due = callableFrom(m_state, counter, m_now);
        return false;
    }
    const auto& call = std::get<TicketCalled>(m_events.front());
    const Ticket& ticket = *m_state.find(call.ticket);
    if (call.why->passedCount > 0)
        notePassed(counter, ticket);
    take(m_events);
    beginVisit(counter, ticket);
    return true;
}

void HallRun::notePassed(CounterIx counter, const Ticket& called)
{
    forEachPassed(m_state, counter, {called.counted, called.id}, [&](const Lane&, const Place& place) {
        Visit& visit = visitOf(place.ticket);
        ++visit.passed;
        visit.passedMost = std::max(visit.passedMost, called.counted - place.counted);
    });
}

void HallRun::beginVisit(CounterIx counter, const Ticket& ticket)
{
    const Visit& visit = visitOf(ticket.id);
    const SimulatedCustomer& customer = visit.customer;
    Post& post = m_posts[counter.value];
    --m_free;
    post.service = customer.service;
    post.stage = customer.comes ? Stage::Approached : Stage::Missed;
    const Millis approach = customer.comes
                                ? customer.approach
                                : std::max(customer.approach, Millis{m_state.rules->noShowEarliest});
    post.due = m_now + approach;
    const Millis occupied = approach + (customer.comes ? customer.service : Millis{0});
    m_observer.called({customer, ticket.id.value - 1, ticket.tier, counter, m_now - ticket.issued,
                       visit.passed, visit.passedMost, occupied});
    if (customer.comes && customer.approach <= Millis{0})
        proceed(counter);
}

void HallRun::forget()
{
    m_ended = 0;
    forgetEnded(m_state);
    const std::uint64_t first =
        m_state.tickets.empty() ? m_state.lastTicket.value + 1 : m_state.tickets.front().id.value;
    m_visits.erase(m_visits.begin(), m_visits.begin() + static_cast<std::ptrdiff_t>(first - m_firstVisit));
    m_firstVisit = first;
}

} // namespace starqueue::queue
