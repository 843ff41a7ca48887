#pragma once

#include <house/run/fact.h>

#include <functional>
#include <string>

namespace starqueue::house {

/// Holds what was told against what must be true. Safety: at each fact, always. Liveness: at the end of a
/// calm, when everything has worked for 150 s.
class Checker
{
public:
    explicit Checker(std::string name) : m_name(std::move(name)) {}
    virtual ~Checker() = default;

    [[nodiscard]] const std::string& name() const { return m_name; }
    virtual void onFact(const Fact&) {}
    virtual void onCalmEnds() {}

    /// The house's; set when it moves in.
    std::function<void(const Checker&, const std::string& what)> onFound;

protected:
    /// Makes the run red: `what` was wrong, with which values.
    void found(const std::string& what) const { onFound(*this, what); }

private:
    std::string m_name;
};

} // namespace starqueue::house
