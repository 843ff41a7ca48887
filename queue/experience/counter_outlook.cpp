#include <queue/experience/counter_outlook.h>

#include <algorithm>
#include <cmath>

namespace starqueue::queue {

namespace {

constexpr Millis kLongAbsence = Minutes{20}; ///< a meal rather than a pause
constexpr std::ptrdiff_t kLeastAlike = 3;    ///< days, below which meals aren't looked at
constexpr Millis kLateBy = Minutes{15};      ///< prior: mean delay of who is later than ever
constexpr double kStaysAway = 0.1;           ///< prior: so many don't come at all, for one who is just late
constexpr Millis kPauseLasts = Minutes{8};   ///< prior, where nothing is known of pauses
constexpr double kNearStart = 20;            ///< minutes: pauses that began about as early in the day
constexpr double kFarStart = 0.02;           ///< weight of those that began at another time
constexpr double kLeastPauses = 5;           ///< below which those of other counters are looked at

const OpenStretches kNeverOpen{};

const OpenStretches& stretchesOn(const PastDay& day, const std::string& counter)
{
    const auto found = day.day->find(counter);
    return found == day.day->end() ? kNeverOpen : found->second;
}

/// What of `stretches` is not over at `from`.
OpenStretches restFrom(const OpenStretches& stretches, Millis from)
{
    OpenStretches rest;
    rest.reserve(stretches.size());
    for (OpenStretch stretch : stretches) {
        if (stretch.until <= from)
            continue;
        stretch.from = std::max(stretch.from, from);
        rest.push_back(stretch);
    }
    return rest;
}

bool isOpenAt(const OpenStretches& stretches, Millis at)
{
    return std::ranges::any_of(stretches,
                               [at](const OpenStretch& one) { return one.from <= at && at < one.until; });
}

/// How many long absences had ended by `at`.
int mealsBefore(const OpenStretches& stretches, Millis at)
{
    int meals = 0;
    for (std::size_t i = 1; i < stretches.size() && stretches[i].from <= at; ++i)
        meals += stretches[i].from - stretches[i - 1].until >= kLongAbsence ? 1 : 0;
    return meals;
}

/// In days: the weight of one falls the longer somebody is overdue.
double stillComing(Millis overdue)
{
    return std::exp(-time::inMinutes(overdue) / time::inMinutes(kLateBy));
}

double nearness(Millis a, Millis b)
{
    return std::exp(-std::abs(time::inMinutes(a - b)) / kNearStart) + kFarStart;
}

} // namespace

CounterOutlook::CounterOutlook(const std::vector<PastDay>& days, const std::string& counter,
                               const OpenStretches& sofar, bool isOpen, Millis now)
    : m_now(now), m_byDay(days.size(), -1)
{
    if (isOpen)
        goOn(days, counter, sofar);
    else if (sofar.empty())
        come(days, counter);
    else
        comeBack(days, counter, sofar);
}

/// Open now: like on days on which it was open at this time, and had had as many meals.
void CounterOutlook::goOn(const std::vector<PastDay>& days, const std::string& counter,
                          const OpenStretches& sofar)
{
    const int meals = mealsBefore(sofar, m_now);
    const auto isAlike = [&](const OpenStretches& past) {
        return isOpenAt(past, m_now) && mealsBefore(past, m_now) == meals;
    };
    const bool looksAtMeals = std::ranges::count_if(days, [&](const PastDay& day) {
                                  return isAlike(stretchesOn(day, counter));
                              }) >= kLeastAlike;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const OpenStretches& past = stretchesOn(days[i], counter);
        if (looksAtMeals ? isAlike(past) : isOpenAt(past, m_now))
            addOf(i, days[i].weight, restFrom(past, m_now));
    }
    if (m_options.empty())
        add(1, {{m_now}});
}

/// Not here yet: like on days on which it wasn't. On the others it had come: it may be later than ever.
void CounterOutlook::come(const std::vector<PastDay>& days, const std::string& counter)
{
    std::vector<std::size_t> overdue;
    double sum = 0;
    Millis latest{0};
    for (std::size_t i = 0; i < days.size(); ++i) {
        const OpenStretches& past = stretchesOn(days[i], counter);
        if (past.empty() || past.front().from > m_now) {
            addOf(i, days[i].weight, past);
        } else if (past.back().until > m_now) {
            overdue.push_back(i);
            sum += days[i].weight;
            latest = std::max(latest, past.front().from);
        }
    }
    const double comes = stillComing(m_now - latest);
    for (const std::size_t i : overdue)
        add(comes * days[i].weight / sum, restFrom(stretchesOn(days[i], counter), m_now), kLateBy);
    if (!overdue.empty())
        add(kStaysAway, {});
}

/// Away since: like after absences that began about then and lasted longer than this one so far. How long a
/// meal or a pause lasts is no matter of the weekday: all days count alike.
void CounterOutlook::comeBack(const std::vector<PastDay>& days, const std::string& counter,
                              const OpenStretches& sofar)
{
    const OpenStretch& left = sofar.back();
    for (const PastDay& day : days)
        comeBackLike(day, stretchesOn(day, counter), left);
    for (std::size_t i = 0; weight() < kLeastPauses && i < days.size(); ++i) {
        for (const auto& [other, stretches] : *days[i].day)
            if (other != counter)
                comeBackLike(days[i], stretches, left);
    }
    if (left.after == CounterState::Closed || weight() >= kFarStart)
        return;
    add(1, {{m_now}}, days.empty() ? kPauseLasts : kLateBy);
    if (!days.empty())
        add(kStaysAway, {});
}

void CounterOutlook::comeBackLike(const PastDay& day, const OpenStretches& stretches, const OpenStretch& left)
{
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const OpenStretch& gone = stretches[i];
        if (gone.after != left.after || gone.until >= day.ends)
            continue;
        const double alike = nearness(gone.until, left.until);
        if (i + 1 == stretches.size()) {
            add(alike, {});
            continue;
        }
        const Millis back = left.until + (stretches[i + 1].from - gone.until);
        if (back <= m_now)
            continue;
        OpenStretches rest(stretches.begin() + static_cast<std::ptrdiff_t>(i) + 1, stretches.end());
        rest.front().from = std::min(back, rest.front().until);
        add(alike, restFrom(rest, back));
    }
}

void CounterOutlook::add(double weight, OpenStretches stretches, Millis late)
{
    m_options.push_back({this->weight() + weight, std::move(stretches), late});
}

void CounterOutlook::addOf(std::size_t day, double weight, OpenStretches stretches)
{
    m_byDay[day] = static_cast<std::int32_t>(m_options.size());
    add(weight, std::move(stretches));
}

void CounterOutlook::draw(RandomStream& random, std::size_t day, OpenStretches& drawn) const
{
    drawn.clear();
    if (m_options.empty())
        return;
    const bool isLikeThatDay = day < m_byDay.size() && m_byDay[day] >= 0;
    const Option& option =
        isLikeThatDay ? m_options[static_cast<std::size_t>(m_byDay[day])] : optionAt(random.uniform());
    if (option.late == Millis{0}) {
        drawn.assign(option.stretches.begin(), option.stretches.end()); // keeps its memory
        return;
    }
    const double delay = static_cast<double>(option.late.count()) * random.exponential();
    drawn = restFrom(option.stretches, m_now + Millis{std::llround(delay)});
}

const CounterOutlook::Option& CounterOutlook::optionAt(double share) const
{
    const auto found = std::ranges::upper_bound(m_options, share * weight(), {}, &Option::until);
    return found == m_options.end() ? m_options.back() : *found;
}

} // namespace starqueue::queue
