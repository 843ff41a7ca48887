#pragma once

#include <house/visitors/asker.h>

#include <set>
#include <string>

namespace starqueue::house {

/// An administrator makes tokens and revokes them with the command line's means while the hall runs, and
/// whoever has one tries it. Tells "guest tried" with what it should have been answered.
class TokenKeeper final : public Inhabitant
{
public:
    TokenKeeper(House& house, HallProgram& hall);

    void start() override { makeLater(); }

private:
    void makeLater();
    void make();
    void use(const std::string& id, const std::string& secret, int rounds);
    void revoke(const std::string& id, const std::string& secret);
    void tryIt(const std::string& secret, int wanted);

    House& m_house;
    HallProgram& m_hall;
    Asker m_asker;
    Random m_random;
    std::set<std::string> m_revoked;
};

} // namespace starqueue::house
