#include <queue/support/simulated_weeks.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

// The clerks of SimulatedWeeks: what they do on a day, and their customers.

namespace starqueue::queue::test {

namespace {

constexpr std::array kMeans{4.0, 7.0, 6.0, 5.0};

} // namespace

/// In minutes; empty: doesn't come.
std::optional<double> SimulatedWeeks::drawDelay()
{
    if (m_options.clerks == ClerksCome::Punctually)
        return 0;
    if (m_options.clerks == ClerksCome::Late)
        return 8 * m_random.exponential();
    const bool isIll = m_random.uniform() < (m_options.clerks == ClerksCome::Seldom ? 1 / 7.0 : 0.04);
    const double late =
        m_random.uniform() < 0.05 ? 20 + 20 * m_random.uniform() : std::max(0.0, normal(2, 3));
    return isIll ? std::nullopt : std::optional(late);
}

/// Two go for lunch at 12, two at 12:45, one doesn't.
std::vector<SimulatedWeeks::Step> SimulatedWeeks::drawSteps(std::size_t counter, bool isSaturday)
{
    std::vector<Step> steps;
    const std::optional<double> late = drawDelay();
    if (!late || (isSaturday && counter != 0 && counter != 3))
        return steps;
    steps.push_back({at(kCountersOpen + *late), Act::Open});
    if (!isSaturday && counter < 4) {
        const double leaves = kLunchBegins + (counter % 2 == 0 ? 0 : 45) + normal(0, 3);
        steps.push_back({at(leaves), Act::Pause});
        steps.push_back({at(leaves + std::max(20.0, normal(45, 4))), Act::Resume});
    }
    steps.push_back({at(isSaturday ? kSaturdayCloses : kCloses), Act::Close});
    addPauses(steps);
    return steps;
}

/// One in two and a half hours, of some seven minutes.
void SimulatedWeeks::addPauses(std::vector<Step>& steps)
{
    std::vector<Step> all;
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
        all.push_back(steps[i]);
        if (steps[i].act == Act::Pause)
            continue;
        Instant from = steps[i].at;
        while (true) {
            from += Millis{std::llround(150 * 60'000 * m_random.exponential())};
            const Millis lasts = logNormal(7, 0.6);
            if (from + lasts + Minutes{5} >= steps[i + 1].at)
                break;
            all.push_back({from, Act::Pause});
            all.push_back({from + lasts, Act::Resume});
            from += lasts;
        }
    }
    all.push_back(steps.back());
    steps = std::move(all);
}

Instant SimulatedWeeks::nextOfClerks() const
{
    Instant next = Instant::max();
    for (std::uint16_t i = 0; i < m_clerks.size(); ++i) {
        const Clerk& clerk = m_clerks[i];
        if (clerk.isServing)
            next = std::min(next, clerk.until);
        if (!clerk.steps.empty() && clerk.steps.back().at > m_now)
            next = std::min(next, clerk.steps.back().at);
    }
    return next;
}

/// Until nobody can do anything more at this instant.
void SimulatedWeeks::letClerksWork()
{
    for (std::uint16_t i = 0; i < m_clerks.size(); ++i) {
        if (m_clerks[i].isServing && m_clerks[i].until <= m_now)
            finish({i});
    }
    for (std::uint16_t i = 0; i < m_clerks.size(); ++i) {
        takeSteps({i});
        if (m_clerks[i].isHere && !m_clerks[i].isServing)
            callNext({i});
        takeSteps({i}); // whoever closes goes when nobody waits
    }
}

void SimulatedWeeks::finish(CounterIx counter)
{
    Clerk& clerk = m_clerks[counter.value];
    clerk.isServing = false;
    tell(clerk.comes ? Command{FinishService{counter, "simulated"}} : Command{MarkNoShow{counter}});
}

/// A pause that is pressed while somebody is served begins after them.
void SimulatedWeeks::takeSteps(CounterIx counter)
{
    Clerk& clerk = m_clerks[counter.value];
    while (!clerk.steps.empty() && clerk.steps.back().at <= m_now) {
        const Act act = clerk.steps.back().act;
        if (act == Act::Close && (clerk.isServing || m_state.line.waitingFor(counter) > 0))
            return;
        clerk.steps.pop_back();
        clerk.isHere = act == Act::Open || act == Act::Resume;
        m_haveCome += act == Act::Open ? 1 : 0;
        if (act == Act::Open)
            tell(OpenCounter{counter, std::to_string(counter.value)});
        else if (act == Act::Pause)
            tell(PauseCounter{counter, ""});
        else if (act == Act::Resume)
            tell(ResumeCounter{counter});
        else
            tell(CloseCounter{counter});
    }
}

void SimulatedWeeks::callNext(CounterIx counter)
{
    if (!tell(CallNext{counter}))
        return;
    const Ticket& ticket = *m_state.ticketAt(counter);
    const std::size_t outcome = m_ofTicket.at(ticket.id.value - m_firstTicket);
    if (outcome < m_outcomes.size() && !m_outcomes[outcome].waited)
        m_outcomes[outcome].waited = m_now - ticket.issued;
    Clerk& clerk = m_clerks[counter.value];
    clerk.isServing = true;
    clerk.comes = m_random.uniform() >= 0.04;
    clerk.until = m_now + Minutes{1};
    if (!clerk.comes)
        return;
    clerk.until = m_now + Seconds{20} + logNormal(kMeans.at(ticket.service.value), 0.7);
    tell(StartService{counter});
}

} // namespace starqueue::queue::test
