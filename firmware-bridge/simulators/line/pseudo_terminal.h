#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>
#include <QString>

#include <memory>

namespace starqueue::simulators {

/// On a serial line: a start bit, eight of data, a stop bit.
inline constexpr double kBitsAByte = 10;

/// The far end of a serial cable: a pseudo-terminal whose near end appears at `path`.
///
/// unplug() hangs up on whoever has it open and removes the path, as pulling a USB adapter
/// does; plug() makes a new one at the same path. A path left over by a killed simulator is
/// replaced; a path that is a real file is not. Bytes aren't paced: whoever plays a device does that.
class PseudoTerminal : public QObject
{
    Q_OBJECT

public:
    explicit PseudoTerminal(QString path, QObject* parent = nullptr);
    ~PseudoTerminal() override;

    /// Creates the terminal; returns what went wrong in words, or an empty text.
    [[nodiscard]] QString plug();
    void unplug();
    [[nodiscard]] bool plugged() const { return m_master >= 0; }
    [[nodiscard]] const QString& path() const { return m_path; }

    /// Bytes that nobody fetches beyond the kernel's buffer are lost, as on a real wire.
    void write(const QByteArray& bytes);

signals:
    void received(const QByteArray& bytes);

private:
    [[nodiscard]] QString open();
    [[nodiscard]] QString link(const QString& target) const;
    void read();

    QString m_path;
    int m_master = -1;
    int m_slave = -1; ///< held open, so that the master doesn't hang up while nobody else is there
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace starqueue::simulators
