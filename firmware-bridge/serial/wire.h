#pragma once

#include <firmware-bridge/claim/port_trouble.h>

#include <QByteArray>
#include <QObject>
#include <QString>

namespace starqueue::bridge {

/// What a driver sends bytes through: a serial port, a USB printer, a network connection, or a cable in
/// memory.
///
/// Reopens by itself after a loss, which may be told from within send(). Bytes arrive in order, possibly in
/// pieces, damaged or not at all. Lives on its driver's thread.
class Wire : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Opens as soon as the event loop runs, or as soon as there is something to open.
    virtual void start() = 0;
    /// False when it isn't open. True says nothing about arrival.
    virtual bool send(const QByteArray& bytes) = 0;

signals:
    void opened();
    void lost(const QString& reason);
    void received(const QByteArray& bytes);
    /// It can't be opened; tried again and again, told when the reason changes. opened() ends it.
    void refused(const starqueue::claim::PortTrouble& trouble);
    /// What was sent hasn't begun to leave for a second: the other end holds it up (XOFF, CTS, a full
    /// buffer), and no question can pass. False as soon as anything passes; lost() ends it, too.
    void blockedChanged(bool blocked);
};

} // namespace starqueue::bridge
