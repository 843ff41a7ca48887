#pragma once

#include <stop_token>
#include <thread>

namespace starqueue::cli {

/// While it exists, SIGINT (Ctrl-C) and SIGTERM request a stop; a second signal kills the program. Construct
/// it before any other thread starts; only one at a time.
class Interruption
{
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_asked.get_token(); }

private:
    void wait(const std::stop_token& ends);

    std::stop_source m_asked;
    std::jthread m_waiting;
};

} // namespace starqueue::cli
