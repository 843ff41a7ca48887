#include <firmware-bridge/links/tcp_line.h>

#include <sys/ioctl.h>
#include <sys/socket.h>

#include <linux/sockios.h>

#include <utility>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

// TCP's own patience is a quarter of an hour, and TCP_USER_TIMEOUT would also end the connection to a printer
// that takes nothing because it has no paper.
constexpr std::chrono::seconds kUnacknowledged{10};
constexpr std::chrono::seconds kLookEverySecond{1};

int queuedIn(qintptr socket, unsigned long question)
{
    int bytes = 0;
    return ::ioctl(static_cast<int>(socket), question, &bytes) == 0 ? bytes : 0;
}

// Otherwise the kernel goes on sending what waits, and an old ticket comes out when the network is back.
void forgetWhatWaits(qintptr socket)
{
    const linger atOnce{1, 0};
    ::setsockopt(static_cast<int>(socket), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
}

} // namespace

TcpLine::TcpLine(QString host, quint16 port, const Pauses& pauses, QObject* parent)
    : Wire(parent), m_host(std::move(host)), m_port(port), m_socket(this), m_retry(this), m_connecting(this),
      m_idle(this), m_look(this), m_acknowledged(kUnacknowledged),
      m_blocked([this] { return waitingBytes(); }, this)
{
    for (QTimer* timer : {&m_connecting, &m_idle})
        timer->setSingleShot(true);
    m_connecting.setInterval(pauses.connecting);
    m_idle.setInterval(pauses.idle);
    m_look.setInterval(kLookEverySecond);
    connect(&m_retry, &PortRetry::due, this, [this] { connectNow(State::Connecting); });
    connect(&m_retry, &PortRetry::refused, this, &TcpLine::refused);
    connect(&m_connecting, &QTimer::timeout, this, [this] { fail(u"no answer"_s); });
    connect(&m_idle, &QTimer::timeout, this, &TcpLine::sleep);
    connect(&m_look, &QTimer::timeout, this, &TcpLine::lookForPeer);
    connect(&m_blocked, &BlockedWatch::blockedChanged, this, &TcpLine::blockedChanged);
    connect(&m_socket, &QTcpSocket::connected, this, &TcpLine::onConnected);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { fail(m_socket.errorString()); });
    connect(&m_socket, &QTcpSocket::readyRead, this, [this] {
        m_retry.answered();
        m_idle.start();
        emit received(m_socket.readAll());
    });
}

// The socket tells that it closes when the members after it are gone.
TcpLine::~TcpLine()
{
    m_socket.disconnect(this);
}

void TcpLine::start()
{
    m_retry.now();
}

bool TcpLine::send(const QByteArray& bytes)
{
    switch (m_state) {
    case State::Closed:
    case State::Connecting:
        return false;
    case State::Open:
        write(bytes);
        return m_state == State::Open;
    case State::Asleep:
        m_unsent = bytes;
        connectNow(State::Awakening);
        return true;
    case State::Awakening:
        m_unsent += bytes;
        return true;
    }
    return false;
}

void TcpLine::connectNow(State state)
{
    m_state = state;
    m_connecting.start();
    m_socket.connectToHost(m_host, m_port);
}

void TcpLine::onConnected()
{
    m_connecting.stop();
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_retry.opened();
    m_idle.start();
    m_look.start();
    m_acknowledged.clear();
    m_written = 0;
    m_blocked.begin();
    if (std::exchange(m_state, State::Open) == State::Awakening)
        return write(std::exchange(m_unsent, QByteArray()));
    emit opened();
}

void TcpLine::write(const QByteArray& bytes)
{
    m_idle.start();
    m_blocked.accepted(bytes.size());
    m_written += bytes.size();
    m_socket.write(bytes);
}

void TcpLine::fail(const QString& reason)
{
    const State was = std::exchange(m_state, State::Closed);
    m_connecting.stop();
    m_idle.stop();
    m_look.stop();
    m_blocked.end();
    m_unsent.clear();
    const QSignalBlocker quiet(m_socket);
    forgetWhatWaits(m_socket.socketDescriptor());
    m_socket.abort();
    if (was != State::Open && was != State::Awakening)
        return m_retry.refuse({claim::PortTrouble::Kind::Missing, reason.toStdString()});
    m_retry.later();
    emit lost(reason);
}

// What still waits shows that it is not idle.
void TcpLine::sleep()
{
    if (waitingBytes() > 0)
        return m_idle.start();
    m_state = State::Asleep;
    m_look.stop();
    m_blocked.end();
    const QSignalBlocker quiet(m_socket);
    m_socket.disconnectFromHost();
}

void TcpLine::lookForPeer()
{
    const qint64 waiting = unacknowledgedBytes() > 0 ? waitingBytes() : 0;
    if (m_acknowledged.observe(m_written, waiting, steadyNow()))
        fail(u"the network doesn't reach it"_s);
}

// What the program holds, and what the printer's machine hasn't acknowledged.
qint64 TcpLine::waitingBytes() const
{
    return m_socket.bytesToWrite() + queuedIn(m_socket.socketDescriptor(), SIOCOUTQ);
}

// On their way: a printer that closes its window gets none.
qint64 TcpLine::unacknowledgedBytes() const
{
    return queuedIn(m_socket.socketDescriptor(), SIOCOUTQ) -
           queuedIn(m_socket.socketDescriptor(), SIOCOUTQNSD);
}

} // namespace starqueue::bridge
