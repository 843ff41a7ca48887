#include <firmware-bridge/links/usb_line.h>

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

bool isForLater(int error)
{
    return error == EAGAIN || error == EINTR;
}

bool hungUp(int descriptor)
{
    pollfd events{descriptor, POLLIN, 0};
    return ::poll(&events, 1, 0) > 0 && (events.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

// A terminal in a printer's place would change line ends.
void makeTerminalRaw(int descriptor)
{
    termios settings{};
    if (tcgetattr(descriptor, &settings) != 0)
        return;
    cfmakeraw(&settings);
    tcsetattr(descriptor, TCSANOW, &settings);
}

} // namespace

UsbLine::UsbLine(QString path, QObject* parent)
    : Wire(parent), m_path(std::move(path)), m_retry(this),
      m_blocked([this] { return m_waiting.size(); }, this)
{
    connect(&m_retry, &PortRetry::due, this, &UsbLine::tryOpen);
    connect(&m_retry, &PortRetry::refused, this, &UsbLine::refused);
    connect(&m_blocked, &BlockedWatch::blockedChanged, this, &UsbLine::blockedChanged);
}

void UsbLine::start()
{
    m_retry.now();
}

bool UsbLine::send(const QByteArray& bytes)
{
    if (m_claim.descriptor() < 0)
        return false;
    m_waiting += bytes;
    m_blocked.accepted(bytes.size());
    write();
    return m_claim.descriptor() >= 0;
}

void UsbLine::tryOpen()
{
    auto claim = claim::PortClaim::take(m_path.toStdString());
    if (!claim)
        return m_retry.refuse(claim.error());
    m_claim = std::move(*claim);
    makeTerminalRaw(m_claim.descriptor());
    if (m_claim.readable()) {
        m_canRead = std::make_unique<QSocketNotifier>(m_claim.descriptor(), QSocketNotifier::Read);
        connect(m_canRead.get(), &QSocketNotifier::activated, this, &UsbLine::read);
    }
    m_canWrite = std::make_unique<QSocketNotifier>(m_claim.descriptor(), QSocketNotifier::Write);
    m_canWrite->setEnabled(false);
    connect(m_canWrite.get(), &QSocketNotifier::activated, this, &UsbLine::write);
    m_retry.opened();
    m_blocked.begin();
    emit opened();
}

void UsbLine::read()
{
    std::array<char, 1024> buffer{};
    const ssize_t count = ::read(m_claim.descriptor(), buffer.data(), buffer.size());
    if (count > 0) {
        m_retry.answered();
        emit received(QByteArray(buffer.data(), count));
        return;
    }
    if (count < 0 && isForLater(errno))
        return;
    if (count < 0 && errno == EINVAL) {
        m_canRead->setEnabled(false); // its cable has one direction
        return;
    }
    if (count < 0)
        return lose(QString::fromLocal8Bit(std::strerror(errno)));
    // Some printers answer every question for data with an empty packet.
    if (hungUp(m_claim.descriptor()))
        lose(u"it hung up"_s);
}

void UsbLine::write()
{
    while (!m_waiting.isEmpty()) {
        const ssize_t count =
            ::write(m_claim.descriptor(), m_waiting.constData(), static_cast<size_t>(m_waiting.size()));
        if (count < 0 && !isForLater(errno))
            return lose(QString::fromLocal8Bit(std::strerror(errno)));
        if (count <= 0)
            break;
        m_waiting.remove(0, count);
    }
    m_canWrite->setEnabled(!m_waiting.isEmpty());
}

// The notifiers may be the callers.
void UsbLine::lose(const QString& reason)
{
    for (std::unique_ptr<QSocketNotifier>* notifier : {&m_canRead, &m_canWrite}) {
        if (!*notifier)
            continue;
        (*notifier)->setEnabled(false);
        notifier->release()->deleteLater();
    }
    m_waiting.clear();
    m_blocked.end();
    m_claim.release();
    m_retry.later();
    emit lost(reason);
}

} // namespace starqueue::bridge
