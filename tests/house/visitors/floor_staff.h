#pragma once

#include <house/people/client.h>

#include <map>
#include <string>

namespace starqueue::house {

/// The usher and the duty manager on the floor: take a ticket of today and do with it what may be done, and
/// put up messages.
class FloorStaff final : public Inhabitant
{
public:
    FloorStaff(House& house, HallProgram& hall);

    void start() override { lookLater(); }

private:
    void lookLater();
    void look();
    [[nodiscard]] nlohmann::json oneOf(const nlohmann::json& tickets);
    void act(const nlohmann::json& ticket);
    void takeBack(const nlohmann::json& event);
    void tellReasons(const nlohmann::json& tickets);
    [[nodiscard]] nlohmann::json bodyOf(const std::string& action);
    void postMessage();
    void setServices();

    House& m_house;
    Client m_usher;
    Client m_manager;
    Random m_random;
    std::map<std::string, std::string> m_granted; ///< why a ticket has priority, by its id; of those answered
};

} // namespace starqueue::house
