#include <firmware-bridge/printer/contact/unheard_questions.h>

#include <algorithm>

namespace starqueue::bridge {

namespace {

constexpr int kMissesOfMute = 3;   ///< each may be a damaged answer
constexpr int kMissesOfFirst = 12; ///< about 24 s of a printer that was heard before: it is off
constexpr std::chrono::milliseconds kTryAgain{10'000};

} // namespace

void UnheardQuestions::lineOpened()
{
    m_all.assign(m_all.size(), {});
    m_heardAny = false;
}

void UnheardQuestions::heard(std::size_t question)
{
    m_heardAny = true;
    m_all[question] = {};
    for (Question& each : m_all)
        each.othersHeard = each.othersHeard || each.missed > 0;
}

bool UnheardQuestions::missed(std::size_t question, SteadyTime now)
{
    Question& it = m_all[question];
    it.tryAt = now + kTryAgain;
    ++it.missed;
    if (it.isMute || it.missed < kMissesOfMute || !it.othersHeard)
        return false;
    it.isMute = true;
    return true;
}

void UnheardQuestions::tryAgain(SteadyTime now)
{
    for (Question& each : m_all)
        each.tryAt = now;
}

std::optional<std::size_t> UnheardQuestions::mute() const
{
    const auto found = std::ranges::find(m_all, true, &Question::isMute);
    if (found == m_all.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_all.begin());
}

std::size_t UnheardQuestions::first() const
{
    const auto found = std::ranges::find(m_all, false, &Question::isMute);
    return found == m_all.end() ? 0 : static_cast<std::size_t>(found - m_all.begin());
}

std::vector<std::size_t> UnheardQuestions::round(bool mayTry, SteadyTime now) const
{
    std::vector<std::size_t> all;
    const std::size_t from = start();
    for (std::size_t i = 0; i < m_all.size(); ++i)
        if (const std::size_t question = (from + i) % m_all.size(); !m_all[question].isMute)
            all.push_back(question);
    for (std::size_t question = 0; question < m_all.size() && mayTry; ++question)
        if (m_all[question].isMute && now >= m_all[question].tryAt)
            all.push_back(question);
    return all;
}

std::size_t UnheardQuestions::start() const
{
    const int most = m_heardAny ? kMissesOfFirst : kMissesOfMute;
    std::size_t least = first();
    for (std::size_t question = least; question < m_all.size(); ++question) {
        if (m_all[question].isMute)
            continue;
        if (m_all[question].missed < most)
            return question;
        if (m_all[question].missed < m_all[least].missed)
            least = question;
    }
    return least;
}

} // namespace starqueue::bridge
