#pragma once

#include <house/hall/hall_program.h>

#include <hall/api/events/event_filter.h>

#include <memory>
#include <string>

namespace starqueue::house {

/// Follows the hall's events over one connection after the other, each from the last one that it heard on.
/// Tells "NAME heard" for each event, and "NAME refused" if the hall doesn't let it go on.
class Follower final : public Inhabitant
{
public:
    Follower(House& house, HallProgram& hall, std::string name, hall::Subscriber subscriber);

    void start() override { connect(); }
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const hall::Subscriber& subscriber() const { return m_subscriber; }

private:
    void connect();
    void onArrival();
    void hear(const std::string& message);
    void reconnectAfter(std::chrono::nanoseconds delay);
    void watch();

    House& m_house;
    HallProgram& m_hall;
    std::string m_name;
    hall::Subscriber m_subscriber;
    Random m_random;
    std::shared_ptr<Line> m_line;
    std::string m_received;
    bool m_hasHead = false;
    std::string m_lastId = "0";
    Agenda::Entry m_timer; ///< of the next line, or of a silence
};

} // namespace starqueue::house
