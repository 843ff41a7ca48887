#include <queue/support/simulated_weeks.h>

#include <queue/support/hall_fixture.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace starqueue::queue::test {

namespace {

constexpr std::chrono::sys_days kFirstMonday{std::chrono::year{2026} / std::chrono::September / 7};
constexpr std::array kShares{0.54, 0.90, 0.98, 1.0}; ///< cumulative; the last one is the orphan's
constexpr double kPeak = 0.86;                       ///< customers a minute

Rules rulesOfWeeks()
{
    Rules rules = smallHall();
    ServiceRule orphan;
    orphan.id = "orphan";
    orphan.prefix = "D";
    rules.services.push_back(orphan);
    const TierRule five = rules.tiers[1];
    rules.tiers = {five, rules.tiers[3]};
    rules.counters.clear();
    const std::vector<std::vector<ServiceIx>> given{{kAccount, kPlans},
                                                    {kAccount, kPlans},
                                                    {kAccount, kPlans},
                                                    {kAccount, kRepair, kPlans},
                                                    {kAccount, kPlans}};
    for (std::size_t i = 0; i < given.size(); ++i) {
        CounterRule counter;
        counter.id = std::to_string(i + 1);
        counter.services = given[i];
        rules.counters.push_back(counter);
    }
    return rules;
}

CounterPlan planOfWeeks()
{
    CounterPlan plan;
    for (std::size_t day = 0; day < 5; ++day)
        plan[day] = {{Minutes{540}, Minutes{720}, 5},
                     {Minutes{720}, Minutes{810}, 3},
                     {Minutes{810}, Minutes{1020}, 5}};
    plan[5] = {{Minutes{540}, Minutes{720}, 2}};
    return plan;
}

/// How many counters are, in the morning.
std::size_t plannedOn(Instant midnight)
{
    const auto day =
        static_cast<std::size_t>(weekdayOf(Date{std::chrono::floor<std::chrono::days>(midnight)}));
    return static_cast<std::size_t>(planOfWeeks()[day].front().counters);
}

time::LocalTime utc(time::WallTime at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at.utc);
    return {Date{day}, at.utc - day};
}

bool isWeekend(std::chrono::sys_days date)
{
    return weekdayOf(Date{date}) == DayKind::Sun;
}

} // namespace

SimulatedWeeks::SimulatedWeeks(const WeeksOptions& options)
    : m_options(options), m_random(options.seed, 0x7765656b),
      m_rules(std::make_shared<const Rules>(rulesOfWeeks())), m_builder(utc)
{
    if (options.plan)
        m_builder.setPlan(planOfWeeks());
}

void SimulatedWeeks::run()
{
    for (int day = 0; day < m_options.weeks * 7; ++day) {
        m_counts = day >= m_options.learning * 7;
        const std::chrono::sys_days date = kFirstMonday + std::chrono::days{day};
        if (!isWeekend(date))
            runDay(date);
    }
}

void SimulatedWeeks::runDay(std::chrono::sys_days date)
{
    openDay(date);
    while (true) {
        const Instant arrival = m_arrivals.empty() ? Instant::max() : m_arrivals.back();
        const Instant next = std::min(arrival, nextOfClerks());
        if (next == Instant::max())
            break;
        m_now = next;
        if (next == arrival)
            arrive();
        letClerksWork();
    }
    m_now = std::max(m_now, at(20 * 60));
    tell(CloseDay{});
}

void SimulatedWeeks::openDay(std::chrono::sys_days date)
{
    m_midnight = Instant{date};
    m_now = at(7 * 60);
    const bool isSaturday = weekdayOf(Date{date}) == DayKind::Sat;
    auto hours = std::make_shared<DayHours>();
    hours->begins = m_now;
    const double closes = isSaturday ? kSaturdayCloses : kCloses;
    hours->hall = OpenTimes{{at(kDoors), at(closes - 10), at(closes)}};
    tell(OpenDay{Date{date}, m_rules, hours});
    m_firstTicket = m_state.lastTicket.value + 1;
    m_ofTicket.clear();
    m_haveCome = 0;
    if (const Experience& known = m_builder.experience(); known.outcomes() >= kLeastOutcomes)
        tell(CalibratePromises{known.calibration(), static_cast<std::uint32_t>(known.outcomes())});
    drawDay(isSaturday);
}

void SimulatedWeeks::drawDay(bool isSaturday)
{
    m_clerks.clear();
    for (std::size_t i = 0; i < m_rules->counters.size(); ++i) {
        Clerk clerk;
        clerk.steps = drawSteps(i, isSaturday);
        std::ranges::reverse(clerk.steps);
        m_clerks.push_back(std::move(clerk));
    }
    const double rate = kPeak * std::exp(0.08 * m_random.normal()) * (isSaturday ? 0.4 : 1);
    const double last = isSaturday ? kSaturdayCloses - 11 : kCloses - 11;
    for (double minute = kDoors; true;) {
        const double busy = minute < kCountersOpen  ? 0.3
                            : minute < kLunchBegins ? 1
                            : minute < kLunchEnds   ? 0.6
                                                    : 0.9;
        minute += m_random.exponential() / (rate * busy);
        if (minute > last)
            break;
        m_arrivals.push_back(at(minute));
    }
    std::ranges::reverse(m_arrivals);
}

