#include <counter/window/window_claim.h>

#include <client/api/heartbeat.h>

#include <utility>

namespace starqueue::counter {

WindowClaim::WindowClaim(client::HallClient& hall, QString counter, QObject* parent)
    : QObject(parent), m_hall(hall), m_counter(std::move(counter))
{
    connect(&m_every, &QTimer::timeout, this, [this] { beat(false); });
}

void WindowClaim::start()
{
    m_every.start(kEvery);
    beat(false);
}

void WindowClaim::takeOver()
{
    beat(true);
}

void WindowClaim::beat(bool takesOver)
{
    if (m_asks && !takesOver)
        return;
    m_asks = true;
    const client::api::WindowBeat beat{m_counter, QString::fromLatin1(m_hall.address().window), takesOver,
                                       m_elsewhere};
    m_hall.send(
        client::api::heartbeat(beat), this,
        [this](const client::Answer& answer) {
            m_asks = false;
            if (answer.unreachable())
                return;
            m_elsewhere = answer.problem() == client::api::ProblemCode::CounterInUse;
            emit heard(m_elsewhere);
        },
        kEvery);
}

} // namespace starqueue::counter
