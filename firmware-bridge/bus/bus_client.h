#pragma once

#include <firmware-bridge/bus/bus_schedule.h>
#include <firmware-bridge/claim/port_trouble.h>

#include <QObject>

namespace starqueue::bridge {

/// Speaks Modbus to the devices on one bus: a serial port, or devices in memory.
///
/// At most one request at a time, and only while it is open. A signal may come from within the call that
/// causes it. Lives on its bus's thread.
class BusClient : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Tries once: ends in opened(), refused() or lost().
    virtual void open() = 0;
    /// A request that is under way ends without a signal.
    virtual void close() = 0;
    /// Ends in answered(), failed() or lost(), or never: a pulled cable may go unnoticed, so that the caller
    /// needs a watchdog.
    virtual void request(const BusRequest& request) = 0;

signals:
    void opened();
    /// The port can't be opened.
    void refused(const starqueue::claim::PortTrouble& trouble);
    /// The port can't be opened or used any more; may be repeated. To be followed by close().
    void lost(const QString& reason);
    /// `values` is empty after a write.
    void answered(const QList<quint16>& values);
    /// No whole answer in time, or a refusal.
    void failed();
};

} // namespace starqueue::bridge
