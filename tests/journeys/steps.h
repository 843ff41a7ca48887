#pragma once

#include <QString>

namespace starqueue::journey {

template <class Journey> struct Step
{
    QString name; ///< completes "could not …"
    bool (Journey::*take)();
};

/// Takes the steps up to the first that fails; its name, empty when none did.
template <class Journey, std::size_t Count>
[[nodiscard]] QString firstFailure(Journey& journey, const Step<Journey> (&steps)[Count])
{
    for (const Step<Journey>& step : steps)
        if (!(journey.*step.take)())
            return step.name;
    return {};
}

} // namespace starqueue::journey
