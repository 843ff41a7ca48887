#include <firmware-bridge/simulators/program/fault_scenario.h>

namespace starqueue::simulators {

using namespace Qt::StringLiterals;

QStringList scenarioNames()
{
    return {u"well"_s,         u"paper-out"_s,       u"cover-open"_s,   u"near-end"_s,
            u"cable-pulled"_s, u"noisy-line"_s,      u"slow-printer"_s, u"silent-printer"_s,
            u"wrong-number"_s, u"press-swallowed"_s, u"dead-panel"_s,   u"dead-display"_s};
}

std::optional<FaultScenario> scenarioNamed(const QString& name)
{
    const auto index = scenarioNames().indexOf(name);
    if (index < 0)
        return std::nullopt;
    return static_cast<FaultScenario>(index);
}

} // namespace starqueue::simulators