void SimulatedWeeks::arrive()
{
    m_arrivals.pop_back();
    const double place = m_random.uniform();
    const auto service = std::ranges::find_if(kShares, [place](double until) { return place < until; });
    IssueTicket issue;
    issue.service = ServiceIx{static_cast<std::uint16_t>(service - kShares.begin())};
    issue.stars = m_random.uniform() < 0.15 ? 5 : 0;
    const Standing who{issue.service, tierOf(*m_rules, issue.stars, false)};
    const bool isForeseen = !m_options.mornings || m_now < at(kMorningEnds);
    if (isForeseen)
        promise(issue);
    const PromiseKept outcome{whenIsNow(who),
                              issue.service,
                              {},
                              isFreeFor(who),
                              m_state.eligibility.hasOpen(who.service, who.tier),
                              std::chrono::floor<std::chrono::days>(m_midnight),
                              m_now - m_midnight,
                              {}};
    tell(issue);
    const bool counts = m_counts && isForeseen;
    m_ofTicket.push_back(counts ? m_outcomes.size() : SIZE_MAX);
    if (!counts)
        return;
    m_outcomes.push_back(outcome);
    m_outcomes.back().promise = m_state.tickets.back().promise;
}

/// As the service's promise keeper does it.
void SimulatedWeeks::promise(IssueTicket& issue)
{
    const time::LocalTime local = utc({m_now});
    const HallSnapshot hall = hallSnapshot(m_state, m_now);
    Experience known = m_builder.experience();
    std::vector<std::string> clerks;
    for (const Counter& counter : m_state.counters)
        clerks.push_back(counter.clerk);
    Belief belief = known.belief(*m_rules, local, m_midnight, 5, clerks);
    if (!m_runs || issue.stars == 5)
        m_runs.emplace(m_rules, belief);
    if (!m_options.habit)
        known.forgetBefore(local.date);
    const PresentHall present = presentHall(hall, local.date, local);
    m_runs->expect(belief.arrivals, std::move(belief.pace), known.openings(present, ++m_seed));
    m_runs->simulate(hall, m_seed, true);
    const Forecast forecast(hall, *m_runs, m_builder.calibration().at(local.sinceMidnight), m_seed);
    issue.promise = forecast.ofNewcomer(issue.service, tierOf(*m_rules, issue.stars, false), kNoGroup);
    issue.ordinary = forecast.ofNewcomer(issue.service, tierOf(*m_rules, 0, false), kNoGroup);
}

IssuedWhen SimulatedWeeks::whenIsNow(const Standing& who) const
{
    const double minute = time::inMinutes(m_now - m_midnight);
    if (m_haveCome == 0)
        return IssuedWhen::BeforeOpening;
    if (isOneToCome())
        return IssuedWhen::LateOpening;
    if (minute < kLatestOpening && m_haveCome < plannedOn(m_midnight))
        return IssuedWhen::OneStaysAway;
    if (minute >= kLunchBegins - 20 && minute < kLunchEnds)
        return IssuedWhen::Lunch;
    return m_state.eligibility.hasOpen(who.service, who.tier) ? IssuedWhen::Otherwise
                                                              : IssuedWhen::BehindPause;
}

bool SimulatedWeeks::isOneToCome() const
{
    return std::ranges::any_of(m_clerks, [](const Clerk& clerk) {
        return !clerk.steps.empty() && clerk.steps.back().act == Act::Open;
    });
}

bool SimulatedWeeks::isFreeFor(const Standing& who) const
{
    for (std::uint16_t i = 0; i < m_state.counters.size(); ++i) {
        const Counter& counter = m_state.counters[i];
        if (counter.state == CounterState::Open && counter.ticket.value == 0 &&
            m_state.eligibility.mayServe({i}, who.service, who.tier))
            return true;
    }
    return false;
}

bool SimulatedWeeks::tell(const Command& command)
{
    Events events;
    const Decision decision = decide(m_state, command, m_now, events);
    for (const Event& event : events) {
        apply(m_state, event, m_now);
        m_builder.apply(event, m_now);
    }
    if (!decision && decision.error().code != RefusalCode::NobodyWaits)
        ADD_FAILURE() << "refused: " << decision.error().detail;
    return decision.has_value();
}

Instant SimulatedWeeks::at(double minutesOfDay) const
{
    return m_midnight + Millis{std::llround(minutesOfDay * 60'000)};
}

Millis SimulatedWeeks::logNormal(double minutes, double cv)
{
    const double variance = std::log1p(cv * cv);
    return Millis{
        std::llround(60'000 * minutes * std::exp(-variance / 2 + std::sqrt(variance) * m_random.normal()))};
}

} // namespace starqueue::queue::test
