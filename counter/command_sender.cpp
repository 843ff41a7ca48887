#include <counter/command_sender.h>

#include <utility>

namespace starqueue::counter {

using client::Answer;

namespace {
constexpr int kUnauthorized = 401;
constexpr int kForbidden = 403;
constexpr int kNotFound = 404;
constexpr std::chrono::seconds kCommandTimeout{30};
} // namespace

CommandSender::CommandSender(client::HallClient& hall, const QString& counter, client::FaceClock clock,
                             QObject* parent)
    : QObject(parent), m_hall(hall), m_counter(counter), m_clock(std::move(clock)),
      m_takenAt(m_clock.steady() - kSettle)
{}

bool CommandSender::send(const client::api::CounterRequest& request)
{
    const auto now = m_clock.steady();
    if (busy() || now - m_takenAt < kSettle)
        return false;
    m_step = request.step;
    m_takenAt = now;
    ++m_commands;
    emit busyChanged();
    const auto onAnswer = [this](const Answer& answer) {
        m_hall.get(client::api::counterPath(m_counter), this, [this, answer](const Answer& counter) {
            takeCounter(counter);
            const client::api::May done = std::exchange(m_step, client::api::May::Nothing);
            emit busyChanged();
            emit answered(done, answer);
            // What changed while the counter's answer was under way may not be in it.
            if (std::exchange(m_askAgain, false))
                ask();
        });
    };
    m_hall.send(client::api::atCounter(m_counter, request), this, onAnswer, kCommandTimeout,
                client::HallClient::Until::Told);
    return true;
}

void CommandSender::ask()
{
    if (busy()) {
        m_askAgain = true;
        return;
    }
    m_hall.get(client::api::counterPath(m_counter), this,
               [this, commands = m_commands](const Answer& answer) {
                   if (commands == m_commands)
                       takeCounter(answer);
               });
}

void CommandSender::takeCounter(const Answer& answer)
{
    if (answer.ok())
        emit counterChanged(answer.as<client::api::Counter>());
    else if (answer.status == kUnauthorized || answer.status == kForbidden || answer.status == kNotFound)
        emit forbidden(answer);
}

} // namespace starqueue::counter
