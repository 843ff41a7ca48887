#pragma once

#include <queue/demand/random_stream.h>
#include <queue/experience/opening_habits.h>

#include <cstdint>
#include <string>
#include <vector>

namespace starqueue::queue {

/// A past day to go on like, and its weight.
struct PastDay
{
    const CounterDay* day = nullptr;
    double weight = 1;
    Millis ends{0}; ///< when its last counter went
};

/// What one counter may do from now on, given what it has done today.
class CounterOutlook
{
public:
    /// `sofar` are today's stretches of the counter; `isOpen` it is now, at `now`.
    CounterOutlook(const std::vector<PastDay>& days, const std::string& counter, const OpenStretches& sofar,
                   bool isOpen, Millis now);

    /// Puts its stretches from now on into `drawn`, in a way that begins with day number `day`.
    void draw(RandomStream& random, std::size_t day, OpenStretches& drawn) const;

private:
    struct Option
    {
        double until = 0; ///< sum of the weights up to this one
        OpenStretches stretches;
        Millis late{0}; ///< mean of an exponential delay from now on; 0: comes as the stretches say
    };

    void goOn(const std::vector<PastDay>& days, const std::string& counter, const OpenStretches& sofar);
    void come(const std::vector<PastDay>& days, const std::string& counter);
    void comeBack(const std::vector<PastDay>& days, const std::string& counter, const OpenStretches& sofar);
    void comeBackLike(const PastDay& day, const OpenStretches& stretches, const OpenStretch& left);
    void add(double weight, OpenStretches stretches, Millis late = Millis{0});
    void addOf(std::size_t day, double weight, OpenStretches stretches);
    [[nodiscard]] const Option& optionAt(double share) const; ///< of all weights, in [0, 1)
    [[nodiscard]] double weight() const { return m_options.empty() ? 0 : m_options.back().until; }

    Millis m_now;
    std::vector<Option> m_options;
    std::vector<std::int32_t> m_byDay; ///< index into m_options; -1: on that day it was otherwise
};

} // namespace starqueue::queue
