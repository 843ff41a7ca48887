#include <counter/live_counter.h>

namespace starqueue::counter {

namespace {
constexpr std::chrono::milliseconds kTick{250};

client::HallAddress inWindow(client::HallAddress address)
{
    address.window = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    return address;
}
} // namespace

LiveCounter::LiveCounter(const Setup& setup)
    : m_watch(inWindow(setup.address)), m_claim(m_watch.client(), setup.counter),
      m_model(m_watch.client(), setup.counter, setup.clerk, setup.clock)
{
    QObject::connect(&m_watch, &client::BoardWatch::boardChanged, &m_model,
                     [this] { m_model.takeBoard(m_watch.board()); });
    QObject::connect(&m_watch, &client::BoardWatch::reachableChanged, &m_model,
                     [this] { m_model.setConnected(m_watch.reachable(), m_watch.refusal()); });
    QObject::connect(&m_watch, &client::BoardWatch::event, &m_model, &CounterModel::takeEvent);
    QObject::connect(&m_claim, &WindowClaim::heard, &m_model, &CounterModel::setElsewhere);
    QObject::connect(&m_model, &CounterModel::takeOverWanted, &m_claim, &WindowClaim::takeOver);
    QObject::connect(&m_tick, &QTimer::timeout, &m_model, &CounterModel::tick);
}

void LiveCounter::start()
{
    m_watch.start();
    m_claim.start();
    m_tick.start(kTick);
}

} // namespace starqueue::counter
