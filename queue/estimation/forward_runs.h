#pragma once

#include <queue/estimation/hall_now.h>
#include <queue/estimation/time_table.h>
#include <queue/experience/belief.h>
#include <queue/model/wait_range.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace starqueue::queue {

/// Runs a hall forward from a snapshot many times over, with the rules that call in the live hall
/// (select(), the same lines), drawn service times and drawn newcomers, and notes when each is called.
///
/// A counter's present customer stays for as long as one who has been there that long would. Keeps its
/// memory from one use to the next. The same snapshot, belief and seed: the same figures. One thread.
class ForwardRuns
{
public:
    ForwardRuns(std::shared_ptr<const Rules> rules, Belief belief, std::size_t runs = 200);

    /// Takes newer arrivals and paces; service times and shares stay.
    void expect(const ArrivalForecast& arrivals, std::vector<double> pace);

    /// Looks ahead from `hall`, whose rules are this object's. `newcomers`: also whoever would come now, for
    /// each service, tier, and statutory priority or not.
    void look(const HallNow& hall, std::uint64_t seed, bool newcomers);
    /// Looks no further than to the call of `ticket`, which waits.
    void lookFor(const HallNow& hall, TicketId ticket, std::uint64_t seed);

    /// Of a ticket that waited in the hall last looked at; empty: it did not, or no open counter would call
    /// it.
    [[nodiscard]] std::optional<WaitRange> of(TicketId ticket) const;
    /// Of somebody who comes to the hall last looked at; empty: as above.
    [[nodiscard]] std::optional<WaitRange> ofNewcomer(ServiceIx service, TierIx tier, bool statutory) const;
    /// Of everybody who was looked at, by id.
    [[nodiscard]] std::vector<std::pair<TicketId, WaitRange>> all() const;

private:
    /// An open counter in a run.
    struct Desk
    {
        CounterIx counter;
        Instant freeAt{}; ///< max(): idle, nobody to call
        double pace = 1;
    };
    /// Somebody whose call is waited for.
    struct Sought
    {
        TicketId ticket;
        std::vector<std::int32_t> waits; ///< ms, one for each run that got that far
    };
    struct Kind
    {
        ServiceIx service;
        TierIx tier;
        bool statutory = false;
    };

    /// What a run must know of a ticket besides its place in line.
    struct Person
    {
        std::int32_t sought = -1; ///< place in m_sought; -1: none
        ServiceIx service;
        bool isNewcomer = false; ///< only asks: takes nobody's time
    };

    void begin(const HallNow& hall, std::uint64_t seed);
    void gatherWaiting();
    void seek(TicketId ticket);
    void seekWaiting();
    void seekNewcomers();
    void join(Line& line, const Kind& kind, const Place& place);
    void runAll();
    void runOnce();
    void startDesks();
    [[nodiscard]] Desk* soonest();
    void serve(Desk& desk, Instant at);
    void arrive(Instant at);
    [[nodiscard]] Desk* nearestIdle(const Kind& kind);
    [[nodiscard]] Instant nextArrival(Instant after);
    void note(const Person& person, Instant at);
    [[nodiscard]] Person& person(TicketId ticket) { return m_people[ticket.value - m_firstId]; }
    [[nodiscard]] Millis timeAt(const Desk& desk, ServiceIx service, TierIx tier);
    [[nodiscard]] std::optional<WaitRange> rangeOf(std::size_t sought) const;

    std::shared_ptr<const Rules> m_rules;
    Belief m_belief;
    std::size_t m_runs;
    std::vector<TimeTable> m_times;     ///< by service
    std::vector<double> m_tierPace;     ///< by tier
    std::vector<double> m_gaps;         ///< quantiles of the exponential distribution of mean 1
    std::vector<Kind> m_arrivalKinds;   ///< a draw among them gives service and tier by their shares
    std::vector<std::uint16_t> m_alike; ///< by service: the first that the same counters give alike

    // of one look
    const HallNow* m_hall = nullptr;
    Instant m_from{};
    RandomStream m_random{0, 0};
    Line m_startLine;             ///< services that are alike stand in one lane: fewer heads to look at
    std::vector<Sought> m_sought; ///< the first m_soughtCount: those waiting, then newcomers
    std::size_t m_soughtCount = 0;
    std::size_t m_firstNewcomer = 0; ///< place in m_sought
    std::vector<std::int32_t>
        m_newcomers; ///< by service, tier, statutory: place in m_sought; -1: see m_alike
    std::uint64_t m_firstId = 0;
    std::uint64_t m_lastWaiting = 0;
    std::uint64_t m_lastId = 0;   ///< of those waiting and the newcomers
    std::vector<Person> m_people; ///< by id − m_firstId; those who come later in a run behind

    // of one run
    State m_state; ///< rules, line and turns
    std::vector<Desk> m_desks;
    std::size_t m_left = 0; ///< sought and not yet called
    double m_factor = 1;
    Ticket m_coming;
};

} // namespace starqueue::queue
