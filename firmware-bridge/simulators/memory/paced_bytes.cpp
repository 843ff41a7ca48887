#include <firmware-bridge/simulators/memory/paced_bytes.h>

#include <firmware-bridge/simulators/line/pseudo_terminal.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace starqueue::simulators {

namespace {

constexpr double kPieceMs = 10;

} // namespace

PacedBytes::PacedBytes(int baud, bridge::SteadyClock clock, QObject* parent)
    : QObject(parent), m_bytesAMs(baud / kBitsAByte / 1000), m_clock(clock), m_next(this)
{
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, this, &PacedBytes::deliver);
}

void PacedBytes::send(const QByteArray& bytes)
{
    const auto most = std::max<qsizetype>(1, static_cast<qsizetype>(kPieceMs * m_bytesAMs));
    m_freeAt = std::max(m_freeAt, static_cast<double>(m_clock().count()));
    for (qsizetype at = 0; at < bytes.size(); at += most) {
        const QByteArray piece = bytes.mid(at, most);
        m_freeAt += static_cast<double>(piece.size()) / m_bytesAMs;
        const bridge::SteadyTime due = bridge::SteadyTime(static_cast<qint64>(std::ceil(m_freeAt))) + m_delay;
        m_pieces.push_back({m_pieces.empty() ? due : std::max(due, m_pieces.back().due), piece});
    }
    wait();
}

void PacedBytes::clear()
{
    m_pieces.clear();
    m_next.stop();
    m_freeAt = 0;
}

// A receiver may send or clear: nothing is held over a signal.
void PacedBytes::deliver()
{
    while (!m_pieces.empty() && m_pieces.front().due <= m_clock()) {
        const Piece piece = std::move(m_pieces.front());
        m_pieces.pop_front();
        emit arrived(piece.bytes);
    }
    wait();
}

void PacedBytes::wait()
{
    if (!m_pieces.empty())
        m_next.start(std::max(m_pieces.front().due - m_clock(), std::chrono::milliseconds(0)));
}

} // namespace starqueue::simulators
