#pragma once

#include <queue/decide.h>
#include <queue/demand/customer_source.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace starqueue::queue {

/// A customer of a simulated hall at the time of the call.
struct SimulatedCall
{
    const SimulatedCustomer& customer;
    std::uint64_t index; ///< of the customers who took a number, from 0
    TierIx tier;
    CounterIx counter;
    Millis wait;
    std::uint32_t passed; ///< how many were called in turn, by counters that might have served this one,
                          ///< though they count from later
    Millis passedMost;    ///< the largest difference of τ to one of them
    Millis occupied;      ///< how long the customer occupies the counter
};

/// The clerk at every simulated counter.
/// Why no rating is asked for, and who serves, with the counter's place.
inline const std::string kSimulated = "simulated";
/// When a simulated day opens.
inline constexpr Instant kSimulatedOpening = Instant{} + std::chrono::hours{1};

/// Observes a simulated hall. Called on the thread that runs it.
class RunObserver
{
public:
    RunObserver() = default;
    RunObserver(const RunObserver&) = delete;
    RunObserver& operator=(const RunObserver&) = delete;
    virtual ~RunObserver() = default;

    /// A customer has taken a number; nobody was called since.
    virtual void issued(const State&, const Ticket&, Instant) {}
    /// A customer gets no number: their service has closed, or a limit is reached.
    virtual void turnedAway() {}
    virtual void called(const SimulatedCall& call) = 0;
    /// A call passed somebody by more than the rules allow.
    virtual void violated(const FairnessViolated&) {}
    /// Asked before each step; true stops the run.
    [[nodiscard]] virtual bool hasEnough() const { return false; }
};

/// The opening plan of the counters.
struct CounterHours
{
    std::vector<OpeningStep> steps; ///< by time
    std::vector<CounterIx> order{}; ///< the order in which they open; empty: openingOrder()
    /// By CounterIx: occupied until then by a customer of before the run; empty: none.
    std::vector<Instant> takenUntil{};
};

/// A discrete-event simulation of a hall: customers arrive, counters call, start and finish. Every step goes
/// through decide() and apply(), as in a live hall. A free counter calls at once. A customer is called by the
/// nearest free counter (closeness); of equals, by the one that has been free longest.
///
/// Pure: reads no clock and draws no random numbers. One thread.
class HallRun
{
public:
    /// The hall opens at `opens` with empty lines; `hours` are relative to that.
    HallRun(std::shared_ptr<const Rules> rules, CounterHours hours, Instant opens, RunObserver& observer);

    /// Runs until nobody is left, or the observer has enough. Whoever still waits then wants a service that
    /// no open counter gives.
    void run(CustomerSource& source);

    [[nodiscard]] const State& state() const { return m_state; }
    /// The instant of the last step.
    [[nodiscard]] Instant now() const { return m_now; }
    /// The sum of the counters' open times, up to the last step.
    [[nodiscard]] Millis openTime() const;

private:
    enum class Stage : std::uint8_t { Closed, Free, Approached, Serving, Missed };

    /// An open counter.
    struct Post
    {
        Stage stage = Stage::Closed;
        bool leaves = false;          ///< closes after the present customer
        Instant due = Instant::max(); ///< of the next step; when free: of the next possible call
        Instant since{};              ///< free since
        Instant opened{};
        Millis service{0}; ///< of the present customer
    };

    /// Simulated data of a ticket, in the order of tickets.
    struct Visit
    {
        SimulatedCustomer customer;
        std::uint32_t passed = 0;
        Millis passedMost{0};
    };

    /// Decides and applies; false: refused.
    template <class Command> bool carryOut(const Command& command)
    {
        m_events.clear();
        if (!decide(m_state, command, m_now, m_events))
            return false;
        take(m_events);
        return true;
    }
    void take(const Events& events);
    [[nodiscard]] Visit& visitOf(TicketId id) { return m_visits[id.value - m_firstVisit]; }
    [[nodiscard]] Post* soonest();
    void arrive(const SimulatedCustomer& customer);
    void offer(TicketId ticket);
    [[nodiscard]] CounterIx nearestFree(const Ticket& ticket, const std::vector<bool>& asked) const;
    void proceed(CounterIx counter);
    bool callNext(CounterIx counter);
    void notePassed(CounterIx counter, const Ticket& called);
    void beginVisit(CounterIx counter, const Ticket& ticket);
    void setFree(CounterIx counter);
    void keepOpening();
    void openOrClose(int wanted);
    void open(CounterIx counter);
    void close(CounterIx counter);
    void forget();

    State m_state;
    Events m_events;
    CounterHours m_hours;
    std::size_t m_nextStep = 0;
    Instant m_opens;
    Instant m_now;
    RunObserver& m_observer;
    std::vector<Post> m_posts;
    std::size_t m_free = 0;
    std::vector<Visit> m_visits;
    std::uint64_t m_firstVisit = 1; ///< the ticket id of m_visits.front()
    std::uint64_t m_ended = 0;      ///< since the last forget()
    Millis m_closedOpenTime{0};
};

} // namespace starqueue::queue
