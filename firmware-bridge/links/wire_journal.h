#pragma once

#include <firmware-bridge/links/wire_mask.h>
#include <firmware-bridge/steady_time.h>

#include <QDateTime>

#include <deque>

namespace starqueue::bridge {

/// What went over a printer's wire in the last minutes, for whoever looks for a fault; without personal data.
///
/// Masked before it is kept. Bounded in time and size: the oldest goes first. On one thread.
class WireJournal
{
public:
    struct Limits
    {
        std::chrono::milliseconds age = std::chrono::minutes(10);
        qsizetype characters = 64 * 1024;
    };

    WireJournal() : WireJournal(Limits()) {}
    explicit WireJournal(const Limits& limits) : m_limits(limits) {}

    void sent(const QByteArray& bytes, SteadyTime at);
    void received(const QByteArray& bytes, SteadyTime at);
    /// A command that was begun before doesn't go on.
    void opened(SteadyTime at);
    /// Something about the wire itself: "lost: …".
    void noted(const QString& what, SteadyTime at);

    /// One line an entry, oldest first, in ASCII: "2026-11-29T19:47:33.123Z > 10 04 01", "<" what came, "-" a
    /// note. The newest that fit into kLongestText. `now` and `wallNow` are the same instant.
    [[nodiscard]] QByteArray text(SteadyTime now, const QDateTime& wallNow) const;

    static constexpr qsizetype kLongestText = 48 * 1024;

private:
    struct Entry
    {
        SteadyTime at{};
        char16_t mark = u'-';
        QString shown;
    };

    void add(Entry entry);
    [[nodiscard]] std::deque<Entry>::const_iterator firstToTell() const;

    Limits m_limits;
    SentMask m_sentMask;
    ReceivedMask m_receivedMask;
    std::deque<Entry> m_entries;
    qsizetype m_characters = 0;
};

} // namespace starqueue::bridge
