#include <house/run/weather.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace starqueue::house {

namespace {

constexpr double kSparse = 0.25;  ///< of the seeds have few faults: many hide what few would show
constexpr double kInSparse = 0.2; ///< of the faults strike in these
constexpr std::array kWeights{0.0, 0.0, 0.3, 1.0, 1.0, 3.0};

bool isWanted(const Fault& fault, const std::set<std::string>& mix)
{
    if (mix.contains(fault.name()))
        return true;
    return fault.use() == Fault::Use::Always && !mix.contains("none") && !mix.contains("-" + fault.name());
}

/// Exponential: as likely to come in the next second as in any other.
std::chrono::nanoseconds anyPause(std::chrono::nanoseconds mean, Random& random)
{
    constexpr double kSteps = 1 << 20;
    const double share = (1 + static_cast<double>(random.below(1 << 20))) / kSteps;
    return std::chrono::nanoseconds{
        static_cast<std::int64_t>(static_cast<double>(mean.count()) * -std::log(share))};
}

} // namespace

Weather::Weather(Agenda& agenda, Random random)
    : m_agenda(agenda), m_random(random), m_isSparse(random.stream("sparse").chance(kSparse))
{}

void Weather::add(Fault& fault, const std::set<std::string>& mix)
{
    Random random = m_random.stream(fault.name());
    const double drawn = kWeights[random.below(kWeights.size())];
    const bool isOut = m_isSparse && !random.chance(kInSparse);
    const bool named = mix.contains(fault.name());
    const double weight = isWanted(fault, mix) ? (named ? std::max(drawn, 1.0) : isOut ? 0.0 : drawn) : 0;
    m_dangers.push_back(std::make_unique<Danger>(Danger{&fault, weight, random, {}}));
}

void Weather::start(Agenda::Elapsed end, Storms storms)
{
    m_end = end;
    m_storms = storms;
    beginStorm();
}

void Weather::beginStorm()
{
    m_isStorm = true;
    for (const auto& danger : m_dangers)
        schedule(*danger);
    m_agenda.at(std::min(m_agenda.now() + kStorm, m_end), [this] { beginCalm(); });
}

void Weather::schedule(Danger& danger)
{
    if (danger.weight == 0)
        return;
    const auto mean =
        std::chrono::duration_cast<std::chrono::nanoseconds>(danger.fault->pause() / danger.weight);
    danger.next = m_agenda.after(anyPause(mean, danger.random), [this, &danger] {
        onStrike(*danger.fault);
        danger.fault->strike();
        if (m_isStorm) // a strike may turn the agenda until the calm
            schedule(danger);
    });
}

void Weather::beginCalm()
{
    m_isStorm = false;
    for (const auto& danger : m_dangers) {
        m_agenda.cancel(danger->next);
        danger->fault->heal();
    }
    onCalmBegins();
    stayCalm();
}

void Weather::stayCalm()
{
    m_agenda.after(kCalm, [this] {
        onCalmEnds();
        if (m_agenda.now() >= m_end)
            return;
        if (m_storms == Storms::Again)
            beginStorm();
        else
            stayCalm();
    });
}

std::vector<std::pair<std::string, double>> Weather::weights() const
{
    std::vector<std::pair<std::string, double>> weights;
    for (const auto& danger : m_dangers)
        weights.emplace_back(danger->fault->name(), danger->weight);
    return weights;
}

} // namespace starqueue::house
