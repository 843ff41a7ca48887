#pragma once

#include <client/hall_client.h>

#include <QObject>
#include <QTimer>

namespace starqueue::counter {

/// Tells the hall every two seconds that this window works the counter, and hears whether another does.
///
/// A hall that knows no heartbeats refuses none. Lives on one thread.
class WindowClaim : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kEvery{2};

    /// `hall`'s address names the window.
    WindowClaim(client::HallClient& hall, QString counter, QObject* parent = nullptr);

    void start();
    /// Takes the counter from the other window.
    void takeOver();

signals:
    /// Whether another window has the counter; after each answer of the hall.
    void heard(bool elsewhere);

private:
    void beat(bool takesOver);

    client::HallClient& m_hall;
    QString m_counter;
    QTimer m_every;
    bool m_asks = false;
    bool m_elsewhere = false;
};

} // namespace starqueue::counter
