#pragma once

#include <house/people/client.h>

#include <string>
#include <vector>

namespace starqueue::house {

/// A clerk at a counter: looks at what may be done there and does some of it, in the time that people take.
class Clerk final : public Inhabitant
{
public:
    Clerk(House& house, HallProgram& hall, const std::string& counter);

    void start() override { lookSoon(); }

private:
    void lookSoon();
    void look();
    void act(const nlohmann::json& counter);
    void onActed(const std::string& action, const std::string& takenBack, const HallReply& answer);
    [[nodiscard]] std::string choose(const nlohmann::json& may);
    [[nodiscard]] nlohmann::json bodyOf(const std::string& action, const nlohmann::json& counter);
    [[nodiscard]] nlohmann::json bodyOfTransfer();
    [[nodiscard]] std::string anyClerkOf(const std::string& counter);
    [[nodiscard]] std::chrono::nanoseconds timeAfter(const std::string& action);

    House& m_house;
    std::string m_counter;
    Client m_client;
    Random m_random;
    std::chrono::nanoseconds m_nextLook{};
    bool m_regrets = false; ///< the last step: takes it back if that can be done
};

} // namespace starqueue::house
