#pragma once

#include <firmware-bridge/config/bridge_config.h>
#include <firmware-bridge/simulators/families/paper/family_printer.h>
#include <firmware-bridge/simulators/line/pseudo_terminal.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <memory>

namespace starqueue::simulators {

/// A printer of some family on a pseudo-terminal at the port that bridge.toml names, paced at its baud rate.
/// One that asks not to be sent to leaves the bytes in the line, since a pseudo-terminal has no CTS.
class FamilyPort : public QObject
{
    Q_OBJECT

public:
    FamilyPort(const bridge::PrinterConfig& config, std::unique_ptr<FamilyPrinter> printer,
               QObject* parent = nullptr);

    [[nodiscard]] QString plug();
    void unplug();
    /// Every byte that reaches it is appended to `path`.
    [[nodiscard]] QString recordTo(const QString& path);
    void touch(Hand hand);
    void endPaperAfter(int lines) { m_printer->endPaperAfter(lines); }

    [[nodiscard]] const FamilyPrinter& printer() const { return *m_printer; }
    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] bool plugged() const { return m_port.plugged(); }

private:
    void advance();

    QString m_id;
    int m_baud;
    PseudoTerminal m_port;
    std::unique_ptr<FamilyPrinter> m_printer;
    QTimer m_tick;
    QElapsedTimer m_sinceTick;
    QByteArray m_wire;
    QFile m_record;
    double m_budget = 0;
};

} // namespace starqueue::simulators
