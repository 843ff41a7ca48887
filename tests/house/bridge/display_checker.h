#pragma once

#include <house/hall/hall_program.h>
#include <house/run/checker.h>

#include <map>
#include <string>

namespace starqueue::house {

/// In a calm a call stands on its call-number display within five seconds, and no number stays there that
/// isn't called or in service.
class CallsAreOnDisplays final : public Checker
{
public:
    CallsAreOnDisplays(House& house, HallProgram& hall);
    void onFact(const Fact& fact) override;

private:
    struct Shown
    {
        std::string number;
        int changes = 0; ///< so far: a step that was taken back leaves the same number, but later

        friend bool operator==(const Shown&, const Shown&) = default;
    };
    /// Whom a counter has called, and when, and what its display shows: the same twice means that nothing has
    /// changed in between.
    struct Call
    {
        std::string number;
        Instant called{};
        Shown shown;

        friend bool operator==(const Call&, const Call&) = default;
    };

    void lookLater(std::chrono::nanoseconds pause);
    void compare(const queue::State& state);

    House& m_house;
    HallProgram& m_hall;
    bool m_isCalm = false;
    std::map<std::size_t, Shown> m_shown; ///< by counter
    std::map<std::size_t, Call> m_calls;  ///< when it was looked last
    Agenda::Entry m_next;
};

} // namespace starqueue::house
