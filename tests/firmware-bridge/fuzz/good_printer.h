#pragma once

#include <firmware-bridge/fuzz/sent_commands.h>
#include <firmware-bridge/steady_time.h>
#include <firmware-bridge/ticket/printer_profile.h>

#include <QByteArray>

#include <cstdint>
#include <deque>
#include <vector>

namespace starqueue::bridge {

/// Answers as its manual says, in the mood that it is given: so a fuzzer needs no luck to come to the end of
/// a ticket, and can spoil any step on the way there.
class GoodPrinter
{
public:
    enum Mood : uint8_t {
        PaperOut = 0x01,
        CoverOpen = 0x02,
        CutterError = 0x04,
        Faults = PaperOut | CoverOpen | CutterError,
        WithoutIds = 0x08,
        WithoutSensor = 0x10,
        Mute = 0x20,      ///< answers no status
        NeverDone = 0x40, ///< nothing of what is answered in order
        ShowsNone = 0x80, ///< no ticket lies at its exit
    };

    explicit GoodPrinter(PresenterProfile::Kind presenter) : m_presenter(presenter) {}

    void setMood(uint8_t mood) { m_mood = mood; }
    void sent(const SentCommand& command, SteadyTime now);
    /// All that it says now, and in how many answers.
    [[nodiscard]] QByteArray answers(SteadyTime now, int& count);

private:
    [[nodiscard]] bool is(Mood mood) const { return (m_mood & mood) != 0; }
    [[nodiscard]] QByteArray status(char question, SteadyTime now) const;
    [[nodiscard]] QByteArray fullStatus(SteadyTime now) const;
    [[nodiscard]] bool liesAtExit(SteadyTime now) const;

    PresenterProfile::Kind m_presenter;
    std::vector<SentCommand> m_atOnce;
    std::deque<SentCommand> m_inOrder;
    SteadyTime m_ticketAt{-1};
    uint8_t m_mood = 0;
};

} // namespace starqueue::bridge
