#pragma once

#include <client/events/sse_parser.h>
#include <client/hall_client.h>

#include <QObject>
#include <QTimer>

namespace starqueue::client {

/// A stream's time-outs and pauses.
struct StreamPauses
{
    std::chrono::milliseconds firstRetry{200};
    std::chrono::milliseconds longestRetry{5'000};
    std::chrono::milliseconds silence{25'000};
};

/// Follows the hall's journal as this token may see it.
///
/// An event is named by the hall's life and its seq. Connects, and after any loss reconnects by itself (0.2 s
/// to 5 s) from the last event seen, so that each event arrives once and in order. A stream that stays silent
/// for 25 s (the hall sends a comment every 10 s) counts as lost. Lives on one thread.
class EventStream : public QObject
{
    Q_OBJECT

public:
    explicit EventStream(HallAddress address, QObject* parent = nullptr, StreamPauses pauses = {});
    ~EventStream() override;

    /// Starts with the first event after `seq` of `life`: take them from the board that the picture was drawn
    /// from. An empty life is a hall's that tells none.
    void follow(const QString& life, qint64 seq);
    void stop();

    [[nodiscard]] bool connected() const { return m_connected; }
    [[nodiscard]] const QString& life() const { return m_life; }
    [[nodiscard]] qint64 lastSeq() const { return m_lastSeq; }

signals:
    void event(const starqueue::client::api::Event& event);
    void connectedChanged(bool connected);
    /// The hall refused this token, or can't resume from here, as when it was restored: take a new board and
    /// follow() again.
    void refused(int status, const QString& detail);

private:
    void open();
    void read();
    void ended();
    void lost();
    void drop();
    void deliver(const SseMessage& message);
    void setConnected(bool connected);

    HallAddress m_address;
    StreamPauses m_pauses;
    QNetworkAccessManager* m_network;
    QNetworkReply* m_reply = nullptr;
    QTimer m_retry;
    QTimer m_silence;
    SseParser m_parser;
    QString m_life;
    qint64 m_lastSeq = 0;
    int m_attempt = 0;
    bool m_connected = false;
};

} // namespace starqueue::client
