#pragma once

#include <firmware-bridge/steady_time.h>

#include <QByteArray>

#include <deque>

namespace starqueue::bridge {

/// Lets long output out in portions that the printer's buffer takes.
///
/// A ticket in dots is many times as long as another. Given to the line at once it keeps every question
/// behind it, and flows on into a printer that has stopped, whose full buffer takes even questions for dots.
/// So at most a portion is under way; questions and other real-time commands overtake the rest, between two
/// commands, but for those within a ticket, which keep their place; nothing goes while the printer can't
/// print; and a command that clears its buffer drops the rest.
/// Output that isn't longer than a portion, as every ticket without dots, passes at once. Pure: time is
/// passed in.
class OutputPacer
{
public:
    /// `buffer` in bytes, `baud` of the line.
    OutputPacer(int buffer, int baud);

    void add(const QByteArray& output);
    /// Whether the printer can't print: only real-time commands go out.
    void hold(bool isHeld) { m_isHeld = isHeld; }
    /// What is to be sent now.
    [[nodiscard]] QByteArray due(SteadyTime now);
    /// Whether due() is to be called again, about every 20 ms.
    [[nodiscard]] bool waits() const { return !m_waiting.empty(); }
    /// Drops what wasn't sent.
    void clear();

    /// Bytes that are under way at most, for a printer with this buffer.
    [[nodiscard]] static int portionFor(int buffer);

private:
    void sent(qsizetype bytes, SteadyTime now);
    [[nodiscard]] bool hasRoomFor(qsizetype bytes, SteadyTime now) const;

    int m_portion;
    int m_baud;
    QByteArray m_urgent;                  ///< goes at once
    std::deque<QByteArray> m_waiting;     ///< whole commands
    std::chrono::microseconds m_idleAt{}; ///< when what was sent has passed the line
    bool m_isHeld = false;
};

} // namespace starqueue::bridge
