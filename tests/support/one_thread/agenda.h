#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <utility>

namespace starqueue::test {

/// What a program on one thread still has to do, and the clock of its world: time passes from one piece of
/// work to the next, and takes none by itself.
class Agenda
{
public:
    using Clock = std::chrono::steady_clock;
    using Work = std::function<void()>;

    virtual ~Agenda() = default;

    [[nodiscard]] virtual Clock::time_point now() const = 0;
    /// Enters @p work for @p time, or for now if that is past.
    virtual void at(Clock::time_point time, Work work) = 0;
    void soon(Work work) { at(now(), std::move(work)); }
    /// Does the next piece of work at its time. May be called by work. False: there is none.
    virtual bool turn() = 0;
};

/// Work of the same time is done in the order in which it was entered.
class OrderedAgenda final : public Agenda
{
public:
    explicit OrderedAgenda(Clock::time_point start = Clock::time_point{}) : m_now(start) {}

    [[nodiscard]] Clock::time_point now() const override { return m_now; }
    void at(Clock::time_point time, Work work) override
    {
        m_entries.emplace(std::pair{std::max(time, m_now), m_entered++}, std::move(work));
    }
    bool turn() override
    {
        if (m_entries.empty())
            return false;
        auto next = m_entries.extract(m_entries.begin());
        m_now = std::max(m_now, next.key().first);
        next.mapped()();
        return true;
    }

    /// Does all that can be done now.
    void settle() { pass({}); }
    /// Lets @p time pass.
    void pass(Clock::duration time)
    {
        const auto end = m_now + time;
        while (!m_entries.empty() && m_entries.begin()->first.first <= end)
            turn();
        m_now = std::max(m_now, end);
    }

private:
    Clock::time_point m_now;
    std::uint64_t m_entered = 0;
    std::map<std::pair<Clock::time_point, std::uint64_t>, Work> m_entries;
};

/// Work that is done in the order of its time, then of its coming, also on an agenda that shuffles what is
/// due at the same time.
class InOrder
{
public:
    explicit InOrder(Agenda& agenda) : m_agenda(agenda) {}

    void after(std::chrono::nanoseconds delay, Agenda::Work work)
    {
        if (!m_line)
            return;
        const auto time = m_agenda.now() + delay;
        m_line->works.emplace(std::pair{time, m_line->entered++}, std::move(work));
        m_agenda.at(time, [waiting = std::weak_ptr(m_line)] {
            if (const auto line = waiting.lock()) {
                auto next = line->works.extract(line->works.begin());
                next.mapped()();
            }
        });
    }
    /// Drops what hasn't begun and all that comes later.
    void close() { m_line.reset(); }
    [[nodiscard]] bool isOpen() const { return m_line != nullptr; }

private:
    struct Line
    {
        std::uint64_t entered = 0;
        std::map<std::pair<Agenda::Clock::time_point, std::uint64_t>, Agenda::Work> works;
    };

    Agenda& m_agenda;
    std::shared_ptr<Line> m_line = std::make_shared<Line>();
};

} // namespace starqueue::test
