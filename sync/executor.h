#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace starqueue::sync {

/// Runs the work of one user: one piece at a time, in order of its time, then of its coming; each sees what
/// the ones before have done.
///
/// post(), after() and every() may be called from any thread, from the work itself too, and never block. The
/// destructor closes.
class Strand
{
public:
    using Work = std::function<void()>;
    using Time = std::chrono::nanoseconds;

    Strand() = default;
    virtual ~Strand() = default;
    Strand(const Strand&) = delete;
    Strand& operator=(const Strand&) = delete;

    /// Runs @p work soon.
    virtual void post(Work work) = 0;
    /// Runs @p work once, when @p delay has passed.
    virtual void after(Time delay, Work work) = 0;
    /// Runs @p work again and again, each time @p period after the end of the last.
    void every(Time period, Work work)
    {
        after(period, [this, period, work = std::move(work)]() mutable {
            work();
            every(period, std::move(work));
        });
    }

    /// Drops what hasn't begun, waits for what runs, and drops all that comes later. Not from the strand's
    /// own work, nor from two threads at once.
    virtual void close() = 0;
};

enum class Urgency {
    Normal,
    Background ///< everything else has priority
};

/// Time and threads of a program: all that its parts have of them from outside, so that a simulation can put
/// one thread on a virtual clock in their place. Any thread.
class Executor
{
public:
    using Clock = std::chrono::steady_clock;
    using Done = std::function<void()>;

    virtual ~Executor() = default;

    [[nodiscard]] virtual Clock::time_point now() const = 0;
    [[nodiscard]] virtual std::unique_ptr<Strand> strand(Urgency urgency = Urgency::Normal) = 0;
    /// Calls @p begin and returns when the Done that it got has been called, by whichever thread. An executor
    /// with a single thread runs other work meanwhile: never call this from a strand's work, which that other
    /// work would then interrupt.
    virtual void await(const std::function<void(Done)>& begin) = 0;
};

} // namespace starqueue::sync
