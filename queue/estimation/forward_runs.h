#pragma once

#include <queue/estimation/hall_snapshot.h>
#include <queue/estimation/time_table.h>
#include <queue/experience/belief.h>
#include <queue/experience/openings.h>
#include <queue/model/wait_range.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace starqueue::queue {

/// A Monte Carlo simulation of a hall from a snapshot on: many runs with the selection of the live hall
/// (select(), Line), drawn service times and drawn arrivals, noting when each ticket is called.
///
/// How long a counter's present customer stays is drawn given how long they have been there. Reuses its
/// memory. The same snapshot, belief and seed give the same figures. One thread.
class ForwardRuns
{
public:
    ForwardRuns(std::shared_ptr<const Rules> rules, Belief belief, std::size_t runs = 200);

    /// Takes newer arrivals, paces and openings; keeps service times and shares. Without openings the
    /// counters that are open stay so, and no other comes.
    void expect(const ArrivalForecast& arrivals, std::vector<double> pace, Openings openings = {});

    /// Simulates from `hall`, whose rules must be this object's. With `newcomers` also a customer who would
    /// come now, for each service and tier, without and with the priority of each group.
    void simulate(const HallSnapshot& hall, std::uint64_t seed, bool newcomers);
    /// Simulates only until `ticket`, which waits, is called.
    void simulateUntilCalled(const HallSnapshot& hall, TicketId ticket, std::uint64_t seed);

    /// Whether it was told how counters may be open.
    [[nodiscard]] bool knowsOpenings() const { return !m_openings.empty(); }

    /// The wait of a ticket of the last snapshot. Empty: it did not wait, or too often no counter would call
    /// it.
    [[nodiscard]] std::optional<WaitRange> waitOf(TicketId ticket) const;
    /// The wait of a customer who would have come at the last snapshot. Empty: too often no counter
    /// would call them.
    [[nodiscard]] std::optional<WaitRange> waitOfNewcomer(ServiceIx service, TierIx tier,
                                                          GroupIx statutory) const;
    /// The waits of everybody who was simulated, by id.
    [[nodiscard]] std::vector<std::pair<TicketId, WaitRange>> all() const;

private:
    static constexpr std::uint32_t kUnlimited = 0xFFFFFFFF;

    /// A counter in a run, open or still to come.
    struct Desk
    {
        CounterIx counter;
        Instant freeAt{}; ///< or the next look while idle; max(): idle for good, or gone
        double pace = 1;
        bool isIdle = false;
        bool servesAll = false;
        Instant leavesAt = Instant::max();
        std::size_t nextShift = 0; ///< its shifts after the present one, in the run's way
        std::size_t endShift = 0;
    };
    /// A ticket or newcomer whose call the runs look for.
    struct Sought
    {
        TicketId ticket;
        std::vector<std::int32_t> waits; ///< ms; one for each run in which it was called
        std::optional<WaitRange> range;  ///< of these, once all runs are over
    };
    struct Kind
    {
        ServiceIx service;
        TierIx tier;
        GroupIx statutory = kNoGroup;
        bool first = false; ///< somebody put it first
    };

    /// What a run needs of a ticket besides its place in line.
    struct Person
    {
        std::int32_t sought = -1; ///< index into m_sought; -1: none
        ServiceIx service;
        bool isNewcomer = false; ///< occupies no counter when called
    };

    void begin(const HallSnapshot& hall, std::uint64_t seed);
    void gatherWaiting();
    void findReached();
    void reach(CounterIx counter);
    [[nodiscard]] bool isReached(ServiceIx service, TierIx tier) const
    {
        return m_reached[service.value * m_rules->tiers.size() + tier.value];
    }
    void seek(TicketId ticket, bool isReached);
    void seekWaiting();
    void seekNewcomers();
    void seekNewcomer(Kind kind);
    [[nodiscard]] std::size_t placeOf(const Kind& kind) const;
    void join(Line& line, const Kind& kind, const Place& place);
    void seekPassesLeft();
    void notePassed(CounterIx counter, const Place& called);
    void runAll();
    void runOnce();
    [[nodiscard]] bool isAnyoneHere() const;
    void startDesks();
    void addOpenDesk(const CounterSnapshot& counter);
    void addShiftDesks(const std::vector<Shift>& way);
    [[nodiscard]] double paceAt(CounterIx counter) const;
    void takeBreak(Desk& desk, Instant at);
    [[nodiscard]] Desk* soonest();
    void serve(Desk& desk, Instant at);
    void arrive(Instant at);
    [[nodiscard]] Desk* nearestIdle(const Kind& kind);
    [[nodiscard]] Instant nextArrival(Instant after);
    void note(const Person& person, Instant at);
    [[nodiscard]] Person& person(TicketId ticket) { return m_people[ticket.value - m_firstId]; }
    [[nodiscard]] Millis timeAt(const Desk& desk, ServiceIx service, TierIx tier);
    [[nodiscard]] std::optional<WaitRange> rangeOf(std::vector<std::int32_t>& waits) const;

    std::shared_ptr<const Rules> m_rules;
    Belief m_belief;
    Openings m_openings;
    std::size_t m_runs;
    std::vector<TimeTable> m_times;     ///< by service
    std::vector<double> m_tierPace;     ///< by tier
    std::vector<double> m_gaps;         ///< quantiles of the exponential distribution of mean 1
    std::vector<Kind> m_arrivalKinds;   ///< sampling table of service and tier, by their shares
    std::vector<std::uint16_t> m_alike; ///< by service: the first service that exactly the same counters give

    // of one simulation
    const HallSnapshot* m_hall = nullptr;
    Instant m_from{};
    RandomStream m_random{0, 0};
    Line m_startLine;             ///< interchangeable services share a lane: fewer heads to compare
    std::vector<Sought> m_sought; ///< the first m_soughtCount are used: those waiting, then newcomers
    std::size_t m_soughtCount = 0;
    std::size_t m_reachedCount = 0;  ///< of those sought
    std::vector<bool> m_reached;     ///< by service, tier: some counter may serve them
    std::size_t m_firstNewcomer = 0; ///< index into m_sought
    /// By placeOf(): index into m_sought; -1: see m_alike.
    std::vector<std::int32_t> m_newcomers;
    std::uint64_t m_firstId = 0;
    std::uint64_t m_lastWaiting = 0;
    std::uint64_t m_lastId = 0;                 ///< of the snapshot's tickets and the newcomers
    std::vector<std::uint32_t> m_passesAtStart; ///< like m_passesLeft; empty: nobody has a limit
    std::vector<Person> m_people;               ///< by id − m_firstId; arrivals of a run follow at the end

    // of one run
    State m_state;                             ///< rules, line and turns
    const std::vector<Shift>* m_way = nullptr; ///< null: no openings are known
    std::vector<Desk> m_desks;
    std::vector<std::uint32_t> m_passesLeft; ///< by id − m_firstId; kUnlimited: no limit
    std::size_t m_left = 0;                  ///< sought tickets not called yet
    double m_factor = 1;
    Ticket m_coming;
};

} // namespace starqueue::queue
