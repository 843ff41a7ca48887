#pragma once

#include <house/hall/hall_program.h>
#include <house/run/checker.h>

#include <map>
#include <optional>
#include <string>

namespace starqueue::house {

/// Whatever is broken outside: who asks for a number at the core's kiosk gets it within a minute, while
/// somebody waits the core's counter calls somebody every ten minutes, and nobody waits for more than forty.
class CoreGoesOn final : public Checker
{
public:
    /// Both are names of clients.
    CoreGoesOn(House& house, HallProgram& hall, std::string kiosk, std::string counter);

    void onFact(const Fact& fact) override;

private:
    void onAnswer(const Fact& answer);
    void lookLater();
    void look(const HallProgram::Snapshot& hall);
    [[nodiscard]] bool isLate(VirtualClock::Elapsed since, std::chrono::seconds bound) const;

    House& m_house;
    HallProgram& m_hall;
    std::string m_kiosk;
    std::string m_counter;
    std::optional<VirtualClock::Elapsed> m_begun;           ///< the core is alone since
    std::map<std::string, VirtualClock::Elapsed> m_asked;   ///< no answer yet, by request
    std::map<std::string, VirtualClock::Elapsed> m_waiting; ///< numbers that weren't called yet, by ticket
    VirtualClock::Elapsed m_lastCall{};
};

} // namespace starqueue::house
