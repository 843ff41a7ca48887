#pragma once

#include <firmware-bridge/steady_time.h>

#include <cstddef>
#include <optional>
#include <vector>

namespace starqueue::bridge {

/// Which of the heartbeat's questions a printer leaves unanswered, so that its rounds go on without them.
///
/// One that is missed three times in a row while others are answered is mute; it is tried again at the end of
/// a round now and then. When the first of a round is missed again and again another takes its place, and it
/// is asked last: a printer that is off answers none. Questions go by their index. Pure.
class UnheardQuestions
{
public:
    explicit UnheardQuestions(std::size_t questions) : m_all(questions) {}

    /// Nothing is known of the printer.
    void lineOpened();
    void heard(std::size_t question);
    /// It had no answer in time. True when that makes it mute.
    bool missed(std::size_t question, SteadyTime now);
    /// Mute ones are tried in the next round: it may be another printer.
    void tryAgain(SteadyTime now);

    [[nodiscard]] bool isMute(std::size_t question) const { return m_all[question].isMute; }
    /// A mute one; nothing: there is none.
    [[nodiscard]] std::optional<std::size_t> mute() const;
    /// The first that isn't mute.
    [[nodiscard]] std::size_t first() const;
    /// What is to be asked now; `mayTry`: also mute ones that are due.
    [[nodiscard]] std::vector<std::size_t> round(bool mayTry, SteadyTime now) const;

private:
    struct Question
    {
        int missed = 0;           ///< in a row
        bool othersHeard = false; ///< since the first of these
        bool isMute = false;
        SteadyTime tryAt{};
    };

    [[nodiscard]] std::size_t start() const;

    std::vector<Question> m_all;
    bool m_heardAny = false;
};

} // namespace starqueue::bridge
