#pragma once

#include <QObject>

namespace starqueue::bridge {

/// SIGHUP as a Qt signal on the event loop. One per process, made after the application.
class ReloadSignal : public QObject
{
    Q_OBJECT

public:
    explicit ReloadSignal(QObject* parent = nullptr);

signals:
    void raised();
};

} // namespace starqueue::bridge
