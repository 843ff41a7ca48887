#pragma once

#include <client/face/face_clock.h>
#include <client/hall_client.h>

#include <QObject>

namespace starqueue::counter {

/// Sends one counter's commands, one at a time, and asks how the counter stands.
///
/// A command is taken only when none is under way and the one before it was
/// taken at least kSettle ago: the second half of a double press does nothing,
/// however fast the hall answers. Each command taken ends in exactly one
/// answered(), after the counter was asked for anew. Lives on one thread.
class CommandSender : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kSettle{300};

    CommandSender(client::HallClient& hall, const QString& counter, client::FaceClock clock,
                  QObject* parent = nullptr);

    /// False: not taken, nothing is sent.
    bool send(const client::api::CounterRequest& request);
    /// Asks how the counter stands, after the command under way if there is one; an answer that a
    /// command has overtaken is dropped.
    void ask();

    [[nodiscard]] bool busy() const { return m_step != client::api::May::Nothing; }
    /// Since when the command under way has been sent, in steady time.
    [[nodiscard]] std::chrono::milliseconds takenAt() const { return m_takenAt; }

signals:
    void busyChanged();
    void counterChanged(const starqueue::client::api::Counter& counter);
    /// The hall refuses this counter to this token (401, 403) or doesn't have it (404).
    void forbidden(const starqueue::client::Answer& answer);
    void answered(starqueue::client::api::May step, const starqueue::client::Answer& answer);

private:
    void takeCounter(const client::Answer& answer);

    client::HallClient& m_hall;
    QString m_counter;
    client::FaceClock m_clock;
    client::api::May m_step = client::api::May::Nothing; ///< of the command under way
    std::chrono::milliseconds m_takenAt;
    int m_commands = 0;
    bool m_askAgain = false;
};

} // namespace starqueue::counter
