#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

namespace starqueue::bridge {

/// What a driver sends bytes through: a serial port, or a cable in memory.
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
};

} // namespace starqueue::bridge
