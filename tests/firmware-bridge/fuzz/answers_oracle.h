#pragma once

#include <firmware-bridge/fuzz/sent_commands.h>
#include <firmware-bridge/steady_time.h>

#include <QByteArrayView>

#include <array>
#include <string>
#include <vector>

namespace starqueue::bridge {

/// Follows what a driver sent and heard, and tells what it may say of a ticket. Knows the frames of the
/// answers from the makers' manuals, not from the driver.
class AnswersOracle
{
public:
    static constexpr int kTickets = 4;

    /// What bears that a ticket is printed.
    enum class Proof { None, ProcessId, LaterProcessId, Sensor, Presenter };
    static constexpr int kProofs = 5;

    void sent(const SentCommand& command);
    void heard(QByteArrayView bytes, SteadyTime now);
    /// The printer said that it was switched on, and no byte came shortly before.
    void switchedOn() { m_lostPower = true; }

    /// What was asked before has no answer any more.
    void lineChanged() { m_ids.clear(); }

    /// The last id was asked for before, since the ticket was sent or the line changed.
    [[nodiscard]] bool asksTwice() const { return m_asksTwice; }
    /// So many copies of the ticket were sent.
    [[nodiscard]] int copies(int ticket) const { return m_copies.at(static_cast<std::size_t>(ticket)); }
    /// What came since the ticket was sent, which is the last one: an id that was asked for after it, whole;
    /// or answers of the paper sensor, outside of any block, after it was asked for; or that a ticket lies at
    /// the exit. None if the power failed meanwhile.
    [[nodiscard]] Proof proofOf(int ticket) const;

private:
    using Id = std::array<char, 4>;

    [[nodiscard]] bool idCame(const Id& id) const;
    [[nodiscard]] bool isBlockOfId(std::size_t at, const Id& id) const;
    [[nodiscard]] bool sensorAnswered() const;
    [[nodiscard]] bool liesAtExit() const;
    [[nodiscard]] bool blockBeginsAt(std::size_t at) const;
    [[nodiscard]] std::size_t endOfBlock(std::size_t at) const;

    std::array<int, kTickets + 1> m_copies{};
    std::vector<Id> m_ids;             ///< asked for since the ticket was sent
    std::string m_heard;               ///< since then
    std::vector<SteadyTime> m_heardAt; ///< of each byte
    int m_ticket = 0;                  ///< the last one
    bool m_sensorAsked = false;
    bool m_lostPower = false;
    bool m_asksTwice = false;
    std::size_t m_heardBeforeSensor = 0;
};

} // namespace starqueue::bridge
