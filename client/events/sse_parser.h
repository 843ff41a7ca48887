#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace starqueue::client {

/// One message of an event stream.
struct SseMessage
{
    QString event; ///< "message" when the stream named none
    QByteArray id; ///< the last id seen so far; may be empty
    QByteArray data;

    bool operator==(const SseMessage&) const = default;
};

/// Reads text/event-stream (WHATWG HTML, 9.2.6) in pieces of any size.
///
/// Comments, `retry:` and unknown fields are skipped; a message that the stream
/// cut off is never delivered. A message above `kLongest` bytes is an error,
/// after which nothing more is read until reset().
class SseParser
{
public:
    static constexpr qsizetype kLongest = 1 << 20;

    /// Takes the next piece; returns the messages that it completed, in order.
    [[nodiscard]] QList<SseMessage> feed(QByteArrayView piece);

    /// Forgets everything: a new connection begins.
    void reset() { *this = SseParser(); }

    [[nodiscard]] bool failed() const { return m_failed; }

private:
    void takeLine(QList<SseMessage>& complete);
    void takeField(QByteArrayView name, QByteArrayView value);
    void dispatch(QList<SseMessage>& complete);

    QByteArray m_line;
    QByteArray m_event;
    QByteArray m_data;
    QByteArray m_id;
    bool m_hasData = false;
    bool m_afterCr = false;
    bool m_firstLine = true;
    bool m_failed = false;
};

} // namespace starqueue::client
