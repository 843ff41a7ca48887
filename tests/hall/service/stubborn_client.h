#pragma once

#include <nlohmann/json.hpp>

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

namespace starqueue::hall::test {

/// A command that was answered: what a killed hall must still know.
struct Answered
{
    std::string event; ///< the event that it must have made
    std::string ticket;
    std::string number;
};

/// A client that sends its commands one after the other, and after a crash the unanswered one again with the
/// same requestId. One thread at a time.
class StubbornClient
{
public:
    /// With a counter's id it opens it, then calls, starts and finishes; without one it issues tickets.
    StubbornClient(std::string token, std::string counter);

    /// Sends until the hall is gone; counts each answer in `answers`.
    void work(std::uint16_t port, std::atomic<int>& answers);
    [[nodiscard]] const std::vector<Answered>& answered() const { return m_answered; }
    /// An answer that no hall may give to this client; empty: none came.
    [[nodiscard]] const std::string& complaint() const { return m_complaint; }

private:
    [[nodiscard]] std::string path() const;
    [[nodiscard]] std::string body() const;
    void take(int status, const std::string& text);

    std::string m_token;
    std::string m_counter;
    std::size_t m_step = 0;
    std::string m_requestId;
    std::vector<Answered> m_answered;
    std::string m_complaint;
};

} // namespace starqueue::hall::test
