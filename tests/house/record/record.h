#pragma once

#include <db/journal/journal.h>
#include <queue/state/state.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace starqueue::house {

/// The journal as another program reads it from the disk, with the state that it replays to.
class Record
{
public:
    struct Line
    {
        std::string name;
        std::string payload;
        std::string request;       ///< of the command that the line begins; empty: none
        std::uint64_t lastSeq = 0; ///< of that command
        Instant at{};
        std::uint64_t day = 0; ///< the seq of the last day_opened up to here
        Millis ahead{0};       ///< the wall's time, of `at`, from this line on

        friend bool operator==(const Line&, const Line&) = default;
    };
    /// A call, in the state right before it.
    using OnCall = std::function<void(const queue::State&, const queue::TicketCalled&, Instant)>;

    explicit Record(std::filesystem::path database) : m_database(std::move(database)) {}

    /// Reads what is new; `all` also holds what was read before against the disk. Sentences about what is
    /// wrong.
    [[nodiscard]] std::vector<std::string> refresh(bool all);

    [[nodiscard]] std::uint64_t lastSeq() const { return m_lines.size(); }
    [[nodiscard]] const Line* line(std::uint64_t seq) const
    {
        return seq >= 1 && seq <= m_lines.size() ? &m_lines[seq - 1] : nullptr;
    }
    /// The first line of the request's command; 0: there is none.
    [[nodiscard]] std::uint64_t seqOf(const std::string& request) const;
    [[nodiscard]] const queue::State& state() const { return m_state; }

    OnCall onCall;
    std::function<void(const queue::State&, std::uint64_t seq)> afterLine; ///< each, and its state

private:
    void take(std::uint64_t seq, Line line, std::vector<std::string>& wrong);

    std::filesystem::path m_database;
    std::vector<Line> m_lines; ///< line 1 first
    std::map<std::string, std::uint64_t> m_requests;
    queue::State m_state;
    std::uint64_t m_day = 0;
};

/// A requestId as the journal has it: 16 bytes.
[[nodiscard]] std::string bytesOfUuid(const std::string& uuid);

} // namespace starqueue::house
