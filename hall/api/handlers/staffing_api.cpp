
#include <hall/api/handlers/route.h>

#include <time/timestamp.h>

#include <queue/simulation/run_tally.h>
#include <queue/staffing/staffing.h>

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
};

tl::expected<StaffingRequest, Problem> staffingWishIn(const http::Request& request)
{
    StaffingRequest asked;
    if (const auto text = request.parameter("date")) {
        asked.date = time::parseDate(*text);
        if (!asked.date)
            return tl::unexpected(
                badField("date", '"' + std::string(*text) + '"', "a date such as 2026-11-22"));
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

/// Limits the question to the first until the last half-hour worth opening for.
void narrow(queue::StaffingQuestion& question)
{
    const Instant midnight = question.from;
    int first = 48;
    int last = -1;
    for (int i = 0; i < 48; ++i) {
        const Instant begins = midnight + kHalfHour * i;
        if (question.belief.arrivals.expected(begins, begins + kHalfHour) < kWorthOpening)
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
    const Instant midnight = known.clock.elapsed(hall.zone.wallTimeOf(*asked.date, Millis{0}));
    question.belief = experience.belief(*known.hall.rules, {*asked.date, Minutes{0}}, midnight, counters, {});
    question.from = midnight;
    narrow(question);
    return question;
}

json halfHours(const Hall& hall, const Known& known, const queue::StaffingQuestion& question,
               const queue::StaffingAdvice& advice)
{
    json list = json::array();
    for (std::size_t i = 0; i < advice.counters.size(); ++i) {
        const time::WallTime begins = known.clock.wall(question.from + kHalfHour * static_cast<int>(i));
        list.push_back({{"from", time::timestamp(begins)},
                        {"localTime", hall.zone.text(begins).substr(11)},
                        {"counters", advice.counters[i]},
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

void advise(const Hall& hall, const Exchange& exchange, const queue::Experience& experience,
            const Known& known, const StaffingRequest& asked)
{
    const queue::StaffingQuestion question = questionOf(hall, experience, known, asked);
    const bool knows = !asked.date || experience.knowsDaysBefore(*asked.date);
    if (!knows || question.halfHours == 0)
        return send(exchange.reply,
                    Problem{409,
                            "nothing_learned",
                            "The hall has seen nobody on such a day yet: ask again after some "
                            "days, or try a scenario with `starqueue staffing --scenario`.",
                            {}});
    const queue::StaffingAdvice advice = queue::adviseStaffing(question, {});
    json out{{"date", time::dateText(asked.date.value_or(known.today))},
             {"probabilityAsked", question.probability},
             {"targetShare", queue::kTargetShare},
             {"possible", advice.possible},
             {"probability", advice.probability},
             {"halfWidth", std::round(advice.halfWidth * 1e4) / 1e4},
             {"runs", advice.runs},
             {"halfHours", halfHours(hall, known, question, advice)},
             {"tiers", tiers(*question.rules, advice)},
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

constexpr std::array kStaffingRoutes{Route{"GET", "/staffing", kDesk | Roles{Role::Admin}, staffing}};

} // namespace

std::span<const Route> staffingRoutes()
{
    return kStaffingRoutes;
}

} // namespace starqueue::hall
