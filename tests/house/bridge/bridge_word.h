#pragma once

#include <house/run/checker.h>

#include <map>
#include <string>

namespace starqueue::house {

/// Until the hall has decided, the bridge says the same of a press and of a print as it said first: when the
/// one was made, how the other ended. A new life of it knows neither.
class BridgeKeepsItsWord final : public Checker
{
public:
    BridgeKeepsItsWord() : Checker("the bridge keeps its word") {}
    void onFact(const Fact& fact) override
    {
        if (fact.is("bridge", "starts"))
            m_said.clear();
        else if (fact.is("bridge", "said"))
            onSaid(fact.text("of"), fact.text("what"), fact.number("decided") > 0);
    }

private:
    void onSaid(const std::string& of, const std::string& what, bool isDecided)
    {
        const auto& [said, isNew] = m_said.emplace(of, what);
        if (said->second != what)
            found("it said " + said->second + " and then " + what + " of " + of);
        if (isDecided)
            m_said.erase(said);
    }

    std::map<std::string, std::string> m_said; ///< of what the hall hasn't decided about
};

} // namespace starqueue::house
