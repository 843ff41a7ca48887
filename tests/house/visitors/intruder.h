#pragma once

#include <house/run/checker.h>
#include <house/visitors/asker.h>

namespace starqueue::house {

/// Tries what a token may not: another's counter, a role's forbidden call, no token at all; and uses a
/// requestId again for something else. Tells "intruder tried" with what it should have been answered.
class Intruder final : public Inhabitant
{
public:
    Intruder(House& house, HallProgram& hall);

    void start() override { tryLater(); }

private:
    void tryLater();
    void trespass();
    void reuseRequest();
    void lookAtOthersJobs();
    void tell(const std::string& what, int wanted, const HallReply& answer);

    House& m_house;
    HallProgram& m_hall;
    Asker m_asker;
    Random m_random;
};

/// Nobody gets what the token doesn't allow.
class NobodyTrespasses final : public Checker
{
public:
    NobodyTrespasses() : Checker("nobody may more than the token says") {}
    void onFact(const Fact& fact) override
    {
        if (fact.what() == "tried" && fact.number("status") != fact.number("wanted"))
            found(fact.line());
    }
};

} // namespace starqueue::house
