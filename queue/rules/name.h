#pragma once

#include <queue/schema/field.h>

#include <string>

namespace starqueue::queue {

/// A text in both languages.
struct Name
{
    std::string zh;
    std::string en;

    friend bool operator==(const Name&, const Name&) = default;
};

void describe(auto& a, Of<Name> auto& name)
{
    a.field("zh", name.zh);
    a.field("en", name.en);
}

} // namespace starqueue::queue
