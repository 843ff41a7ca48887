#pragma once

#include <house/journal/journal_program.h>

#include <db/support/random_hall.h>

#include <map>

namespace starqueue::house {

/// Sends random commands to the hall, and each again with its key until it is answered; at times twice at
/// once. Tells "desk sent" for each new request and "hall answered" for each answer.
class RandomDesk final : public Inhabitant
{
public:
    RandomDesk(House& house, JournalProgram& hall);

    void start() override { scheduleNext(); }

private:
    void scheduleNext();
    void send(std::uint32_t request);
    void scheduleRetry(std::uint32_t request);
    queue::Command commandOf(std::uint32_t request, const db::View& view);
    std::function<void()> answer(std::uint32_t request, const db::View& view, const db::Outcome& outcome);
    void tellAnswer(std::uint32_t request, const std::string& what, std::int64_t events, std::uint64_t seq);

    House& m_house;
    JournalProgram& m_hall;
    Random m_random;
    db::test::RandomHall m_commands;
    std::uint32_t m_lastRequest = 0;
    /// Those without an answer; a repeat must say the same as the first time.
    std::map<std::uint32_t, std::optional<queue::Command>> m_open;
};

/// The key whose request id ends in `request`.
[[nodiscard]] db::RequestKey keyOf(std::uint32_t request);

} // namespace starqueue::house
