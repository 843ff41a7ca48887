#include <firmware-bridge/simulators/program/scenario.h>

namespace starqueue::simulators {

QStringList scenarioNames()
{
    return {QStringLiteral("well"),         QStringLiteral("paper-out"),
            QStringLiteral("cover-open"),   QStringLiteral("near-end"),
            QStringLiteral("cable-pulled"), QStringLiteral("noisy-line"),
            QStringLiteral("slow-printer"), QStringLiteral("silent-printer"),
            QStringLiteral("wrong-number"), QStringLiteral("press-swallowed"),
            QStringLiteral("dead-panel"),   QStringLiteral("dead-display")};
}

std::optional<Scenario> scenarioNamed(const QString& name)
{
    const auto index = scenarioNames().indexOf(name);
    if (index < 0)
        return std::nullopt;
    return static_cast<Scenario>(index);
}

} // namespace starqueue::simulators
