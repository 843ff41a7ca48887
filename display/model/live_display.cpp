#include <display/model/live_display.h>

namespace starqueue::display {

namespace {
constexpr std::chrono::milliseconds kTick{500};
// Well below DisplayModel::kStale, so that numbers go in time also when a cable is pulled silently.
constexpr client::BoardPauses kPauses{.refresh = std::chrono::seconds(4)};
} // namespace

LiveDisplay::LiveDisplay(const Setup& setup)
    : m_watch(setup.address, nullptr, kPauses), m_model(setup.language, setup.place, setup.clock)
{
    QObject::connect(&m_watch, &client::BoardWatch::boardChanged, &m_model,
                     [this] { m_model.takeBoard(m_watch.board()); });
    QObject::connect(&m_watch, &client::BoardWatch::reachableChanged, &m_model,
                     [this] { m_model.setRefusal(m_watch.refusal()); });
    QObject::connect(&m_tick, &QTimer::timeout, &m_model, &DisplayModel::tick);
}

void LiveDisplay::start()
{
    m_watch.start();
    m_tick.start(kTick);
}

} // namespace starqueue::display
