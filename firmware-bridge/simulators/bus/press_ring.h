#pragma once

#include <firmware-bridge/steady_time.h>

#include <QByteArray>
#include <QString>

#include <deque>
#include <optional>

namespace starqueue::simulators {

using bridge::SteadyTime;

/// A press as a panel keeps it until the host has acknowledged it.
struct KeptPress
{
    int seq = 0;
    int value = 0;
    int token = 0;
    std::optional<SteadyTime> at; ///< none after a restart: the panel has no clock of its own
};

/// A panel's EEPROM: epoch, sequence numbers and the ring buffer of presses, with a CRC. Kept in a file when
/// one is named, otherwise in memory, which outlives a simulated power cut. A damaged image counts as wiped:
/// a new epoch, an empty ring buffer.
class PressRing
{
public:
    /// `epochIfNew`: the epoch after a wipe; must differ from wipe to wipe.
    PressRing(QString file, int epochIfNew);

    /// Keeps a press durably; none when the ring is full.
    [[nodiscard]] std::optional<KeptPress> append(int value, int token, SteadyTime now);
    /// Drops the oldest press if it is exactly this one.
    bool acknowledge(int epoch, int seq);
    /// Simulates a power cut: only what is in the EEPROM stays.
    void restart();

    [[nodiscard]] const KeptPress* oldest() const { return m_presses.empty() ? nullptr : &m_presses.front(); }
    [[nodiscard]] int pending() const { return static_cast<int>(m_presses.size()); }
    [[nodiscard]] bool full() const { return pending() >= kCapacity; }
    [[nodiscard]] int epoch() const { return m_epoch; }
    [[nodiscard]] int head() const { return m_head; }
    [[nodiscard]] int acknowledged() const { return m_acknowledged; }
    [[nodiscard]] int bootCount() const { return m_bootCount; }

    static constexpr int kCapacity = 32;

private:
    [[nodiscard]] QByteArray image() const;
    [[nodiscard]] bool take(const QByteArray& image);
    void wipe();
    void store();

    QString m_file;
    QByteArray m_eeprom;
    int m_newEpoch;
    int m_epoch = 0;
    int m_head = 0;
    int m_acknowledged = 0;
    int m_bootCount = 0;
    std::deque<KeptPress> m_presses;
};

} // namespace starqueue::simulators
