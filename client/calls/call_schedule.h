#pragma once

#include <client/api/board.h>

#include <QHash>
#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>
#include <utility>

namespace starqueue::client {

/// How long ago a call was made, by the hall's time `at`; zero where that isn't known.
[[nodiscard]] std::chrono::milliseconds ageOf(const api::Call& call, const QDateTime& at);

/// Which calls stand on a screen, which of them blink, and which one is spoken: the one clock of picture,
/// voice and bus.
///
/// Every customer who is expected has a row at every instant. Each new call and each repetition is announced:
/// it stands first, blinks for kBlink and waits to be spoken. A call that was answered meanwhile isn't
/// spoken, nor one whose sentence would begin more than kLatest after it. Times are a steady clock's. Pure:
/// it reads no clock and draws nothing.
class CallSchedule
{
public:
    using Time = std::chrono::milliseconds;

    static constexpr std::chrono::seconds kBlink{8};
    static constexpr std::chrono::seconds kFresh{60};  ///< an older call is shown, not announced
    static constexpr std::chrono::seconds kLatest{15}; ///< after the call, for its sentence to begin
    static constexpr qsizetype kManyWaiting = 2;       ///< with more sentences due, each is short

    struct Row
    {
        api::Call call{};
        bool blinks = false;
        bool spoken = false; ///< just now

        bool operator==(const Row&) const = default;
    };
    /// What the voice says next.
    struct Sentence
    {
        api::Call call{};
        bool brief = false; ///< others wait: the number and the place alone

        bool operator==(const Sentence&) const = default;
    };

    /// Takes the calls of a new board (newest first, the hall's time `at`). Returns those that are announced,
    /// oldest first. The first board after the start announces nothing.
    QList<api::Call> take(const QList<api::Call>& calls, const QDateTime& at, Time now);

    /// Everybody who is expected, the last announced first; none is ever left out.
    [[nodiscard]] QList<Row> expected(Time now) const;
    /// The calls whose customers came, or didn't: newest first.
    [[nodiscard]] QList<api::Call> ended() const;
    /// Counts the announced calls; a screen animates when it increases.
    [[nodiscard]] int serial() const { return m_serial; }

    /// While held, nothing is spoken: nobody knows who is still expected.
    void hold(bool held) { m_held = held; }
    /// Begins the next sentence; empty while one is under way, and when there is none.
    [[nodiscard]] std::optional<Sentence> nextSentence(Time now);
    /// The call of the sentence under way is still expected, and no more wait than may: its second language
    /// may follow.
    [[nodiscard]] bool goesOn(Time now);
    /// The sentence under way has ended.
    void sentenceEnded() { m_spoken.reset(); }
    /// Those that weren't spoken because their sentences would have begun too late, since the last question.
    [[nodiscard]] QList<api::Call> takeTooLate() { return std::exchange(m_tooLate, {}); }

private:
    /// When a call was made, or repeated, and the how manieth that was.
    struct Stand
    {
        Time since{};
        int order = 0;
    };

    [[nodiscard]] bool isNews(const api::Call& call, const QDateTime& at) const;
    [[nodiscard]] const api::Call* findExpected(const QString& key) const;
    [[nodiscard]] bool blinks(const api::Call& call, Time now) const;
    void becomeDue(const api::Call& call);
    void leaveOutWhoIsNotDue(Time now);

    QList<api::Call> m_calls;
    QDateTime m_at;                ///< of the last board
    QHash<QString, int> m_seen;    ///< the calls of the last board, with their recalls
    QHash<QString, Stand> m_stand; ///< of these
    QStringList m_due;             ///< to be spoken, oldest first
    std::optional<QString> m_spoken;
    QList<api::Call> m_tooLate;
    int m_lastOrder = 0;
    int m_serial = 0;
    bool m_started = false;
    bool m_held = false;
};

} // namespace starqueue::client
