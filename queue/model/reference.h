#pragma once

#include <queue/schema/field.h>

#include <string>

namespace starqueue::queue {

/// What another system calls a visit, so that its record and ours find each other: never who the customer is.
/// Only staff see it, and the exports.
struct Reference
{
    std::string caseNumber; ///< of a case or project; empty: none
    std::string item;       ///< the code of what was applied for; empty: none

    [[nodiscard]] bool empty() const { return caseNumber.empty() && item.empty(); }

    /// Each part that `later` gives takes the place of what was there.
    void take(const Reference& later)
    {
        if (!later.caseNumber.empty())
            caseNumber = later.caseNumber;
        if (!later.item.empty())
            item = later.item;
    }

    friend bool operator==(const Reference&, const Reference&) = default;
};

void describe(auto& a, Of<Reference> auto& reference)
{
    a.fieldOr("case", reference.caseNumber, {});
    a.fieldOr("item", reference.item, {});
}

} // namespace starqueue::queue
