#pragma once

#include <client/hall_client.h>

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace starqueue::bridge {

/// Tells the hall how each device is: transitions only, the latest one wins.
///
/// What couldn't be told while the hall was away is told when it is back. In the first seconds
/// of a run "offline" isn't told: a port that is just being opened is no transition. Lives on
/// one thread.
class DeviceStateReporter : public QObject
{
    Q_OBJECT

public:
    explicit DeviceStateReporter(client::HallClient& hall, QObject* parent = nullptr);

    /// `state` as in PUT /devices/{id}/state, without requestId.
    void set(const QString& device, const QJsonObject& state);
    void forget(const QString& device);
    /// The hall can be reached (again) and may not know what we told it before.
    void tellAll();

private:
    void tell(const QString& device);
    void tellOutstanding();

    client::HallClient& m_hall;
    QTimer m_starting;
    QHash<QString, QJsonObject> m_wanted;
    QHash<QString, QJsonObject> m_told;
    QHash<QString, QJsonObject> m_inFlight;
};

} // namespace starqueue::bridge
