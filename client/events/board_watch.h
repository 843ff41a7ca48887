#pragma once

#include <client/events/event_stream.h>
#include <client/hall_client.h>

#include <QObject>
#include <QTimer>

namespace starqueue::client {

/// Intervals of asking for a board.
struct BoardPauses
{
    std::chrono::milliseconds gather{150};     ///< events within it share one question
    std::chrono::milliseconds refresh{15'000}; ///< waits grow older without an event
    std::chrono::milliseconds retry{1'000};    ///< after a board that couldn't be had
    std::chrono::milliseconds grace{2'000};    ///< a loss shorter than this isn't shown
    std::chrono::milliseconds settle{1'200};   ///< after an event's board: forecasts are made once a second
};

/// The picture that a face draws: the hall's board, kept up to date.
///
/// Takes GET /board, follows the events after its seq and asks again when they,
/// or the time, change what stands on it. Every event is handed on, so that a
/// display can speak a call: none is missed or repeated, also over a
/// reconnection. Lives on one thread.
class BoardWatch : public QObject
{
    Q_OBJECT

public:
    explicit BoardWatch(const HallAddress& address, QObject* parent = nullptr, BoardPauses pauses = {},
                        StreamPauses streamPauses = {});

    void start();

    /// The hall's board; empty before the first one came.
    [[nodiscard]] const api::Board& board() const { return m_board; }
    /// The hall answers, and the board is not older than the last event.
    [[nodiscard]] bool reachable() const { return m_reachable; }
    /// Why the hall refuses this token, in words; empty unless it does.
    [[nodiscard]] const QString& refusal() const { return m_refusal; }
    /// Sends commands with the same token.
    [[nodiscard]] HallClient& client() { return m_client; }

signals:
    void boardChanged();
    void reachableChanged();
    void event(const starqueue::client::api::Event& event);

private:
    void ask();
    void take(const Answer& answer);
    void askLater(bool again);
    void connectionChanged(bool connected);
    void setReachable(bool reachable, const QString& refusal = {});

    HallClient m_client;
    EventStream m_stream;
    BoardPauses m_pauses;
    QTimer m_ask;
    QTimer m_grace;
    api::Board m_board;
    QString m_refusal;
    bool m_reachable = false;
    bool m_following = false;
    bool m_asking = false;
    bool m_askAgain = false;
    bool m_settles = false; ///< the last event's board may still have the waits from before it
};

} // namespace starqueue::client
