#include <client/events/board_watch.h>

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace starqueue::client {

namespace {
Q_LOGGING_CATEGORY(lcBoard, "starqueue.client.board")
}

BoardWatch::BoardWatch(const HallAddress& address, QObject* parent, BoardPauses pauses,
                       StreamPauses streamPauses)
    : QObject(parent), m_client(address), m_stream(address, nullptr, streamPauses), m_pauses(pauses)
{
    m_ask.setSingleShot(true);
    m_grace.setSingleShot(true);
    m_grace.setInterval(m_pauses.grace);
    connect(&m_ask, &QTimer::timeout, this, &BoardWatch::ask);
    connect(&m_grace, &QTimer::timeout, this, [this] { setReachable(false); });
    connect(&m_stream, &EventStream::connectedChanged, this, &BoardWatch::connectionChanged);
    connect(&m_stream, &EventStream::event, this, [this](const api::Event& news) {
        if (!m_ask.isActive() || m_ask.remainingTimeAsDuration() > m_pauses.gather)
            m_ask.start(m_pauses.gather);
        m_settles = true;
        emit event(news);
    });
    connect(&m_stream, &EventStream::refused, this, [this](int status, const QString& detail) {
        qCWarning(lcBoard) << "the hall refused the event stream:" << status << detail;
        m_following = false;
        m_ask.start(m_pauses.retry);
    });
}

void BoardWatch::start()
{
    ask();
}

void BoardWatch::ask()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_client.get(api::boardPath(), this, [this](const Answer& answer) { take(answer); });
}

void BoardWatch::take(const Answer& answer)
{
    m_asking = false;
    const bool again = std::exchange(m_askAgain, false);
    if (!answer.ok()) {
        m_ask.start(m_pauses.retry);
        if (answer.status == 401 || answer.status == 403)
            setReachable(false, answer.detail);
        else if (m_reachable && !m_grace.isActive())
            m_grace.start();
        return;
    }
    m_board = answer.as<api::Board>();
    askLater(again);
    emit boardChanged();
    if (!m_following || m_stream.life() != m_board.life) {
        m_following = true;
        m_stream.follow(m_board.life, m_board.seq);
    }
    if (m_stream.connected()) {
        m_grace.stop();
        setReachable(true);
    }
}

/// What an event meanwhile wants to be asked soon stays so.
void BoardWatch::askLater(bool again)
{
    if (m_ask.isActive() && m_ask.remainingTimeAsDuration() <= m_pauses.gather)
        return;
    if (again)
        m_ask.start(m_pauses.gather);
    else
        m_ask.start(std::exchange(m_settles, false) ? std::min(m_pauses.settle, m_pauses.refresh)
                                                    : m_pauses.refresh);
}

void BoardWatch::connectionChanged(bool connected)
{
    if (connected)
        ask();
    else if (m_reachable && !m_grace.isActive())
        m_grace.start(); // a stream that comes and goes must not put it off for ever
}

void BoardWatch::setReachable(bool reachable, const QString& refusal)
{
    if (!refusal.isEmpty() && refusal != m_refusal)
        qCWarning(lcBoard) << "the hall refuses this token:" << refusal;
    if (m_reachable == reachable && m_refusal == refusal)
        return;
    m_reachable = reachable;
    m_refusal = refusal;
    emit reachableChanged();
}

} // namespace starqueue::client
