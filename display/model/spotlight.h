#pragma once

#include <client/api/board.h>

#include <QHash>

#include <chrono>
#include <optional>

namespace starqueue::display {

/// Decides which call stands in the large panel.
///
/// Every new call, and every repetition, gets the panel for at least kHold, in
/// the order of calling, so that two counters calling at once both are seen.
/// Afterwards the panel keeps the newest customer who is still expected.
/// Times are a steady clock's. No thread of its own.
class Spotlight
{
public:
    static constexpr std::chrono::milliseconds kHold{4'000};
    static constexpr std::chrono::seconds kFresh{60}; ///< an older call is shown, not announced

    /// Takes the calls of a new board (newest first, the hall's time `at`). Returns the
    /// calls to be announced, oldest first. The first board after start announces nothing.
    QList<client::api::Call> take(const QList<client::api::Call>& calls, const QDateTime& at,
                                  std::chrono::milliseconds now);

    /// Moves on when the hold time is over.
    void tick(std::chrono::milliseconds now);

    [[nodiscard]] const std::optional<client::api::Call>& current() const { return m_current; }
    /// Counts the announced calls that the panel has shown; the panel animates when it increases.
    [[nodiscard]] int serial() const { return m_serial; }

private:
    void settle();

    QList<client::api::Call> m_calls;
    QList<client::api::Call> m_queue; ///< announced, not shown yet; oldest first
    QDateTime m_at;                   ///< of the last board
    QHash<QString, int> m_seen;       ///< the calls of the last board, with their recalls
    std::optional<client::api::Call> m_current;
    std::chrono::milliseconds m_holdUntil{0};
    int m_serial = 0;
    bool m_started = false;
};

} // namespace starqueue::display
