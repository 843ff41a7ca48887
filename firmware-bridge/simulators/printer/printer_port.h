#pragma once

#include <firmware-bridge/config/bridge_config.h>
#include <firmware-bridge/simulators/line/line_noise.h>
#include <firmware-bridge/simulators/line/pseudo_terminal.h>
#include <firmware-bridge/simulators/printer/simulated_printer.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

namespace starqueue::simulators {

/// A simulated printer on a pseudo-terminal at the port that bridge.toml names, paced at its baud rate.
class PrinterPort : public QObject
{
    Q_OBJECT

public:
    PrinterPort(const bridge::PrinterConfig& config, LineNoise noise, QObject* parent = nullptr);

    [[nodiscard]] QString plug();
    void unplug();
    /// Every byte that reaches it is appended to `path`, as it stands on its paper.
    [[nodiscard]] QString recordTo(const QString& path);

    /// Makes it print another number than it was sent, to show that a test looks at the paper.
    void setWrongNumber(bool wrong) { m_wrongNumber = wrong; }
    /// Makes it print and never answer.
    void setSilent(bool silent) { m_silent = silent; }

    [[nodiscard]] SimulatedPrinter& model() { return m_model; }
    [[nodiscard]] const SimulatedPrinter& model() const { return m_model; }
    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] bool plugged() const { return m_port.plugged(); }
    [[nodiscard]] bool silent() const { return m_silent; }
    [[nodiscard]] const QByteArray& received() const { return m_received; }
    [[nodiscard]] QString recordPath() const { return m_record.fileName(); }

signals:
    /// Something that can be seen has changed.
    void changed();

private:
    void advance();
    void deliver(QByteArray bytes);
    void falsifyNumber(QByteArray& bytes);

    QString m_id;
    int m_baud;
    LineNoise m_noise;
    PseudoTerminal m_port;
    SimulatedPrinter m_model;
    QTimer m_tick;
    QElapsedTimer m_sinceTick;
    QByteArray m_wire;
    QByteArray m_received;
    QFile m_record;
    double m_budget = 0;
    int m_sizeBytes = 0; ///< how far into GS ! the falsifier is
    bool m_largeType = false;
    bool m_wrongNumber = false;
    bool m_silent = false;
    std::size_t m_linesSeen = 0;
};

} // namespace starqueue::simulators
