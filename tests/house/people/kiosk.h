#pragma once

#include <house/people/client.h>

namespace starqueue::house {

/// Customers at a kiosk take tickets, some with their phone number; some walk away again. An usher on the
/// floor does the same without a printer.
class Kiosk final : public Inhabitant
{
public:
    Kiosk(House& house, HallProgram& hall, const std::string& name, std::chrono::nanoseconds pause);

    void start() override { scheduleNext(); }
    /// The program is started anew: who stood there is gone.
    void restart() { m_client.die(); }

private:
    void scheduleNext();
    void issue();
    void onIssued(const HallReply& answer);
    void cancel(const std::string& ticket);

    House& m_house;
    Client m_client;
    Random m_random;
    std::chrono::nanoseconds m_pause;
};

} // namespace starqueue::house
