#pragma once

#include <stop_token>
#include <thread>

namespace starqueue::cli {

/// While it lives, Ctrl-C (SIGINT) and SIGTERM ask for a stop instead of ending the program; the second one
/// ends it. Make it before any other thread starts, one at a time.
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
