#include <counter/command_lane.h>

#include <utility>

namespace starqueue::counter {

using client::Answer;

namespace {
constexpr int kUnauthorized = 401;
constexpr int kForbidden = 403;
constexpr int kNotFound = 404;
} // namespace

CommandLane::CommandLane(client::HallClient& hall, const QString& counter, client::FaceClock clock,
                         QObject* parent)
    : QObject(parent), m_hall(hall),
      m_path(QStringLiteral("/counters/") + QString::fromLatin1(QUrl::toPercentEncoding(counter))),
      m_clock(std::move(clock)), m_takenAt(m_clock.steady() - kSettle)
{}

bool CommandLane::send(const QString& verb, const QJsonObject& body)
{
    const auto now = m_clock.steady();
    if (busy() || now - m_takenAt < kSettle)
        return false;
    m_verb = verb;
    m_takenAt = now;
    ++m_commands;
    emit busyChanged();
    m_hall.post(m_path + QLatin1Char('/') + verb, body, this, [this](const Answer& answer) {
        m_hall.get(m_path, this, [this, answer](const Answer& counter) {
            takeCounter(counter);
            const QString verbDone = std::exchange(m_verb, {});
            emit busyChanged();
            emit answered(verbDone, answer);
            // What changed while the counter's answer was under way may not be in it.
            if (std::exchange(m_askAgain, false))
                ask();
        });
    });
    return true;
}

void CommandLane::ask()
{
    if (busy()) {
        m_askAgain = true;
        return;
    }
    m_hall.get(m_path, this, [this, commands = m_commands](const Answer& answer) {
        if (commands == m_commands)
            takeCounter(answer);
    });
}

void CommandLane::takeCounter(const Answer& answer)
{
    if (answer.ok())
        emit counterChanged(answer.object());
    else if (answer.status == kUnauthorized || answer.status == kForbidden || answer.status == kNotFound)
        emit forbidden(answer.detail);
}

} // namespace starqueue::counter
