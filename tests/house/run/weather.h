#pragma once

#include <house/kernel/agenda.h>
#include <house/run/fault.h>

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace starqueue::house {

/// Storms of 12 min, in which faults strike, alternate with calms of 150 s, in which all is healed.
///
/// Each seed draws a weight for each fault, often none at all, and every fourth has few faults (swarm
/// testing: what always happens together hides what happens alone). `mix` may leave faults out ("-name",
/// "none") and put known red ones in
/// ("name").
///
/// With Storms::Once a calm without end follows the first storm.
class Weather
{
public:
    enum class Storms { Again, Once };

    static constexpr std::chrono::minutes kStorm{12};
    static constexpr std::chrono::seconds kCalm{150};

    Weather(Agenda& agenda, Random random);

    /// `fault` lives longer than the weather.
    void add(Fault& fault, const std::set<std::string>& mix);
    /// Begins with a storm; no storm lasts beyond `end`.
    void start(Agenda::Elapsed end, Storms storms);

    /// Called at every strike, and when each calm has begun and ends; one without end each 150 s.
    std::function<void(const Fault&)> onStrike;
    std::function<void()> onCalmBegins;
    std::function<void()> onCalmEnds;

    /// A weight of 0: never.
    [[nodiscard]] std::vector<std::pair<std::string, double>> weights() const;

private:
    struct Danger
    {
        Fault* fault;
        double weight;
        Random random;
        Agenda::Entry next;
    };

    void beginStorm();
    void beginCalm();
    void stayCalm();
    void schedule(Danger& danger);

    Agenda& m_agenda;
    Random m_random;
    bool m_isSparse;
    std::vector<std::unique_ptr<Danger>> m_dangers;
    Agenda::Elapsed m_end{};
    Storms m_storms = Storms::Again;
    bool m_isStorm = false;
};

} // namespace starqueue::house
