#pragma once

#include <house/people/client.h>

#include <map>
#include <optional>
#include <set>
#include <string>

namespace starqueue::house {

/// A bridge in miniature: prints tickets and has a panel at each counter, at which customers press. It
/// remembers nothing over a restart of its own, as panels and printers do.
class SmallBridge final : public Inhabitant
{
public:
    SmallBridge(House& house, HallProgram& hall);

    void start() override;
    /// The program dies and starts anew: what it did is forgotten, but a panel keeps its presses.
    void restart();

private:
    /// A press that no answer has acknowledged yet.
    struct Press
    {
        std::string session;
        std::string ticket;
        std::int64_t pressedAt = 0; ///< ms in the hall's life
        std::uint32_t seq = 0;
        int score = 5;
    };

    void lookAtHall();
    void onHall(const Answer& answer, Agenda::Elapsed sent);
    void lookAtJobs();
    void onJobs(const Answer& answer);
    void take(const std::string& job);
    void conclude(const std::string& job, const char* outcome);
    void lookAtSessions();
    void onSessions(const Answer& answer);
    void arm(const nlohmann::json& session);
    void press(const std::string& session, const std::string& ticket);
    void tellHall(const Press& press);
    void onAcknowledged(const Press& press, const Answer& answer);

    House& m_house;
    Client m_client;
    Client m_panels; ///< over a connection of its own: a printer doesn't hold up a press
    Random m_random;
    std::set<std::string> m_jobs;     ///< under way
    std::set<std::string> m_sessions; ///< armed
    std::map<std::uint32_t, Press> m_presses;
    std::uint32_t m_lastSeq = 0;
    std::optional<std::chrono::nanoseconds> m_hallsLife; ///< ahead of the house's clock
    int m_life = 0;                                      ///< timers of an earlier one do nothing
};

} // namespace starqueue::house
