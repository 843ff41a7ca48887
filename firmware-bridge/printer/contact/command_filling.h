#pragma once

#include <firmware-bridge/printer/contact/proof_desk.h>
#include <firmware-bridge/steady_time.h>

#include <QByteArray>

#include <optional>
#include <utility>

namespace starqueue::bridge {

/// Feeds zeros to a printer that waits for the data of a command whose length was damaged on the wire, up to
/// 65 kB, until it answers again what it answers in order. What is no data prints nothing. Pure: time is
/// passed in, bytes to send are returned.
class CommandFilling
{
public:
    enum class End {
        Answers,  ///< now that it has all data of that command
        Answered, ///< at once: it didn't wait for any
        Silent,
    };

    static constexpr std::chrono::milliseconds kWhileOthersWait{40'000};

    /// `baud`: of the line. A slow one takes longer than `atMost` for all that a command may wait for.
    void begin(int baud, std::chrono::milliseconds atMost, SteadyTime now);
    void stop();
    [[nodiscard]] bool running() const { return m_isRunning; }
    /// It ended before as much was sent as a command may wait for.
    [[nodiscard]] bool unfinished() const;
    /// `isAsked`: a question waits for its answer, and zeros would make it wait longer where the line is
    /// slow.
    [[nodiscard]] QByteArray tick(ProofDesk& desk, bool isAsked, SteadyTime now);
    [[nodiscard]] bool ended() const { return m_end.has_value(); }
    /// How it ended, once.
    [[nodiscard]] std::optional<End> takeEnd() { return std::exchange(m_end, std::nullopt); }

private:
    [[nodiscard]] QByteArray portion(ProofDesk& desk, SteadyTime now);
    void end(End how);

    ProofDesk::Serial m_first = 0; ///< of its questions; 0: none yet
    SteadyTime m_begun{};
    SteadyTime m_next{};
    std::chrono::milliseconds m_atMost{0};
    qsizetype m_sent = 0;
    int m_portions = 0;
    int m_baud = 0;
    bool m_isRunning = false;
    std::optional<End> m_end{};
};

} // namespace starqueue::bridge
