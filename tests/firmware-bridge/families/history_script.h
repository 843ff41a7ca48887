#pragma once

#include <firmware-bridge/simulators/families/family_settings.h>
#include <firmware-bridge/simulators/families/paper/family_printer.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace starqueue::bridge {

/// A printer and the profile that a hall has chosen for it.
struct Contestant
{
    std::string name;
    simulators::Family family = simulators::Family::Epson;
    QString profile;
};

/// Something that happens in a history.
struct Happening
{
    enum class What {
        Hand,      ///< somebody does something to the printer
        PaperEnds, ///< after `number` more lines
        Issue,     ///< a customer draws a number
        Leave,     ///< customer `number` is served, or goes
        CablePull, ///< RS-232: both directions, and nobody is told
        CablePlug,
        AdapterPull, ///< USB: the port is gone, and the bridge is told
        AdapterPlug,
        Noise, ///< answers are lost, damaged, late or joined by stray bytes; `number` says which
        Quiet,
        BridgeCrash,
        BridgeStart,
        HallCrash,
        HallStart,
    };

    SteadyTime at{};
    What what = What::Hand;
    simulators::Hand hand = simulators::Hand::OpenCover;
    int number = 0;
};

/// All that happens in one history, by its seed.
struct HistoryScript
{
    std::uint64_t seed = 0;
    simulators::FamilySettings settings;
    int baud = 19200;
    SteadyTime
        takesAfter{};    ///< customers take their tickets out of a presenter so long after it holds them out
    int noiseEvery = 12; ///< one byte of the answers in so many, while there is noise
    int forgets = 0;     ///< one ticket in so many is left there for a minute and a half; 0: none
    bool trustsWrites = false; ///< the hall does; one question of status may have no answer then
    /// One byte to the printer in so many is damaged from then until the calm; 0: none is.
    int damageEvery = 0;
    SteadyTime damageFrom{};
    std::vector<Happening> happenings; ///< by time
    SteadyTime calm{};                 ///< from then on nothing happens any more
};

[[nodiscard]] HistoryScript writeScript(const Contestant& contestant, std::uint64_t seed);

} // namespace starqueue::bridge
