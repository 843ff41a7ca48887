#pragma once

#include <house/bridge/bridge_program.h>
#include <house/hall/hall_program.h>
#include <house/record/record.h>
#include <house/run/checker.h>

#include <map>
#include <string>
#include <vector>

namespace starqueue::house {

/// A press as it is told: of which panel, with which number.
[[nodiscard]] queue::PressId pressIn(const Fact& fact);

/// Each press that the hall has decided about is one rating, or its refusal stands to reason by what is
/// recorded.
class PressIsRatedOrRefusedRightly final : public Checker
{
public:
    PressIsRatedOrRefusedRightly(const Record& record, HallProgram& hall)
        : Checker("a press is one rating or rightly refused"), m_record(record), m_hall(hall)
    {}
    void onFact(const Fact& fact) override;
    void onCalmEnds() override;

private:
    struct Told
    {
        std::uint64_t session = 0;
        queue::PressId press;
        Instant at{};
        Instant refused{}; ///< not later than this
        bool counted = false;
        int life = 0; ///< of the bridge
    };

    [[nodiscard]] bool isDecidedAnew(const Told& refused) const;
    void onRefusal(Told told);
    void check(const Told& told) const;

    const Record& m_record;
    HallProgram& m_hall;
    std::vector<Told> m_told;
    int m_life = 0;
};

/// Who hears a beep has rated: the hall decides about the press within a minute of calm, the panel is
/// released only then, and a rating is a press that beeped, with that score. A panel is released from a press
/// without a decision only if today has no session for it.
class BeepsAreSettled final : public Checker
{
public:
    BeepsAreSettled(House& house, const Record& record)
        : Checker("each beep is settled"), m_house(house), m_record(record)
    {}
    void onFact(const Fact& fact) override;
    void onCalmEnds() override;

private:
    struct Beep
    {
        std::string panel;
        std::int64_t token = 0;
        std::int64_t score = 0;
        Agenda::Elapsed at{};
        bool isSettled = false;
        bool isReleased = false;
    };

    void onSettled(const Fact& fact);
    void onReleased(const queue::PressId& last);
    void check(const queue::PressId& press, const Beep& beep) const;
    void checkScore(const queue::PressId& press, int recorded) const;
    [[nodiscard]] bool hasSession(const Beep& beep) const;

    House& m_house;
    const Record& m_record;
    std::map<queue::PressId, Beep> m_beeps;
};

/// At the end of a calm the bridge has no heap of requests.
class BridgeIsBounded final : public Checker
{
public:
    explicit BridgeIsBounded(const BridgeProgram& bridge) : Checker("the bridge is bounded"), m_bridge(bridge)
    {}
    void onCalmEnds() override
    {
        constexpr qsizetype kMost = 8; // the event stream and a few that are just asked
        if (const qsizetype open = m_bridge.openRequests(); open > kMost)
            found("the bridge has " + std::to_string(open) + " open requests");
    }

private:
    const BridgeProgram& m_bridge;
};

} // namespace starqueue::house
