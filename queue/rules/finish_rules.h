#pragma once

#include <queue/rules/name.h>
#include <queue/schema/field.h>
#include <queue/schema/words.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::queue {

/// What may be recorded as the end of a service.
struct OutcomeRule
{
    std::string id{};
    Name name{};

    friend bool operator==(const OutcomeRule&, const OutcomeRule&) = default;
};

void describe(auto& a, Of<OutcomeRule> auto& outcome)
{
    a.field("id", outcome.id);
    a.field("name", outcome.name);
}

/// Null: there is none of that id.
[[nodiscard]] inline const OutcomeRule* findOutcome(const std::vector<OutcomeRule>& outcomes,
                                                    std::string_view id)
{
    const auto found = std::ranges::find(outcomes, id, &OutcomeRule::id);
    return found == outcomes.end() ? nullptr : &*found;
}

/// Whether clerks are asked for what another system calls the visit.
enum class AskReference : std::uint8_t {
    Off,     ///< never, though it is taken where it comes
    Offered, ///< they may say it
    Required ///< no service finishes without one, given at issue or at its end
};
consteval auto spelling(AskReference)
{
    return spelled<AskReference>({{AskReference::Off, "off"},
                                  {AskReference::Offered, "offered"},
                                  {AskReference::Required, "required"}});
}

} // namespace starqueue::queue
