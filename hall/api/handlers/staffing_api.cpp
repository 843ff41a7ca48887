
#include <hall/api/handlers/route.h>

#include <time/timestamp.h>

#include <queue/simulation/run_tally.h>
#include <queue/staffing/planned_staffing.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace starqueue::hall {

namespace {

using nlohmann::json;

constexpr int kHalfHoursToday = 4; // the next two hours
constexpr int kFurthestDays = 14;
constexpr double kWorthOpening = 0.5; // least number of customers expected in a half-hour
constexpr std::uint64_t kRuns = 100;
constexpr Minutes kHalfHour{30};

/// The parameters, and the data at their place in the order of commands.
struct StaffingRequest
{
    std::optional<Date> date; ///< empty: today, from now on
    double probability = 0.9;
};

struct Known
{
    queue::HallSnapshot hall;
    std::vector<std::string> clerks;
    Date today;
    time::WallOffset clock;
    bool dayOpen = false;
    Instant midnight{};         ///< with which the date that is asked about begins
    queue::DayHoursPtr hours{}; ///< of that date
};

using Planned = std::vector<std::optional<int>>; ///< by half-hour; empty: the plan says nothing

tl::expected<StaffingRequest, Problem> staffingWishIn(const http::Request& request)
{
    StaffingRequest asked;
    if (const auto text = request.parameter("date")) {
        asked.date = time::parseGivenDate(*text);
        if (!asked.date)
            return tl::unexpected(badField("date", '"' + std::string(*text) + '"',
                                           "a date such as 2026-11-22, from 1970 to 2099"));
    }
    if (const auto text = request.parameter("probability")) {
        const auto [end, error] =
            std::from_chars(text->data(), text->data() + text->size(), asked.probability);
        const bool whole = error == std::errc{} && end == text->data() + text->size();
        if (!whole || asked.probability < 0.5 || asked.probability > 0.99)
            return tl::unexpected(
                badField("probability", '"' + std::string(*text) + '"', "a number from 0.5 to 0.99"));
    }
    return asked;
}

bool isOpenIn(const queue::DayHoursPtr& hours, Instant from, Instant to)
{
    if (!hours || !hours->hall)
        return true;
    return std::ranges::any_of(*hours->hall,
                               [&](const queue::OpenTime& time) { return time.from < to && from < time.to; });
}

/// Limits the question to the first until the last half-hour worth opening for, of those in which the hall is
/// open.
void narrow(queue::StaffingQuestion& question, const queue::DayHoursPtr& hours)
{
    const Instant midnight = question.from;
    int first = 48;
    int last = -1;
    for (int i = 0; i < 48; ++i) {
        const Instant begins = midnight + kHalfHour * i;
        if (!isOpenIn(hours, begins, begins + kHalfHour) ||
            question.belief.arrivals.expected(begins, begins + kHalfHour) < kWorthOpening)
            continue;
        first = std::min(first, i);
        last = i;
    }
    question.from = midnight + kHalfHour * first;
    question.halfHours = std::max(0, last + 1 - first);
}

queue::StaffingQuestion questionOf(const Hall& hall, const queue::Experience& experience, const Known& known,
                                   const StaffingRequest& asked)
{
    const Instant now = known.hall.at;
    const int counters = std::max(1, static_cast<int>(known.hall.counters.size()));
    queue::StaffingQuestion question;
    question.rules = known.hall.rules;
    question.probability = asked.probability;
    question.runs = kRuns;
    if (!asked.date) {
        const time::LocalTime local = hall.zone.local(known.clock.wall(now));
        question.belief =
            experience.belief(*known.hall.rules, local, now - local.sinceMidnight, counters, known.clerks);
        question.from = now;
        question.halfHours = kHalfHoursToday;
        question.now = known.hall;
        return question;
    }
    question.belief =
        experience.belief(*known.hall.rules, {*asked.date, Minutes{0}}, known.midnight, counters, {});
    question.from = known.midnight;
    narrow(question, known.hours);
    return question;
}

/// When a half-hour of the question begins.
time::WallTime beginOf(const Known& known, const queue::StaffingQuestion& question, std::size_t halfHour)
{
    return known.clock.wall(question.from + kHalfHour * static_cast<int>(halfHour));
}

Planned plannedFor(const Hall& hall, const Known& known, const queue::StaffingQuestion& question,
                   const std::vector<queue::PlannedSpan>& plan)
{
    Planned planned;
    for (int i = 0; i < question.halfHours; ++i) {
        const time::WallTime begins = beginOf(known, question, static_cast<std::size_t>(i));
        planned.push_back(queue::plannedIn(plan, hall.zone.local(begins).sinceMidnight));
    }
    return planned;
}

json halfHours(const Hall& hall, const Known& known, const queue::StaffingQuestion& question,
               const queue::StaffingAdvice& advice, const Planned& planned)
{
    json list = json::array();
    for (std::size_t i = 0; i < advice.counters.size(); ++i) {
        const time::WallTime begins = beginOf(known, question, i);
        const std::optional<int> plan = planned.at(i);
        list.push_back({{"from", time::timestamp(begins)},
                        {"localTime", hall.zone.text(begins).substr(11)},
                        {"counters", advice.counters[i]},
                        {"planned", plan ? json(*plan) : json()},
                        {"difference", plan ? json(*plan - advice.counters[i]) : json()},
                        {"expectedCustomers", std::round(advice.expected.at(i) * 10) / 10}});
    }
    return list;
}

json tiers(const queue::Rules& rules, const queue::StaffingAdvice& advice)
{
    json list = json::array();
    for (std::size_t i = 0; i < advice.inTarget.size(); ++i)
        list.push_back({{"stars", rules.tiers.at(i).stars},
                        {"targetSeconds", rules.tiers[i].target.count()},
                        {"withinTargetShare", std::round(advice.inTarget[i] * 1e4) / 1e4}});
    return list;
}

/// What the plan is worth; null: it says nothing of this time.
json underPlan(const queue::StaffingQuestion& question, const Planned& planned)
{
    const auto weighed = queue::weighPlanned(question, planned, {});
    if (!weighed)
        return nullptr;
    return {{"probability", weighed->probability},
            {"halfWidth", std::round(weighed->halfWidth * 1e4) / 1e4},
            {"runs", weighed->runs},
            {"tiers", tiers(*question.rules, *weighed)}};
}

std::optional<Problem> whyNoAdvice(const queue::Experience& experience,
                                   const queue::StaffingQuestion& question, const Known& known,
                                   const std::optional<Date>& date)
{
    if (date && !isOpenIn(known.hours, known.midnight, known.midnight + kHalfHour * 48))
        return Problem{409, "hall_closed", "The hall is closed on that day.", {}};
    if ((!date || experience.knowsDaysBefore(*date)) && question.halfHours > 0)
        return {};
    return Problem{409,
                   "nothing_learned",
                   "The hall has seen nobody on such a day yet: ask again after some days, or try a scenario "
                   "with `starqueue staffing --scenario`.",
                   {}};
}

void advise(const Hall& hall, const Exchange& exchange, const queue::Experience& experience,
            const Known& known, const StaffingRequest& asked)
{
    const queue::StaffingQuestion question = questionOf(hall, experience, known, asked);
    if (const auto problem = whyNoAdvice(experience, question, known, asked.date))
        return send(exchange.reply, *problem);
    const Date date = asked.date.value_or(known.today);
    const Planned planned = plannedFor(hall, known, question, experience.plannedOn(date));
    const queue::StaffingAdvice advice = queue::adviseStaffing(question, {});
    json out{{"date", time::dateText(date)},
             {"like", queue::word(experience.kindOf(date))},
             {"probabilityAsked", question.probability},
             {"targetShare", queue::kTargetShare},
             {"possible", advice.possible},
             {"probability", advice.probability},
             {"halfWidth", std::round(advice.halfWidth * 1e4) / 1e4},
             {"runs", advice.runs},
             {"halfHours", halfHours(hall, known, question, advice, planned)},
             {"tiers", tiers(*question.rules, advice)},
             {"plan", underPlan(question, planned)},
             {"present", nullptr}};
    if (!asked.date) {
        const auto open = static_cast<int>(known.hall.counters.size());
        const std::vector<int> same(static_cast<std::size_t>(question.halfHours), open);
        const queue::StaffingAdvice present = queue::weighStaffing(question, same, {});
        out["present"] = {{"counters", open}, {"probability", present.probability}, {"runs", present.runs}};
    }
    send(exchange.reply, rendered(200, out));
}

std::optional<Problem> problemWith(const Exchange& exchange, const Known& known, const StaffingRequest& asked)
{
    if (!asked.date)
        return known.dayOpen ? std::nullopt
                             : std::optional(Problem{409, "day_closed", "The business day is closed.", {}});
    if (exchange.caller.role == Role::DutyManager)
        return Problem{403, "forbidden", "A duty manager plans today.", {}};
    const auto ahead = std::chrono::sys_days{*asked.date} - std::chrono::sys_days{known.today};
    if (ahead < std::chrono::days{0} || ahead > std::chrono::days{kFurthestDays})
        return badField("date", time::dateText(*asked.date), "today or a day of the next two weeks");
    return {};
}

/// Takes the present state from the writer; the search runs in the background.
void staffing(Hall& hall, const ExchangePtr& exchange)
{
    const auto asked = staffingWishIn(exchange->request);
    if (!asked)
        return send(exchange->reply, asked.error());
    hall.writer.ask([&hall, exchange, asked = *asked](const db::View& view) -> db::Release {
        const auto known = std::make_shared<Known>(Known{queue::hallSnapshot(view.state, view.now),
                                                         {},
                                                         hall.zone.local(view.wallNow()).date,
                                                         view.state.clock,
                                                         view.state.dayOpen});
        for (const queue::Counter& counter : view.state.counters)
            known->clerks.push_back(counter.clerk);
        if (asked.date) {
            known->midnight = known->clock.elapsed(hall.zone.wallTimeOf(*asked.date, Millis{0}));
            known->hours = hall.hoursOf(*asked.date, known->clock);
        }
        return [&hall, exchange, asked, known](db::Fate) {
            if (const auto problem = problemWith(*exchange, *known, asked))
                return send(exchange->reply, *problem);
            const auto experience = hall.forecasts.experience();
            if (!experience)
                return send(
                    exchange->reply,
                    Problem{503, "unavailable", "The hall is still reading its past: ask again soon.", {}});
            inBackground(hall.searches, exchange, [&hall, exchange, asked, known, experience] {
                advise(hall, *exchange, *experience, *known, asked);
            });
        };
    });
}

constexpr std::array kStaffingRoutes{
    Route{"GET", "/staffing", kDesk | Roles{Role::Admin}, staffing, "?date ?probability"}};

} // namespace

std::span<const Route> staffingRoutes()
{
    return kStaffingRoutes;
}

} // namespace starqueue::hall
