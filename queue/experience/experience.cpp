#include <queue/experience/experience.h>

#include <algorithm>
#include <cmath>

namespace starqueue::queue {

namespace {

constexpr double kMemory = 300;       ///< services after which the past weighs 1/e
constexpr double kPriorServices = 20; ///< prior: the typical time weighs as many services
constexpr double kPriorCv = 0.7;
constexpr double kPriorClerk = 30;  ///< prior: after so many services half of a clerk's pace is their own
constexpr double kPriorMissed = 25; ///< prior: one no-show in so many calls
constexpr double kFirstDayLoad = 0.8;
constexpr double kFirstDayMinutes = 60; ///< prior: the guess of the first day weighs as many minutes
constexpr double kFirstDaySd = 0.25;
constexpr std::size_t kLeastDays = 5;
constexpr double kLongest = 10; ///< times the typical: longer ones are left out, somebody forgot to finish
constexpr std::size_t kMostOutcomes = std::size_t{28} * 400;
constexpr int kKeyContact = 8;
constexpr double kLowestTierShare = 0.7;
constexpr std::size_t kOpeningWays = 100;

Millis fromMinutes(double minutes)
{
    return Millis{std::llround(minutes * 60'000)};
}

template <class Key> void addFading(std::map<Key, double>& counts, const Key& key)
{
    for (auto& [name, count] : counts)
        count *= 1 - 1 / (4 * kMemory);
    counts[key] += 1;
}

/// A count with the pseudo-count `prior` added.
template <class Key> double countOf(const std::map<Key, double>& counts, const Key& key, double prior)
{
    const auto found = counts.find(key);
    return prior + (found == counts.end() ? 0 : found->second);
}

std::size_t halfHourOf(const time::LocalTime& at)
{
    return static_cast<std::size_t>(std::clamp<Minutes::rep>(at.minuteOfDay().count() / 30, 0, 47));
}

} // namespace

void Experience::Times::add(double minutes)
{
    const double fade = 1 - 1 / kMemory;
    weight = weight * fade + 1;
    sum = sum * fade + minutes;
    squares = squares * fade + minutes * minutes;
}

void Experience::arrived(const time::LocalTime& at, const std::string& service, int stars, bool keyContact)
{
    Day& day = m_days[std::chrono::sys_days{at.date}];
    day.resize(kHalfHours);
    ++day[halfHourOf(at)];
    addFading(m_services, service);
    addFading(m_stars, keyContact ? kKeyContact : stars);
}

void Experience::served(const std::string& service, const std::string& clerk, Millis occupied)
{
    const double minutes = time::inMinutes(occupied);
    Times& times = m_times[service];
    const double usual = times.weight > 0 ? times.sum / times.weight : minutes;
    addCalled(0);
    if (minutes > kLongest * std::max(1.0, usual))
        return;
    times.add(minutes);
    if (clerk.empty())
        return;
    Pace& pace = m_paces[clerk];
    const double fade = 1 - 1 / kMemory;
    pace.count = pace.count * fade + 1;
    pace.taken = pace.taken * fade + minutes;
    pace.expected = pace.expected * fade + usual;
}

/// Both counts fade alike, or their ratio would fall for ever.
void Experience::addCalled(double missed)
{
    const double fade = 1 - 1 / (4 * kMemory);
    m_called = m_called * fade + 1;
    m_calledInVain = m_calledInVain * fade + missed;
}

void Experience::missed(Millis occupied)
{
    addCalled(1);
    m_missed.add(std::min(time::inMinutes(occupied), kLongest));
}

void Experience::kept(const PromiseOutcome& outcome)
{
    m_outcomes.push_back(outcome);
    if (m_outcomes.size() > kMostOutcomes)
        m_outcomes.pop_front();
}

void Experience::forgetBefore(Date first)
{
    m_days.erase(m_days.begin(), m_days.lower_bound(std::chrono::sys_days{first}));
    m_openings.forgetBefore(first);
}

Openings Experience::openings(const PresentHall& hall, std::uint64_t seed) const
{
    const auto kind = static_cast<std::size_t>(m_kindOf(hall.date));
    return m_openings.openings(hall, m_kindOf, m_plan.at(kind), kOpeningWays, seed);
}

DailyCalibration Experience::calibration() const
{
    return calibrateByHalfHour({m_outcomes.begin(), m_outcomes.end()});
}

ServiceDemand Experience::serviceDemand(const ServiceRule& service) const
{
    const double typical = time::inMinutes(service.typical);
    double weight = kPriorServices;
    double sum = kPriorServices * typical;
    double squares = kPriorServices * typical * typical * (1 + kPriorCv * kPriorCv);
    if (const auto found = m_times.find(service.id); found != m_times.end()) {
        weight += found->second.weight;
        sum += found->second.sum;
        squares += found->second.squares;
    }
    const double mean = std::max(0.05, sum / weight);
    const double variance = std::max(0.0, squares / weight - mean * mean);
    ServiceDemand demand;
    demand.mean = fromMinutes(mean);
    demand.cv = std::clamp(std::sqrt(variance) / mean, 0.1, 3.0);
    demand.share = countOf(m_services, service.id, 2);
    return demand;
}

/// Arrivals a minute by half-hour: the average of the days of this kind, with all days as `kPriorDays` more
/// of it; on a first day the guess `start`.
std::vector<double> Experience::usualRates(const Date& today, double start) const
{
    const std::chrono::sys_days own{today};
    const DayKind kind = m_kindOf(today);
    std::vector<double> all(kHalfHours);
    std::vector<double> alike(kHalfHours);
    double days = 0;
    double alikeDays = 0;
    for (const auto& [date, counts] : m_days) {
        if (date >= own)
            continue;
        const bool isAlike = m_kindOf(Date{date}) == kind;
        days += 1;
        alikeDays += isAlike ? 1 : 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            all[i] += counts[i];
            alike[i] += isAlike ? counts[i] : 0;
        }
    }
    std::vector<double> rates(kHalfHours, start);
    for (std::size_t i = 0; days > 0 && i < kHalfHours; ++i)
        rates[i] = (alike[i] + kPriorDays * all[i] / days) / (alikeDays + kPriorDays) / 30;
    return rates;
}

/// Deviation of a day's arrivals beyond chance: index of dispersion minus one.
double Experience::daySd() const
{
    if (m_days.size() < kLeastDays)
        return kFirstDaySd;
    double sum = 0;
    double squares = 0;
    for (const auto& [date, counts] : m_days) {
        double total = 0;
        for (const std::uint32_t count : counts)
            total += count;
        sum += total;
        squares += total * total;
    }
    const auto n = static_cast<double>(m_days.size());
    const double mean = sum / n;
    const double beyondChance = (squares / n - mean * mean) * n / (n - 1) - mean;
    return mean > 0 ? std::clamp(std::sqrt(std::max(0.0, beyondChance)) / mean, 0.03, 0.5) : kFirstDaySd;
}

ArrivalForecast Experience::forecast(const time::LocalTime& today, Instant midnight, double start) const
{
    ArrivalForecast forecast{midnight, Minutes{30}, usualRates(today.date, start), 1, 0};
    const auto own = m_days.find(std::chrono::sys_days{today.date});
    const bool firstDay = m_days.empty() || (m_days.size() == 1 && own != m_days.end());
    double arrived = 0;
    Minutes began = today.minuteOfDay();
    for (std::size_t i = 0; own != m_days.end() && i < kHalfHours; ++i) {
        arrived += own->second[i];
        if (own->second[i] > 0)
            began = std::min(began, Minutes{30} * static_cast<int>(i));
    }
    if (firstDay) {
        const double minutes = static_cast<double>((today.minuteOfDay() - began).count());
        const double rate = (start * kFirstDayMinutes + arrived) / (kFirstDayMinutes + minutes);
        std::ranges::fill(forecast.perMinute, rate);
        forecast.factorSd = kFirstDaySd;
        return forecast;
    }
    learnFactor(forecast, daySd(), arrived, forecast.expected(midnight, midnight + today.minuteOfDay()));
    return forecast;
}

Belief Experience::belief(const Rules& rules, const time::LocalTime& today, Instant midnight, int counters,
                          const std::vector<std::string>& clerks) const
{
    Belief belief;
    double mean = 0;
    double shares = 0;
    for (const ServiceRule& service : rules.services) {
        ServiceDemand demand = serviceDemand(service);
        if (service.retired)
            demand.share = 0;
        mean += demand.share * time::inMinutes(demand.mean);
        shares += demand.share;
        belief.demand.services.push_back(demand);
    }
    const double upper =
        (1 - kLowestTierShare) / std::max<double>(1, static_cast<double>(rules.tiers.size()) - 1);
    for (std::size_t i = 0; i < rules.tiers.size(); ++i)
        belief.demand.tiers.push_back(
            {"", 10 * (i + 1 == rules.tiers.size() ? kLowestTierShare : upper), {}});
    for (const auto& [stars, count] : m_stars) {
        const TierIx tier = tierOf(rules, std::min(stars, 7), stars == kKeyContact);
        belief.demand.tiers[tier.value].share += count;
    }
    belief.demand.noShowShare = (1 + m_calledInVain) / (kPriorMissed + m_called);
    belief.demand.noShowCost = fromMinutes((1 + m_missed.sum) / (1 + m_missed.weight));
    const double busy = shares > 0 && mean > 0 ? shares / mean : 0;
    belief.arrivals = forecast(today, midnight, kFirstDayLoad * std::max(1, counters) * busy);
    for (const std::string& clerk : clerks) {
        const auto found = m_paces.find(clerk);
        const bool known = found != m_paces.end() && found->second.count > 0;
        const double usual = known ? kPriorClerk * found->second.expected / found->second.count : 1;
        belief.pace.push_back(known ? (found->second.taken + usual) / (found->second.expected + usual) : 1.0);
    }
    return belief;
}

} // namespace starqueue::queue
