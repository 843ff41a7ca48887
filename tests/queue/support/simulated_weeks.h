#pragma once

#include <queue/decide.h>
#include <queue/demand/random_stream.h>
#include <queue/estimation/forecast.h>
#include <queue/experience/experience_builder.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace starqueue::queue::test {

inline constexpr ServiceIx kOrphan{3}; ///< of the simulated weeks: no counter gives it

/// How the clerks of the simulated weeks come to their counters.
enum class ClerksCome : std::uint8_t {
    Usually,    ///< within minutes, one in 20 half an hour late, one in 25 not at all
    Punctually, ///< at nine to the second, all of them
    Late,       ///< by eight minutes on the mean, exponentially
    Seldom      ///< as usually, but one in seven not at all
};

/// What estimates of the simulated weeks may use, and what they are like.
struct WeeksOptions
{
    bool habit = true; ///< what past days had open
    bool plan = false; ///< five counters, three from 12:00 to 13:30; on Saturdays two
    int weeks = 16;
    int learning = 1; ///< of those, at the start, that aren't counted
    std::uint64_t seed = 1;
    ClerksCome clerks = ClerksCome::Usually;
    bool mornings = false; ///< promises are made until 9:45: openings at an eighth of the cost
};

/// When a ticket was issued, and behind what. LateOpening: the first counter has opened, another is to come.
/// OneStaysAway: none is, but until 9:40 it looks the same.
enum class IssuedWhen { BeforeOpening, LateOpening, OneStaysAway, Lunch, BehindPause, Otherwise };

/// A ticket's promise, and what came.
struct PromiseKept
{
    IssuedWhen when = IssuedWhen::Otherwise;
    ServiceIx service;
    Promise promise;
    bool aCounterWasFree = false;
    bool aCounterWasOpen = false; ///< that gives the service
    std::chrono::sys_days date{};
    Millis sinceMidnight{0};
    std::optional<Millis> waited; ///< empty: never called

    [[nodiscard]] bool isInside() const { return waited && covers(promise, *waited); }
};

/// Weeks of a hall whose clerks come late, are ill, go for lunch in two groups and pause; its doors open at
/// 8:30, its counters at 9. Promises are made and learned as in a hall's service: everything goes through
/// decide() and apply(), the journal's events through an ExperienceBuilder.
///
/// What clerks do is drawn here, from this description, and known to no estimator.
class SimulatedWeeks
{
public:
    explicit SimulatedWeeks(const WeeksOptions& options);

    void run();
    /// Of the weeks that count.
    [[nodiscard]] const std::vector<PromiseKept>& outcomes() const { return m_outcomes; }

private:
    // in minutes of the day
    static constexpr double kDoors = 8.5 * 60;
    static constexpr double kCountersOpen = 9.0 * 60;
    static constexpr double kLatestOpening = kCountersOpen + 40;
    static constexpr double kMorningEnds = 9.75 * 60;
    static constexpr double kLunchBegins = 12.0 * 60;
    static constexpr double kLunchEnds = 13.5 * 60;
    static constexpr double kCloses = 17.0 * 60;
    static constexpr double kSaturdayCloses = 12.0 * 60;

    enum class Act : std::uint8_t { Open, Pause, Resume, Close };
    struct Step
    {
        Instant at{};
        Act act = Act::Open;
    };
    /// Who works at a counter.
    struct Clerk
    {
        std::vector<Step> steps; ///< of the day, the next one last
        bool isHere = false;
        bool isServing = false;
        bool comes = true;              ///< the customer who was called
        Instant until = Instant::max(); ///< of the present customer
    };

    void runDay(std::chrono::sys_days date);
    void openDay(std::chrono::sys_days date);
    void drawDay(bool isSaturday);
    [[nodiscard]] std::vector<Step> drawSteps(std::size_t counter, bool isSaturday);
    [[nodiscard]] std::optional<double> drawDelay();
    void addPauses(std::vector<Step>& steps);
    [[nodiscard]] Instant nextOfClerks() const;
    void letClerksWork();
    void finish(CounterIx counter);
    void takeSteps(CounterIx counter);
    void callNext(CounterIx counter);
    void arrive();
    void promise(IssueTicket& issue);
    [[nodiscard]] IssuedWhen whenIsNow(const Standing& who) const;
    [[nodiscard]] bool isOneToCome() const;
    [[nodiscard]] bool isFreeFor(const Standing& who) const;
    bool tell(const Command& command);
    [[nodiscard]] Instant at(double minutesOfDay) const;
    [[nodiscard]] double normal(double mean, double deviation)
    {
        return mean + deviation * m_random.normal();
    }
    [[nodiscard]] Millis logNormal(double minutes, double cv);

    WeeksOptions m_options;
    RandomStream m_random;
    std::shared_ptr<const Rules> m_rules;
    State m_state;
    Instant m_now{};
    Instant m_midnight{};
    ExperienceBuilder m_builder;
    std::optional<ForwardRuns> m_runs;
    std::uint64_t m_seed = 0;
    bool m_counts = false;
    std::size_t m_haveCome = 0; ///< counters, today
    std::vector<Clerk> m_clerks;
    std::vector<Instant> m_arrivals; ///< the next one last
    std::vector<PromiseKept> m_outcomes;
    std::vector<std::size_t> m_ofTicket; ///< by ticket id of the day − the first: index into m_outcomes
    std::uint64_t m_firstTicket = 1;
};

} // namespace starqueue::queue::test
