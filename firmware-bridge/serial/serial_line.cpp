#include <firmware-bridge/serial/serial_line.h>

#include <sys/ioctl.h>
#include <termios.h>

#include <utility>

namespace starqueue::bridge {

namespace {

QSerialPort::FlowControl flowControl(SerialSettings::Flow flow)
{
    switch (flow) {
    case SerialSettings::Flow::RtsCts:
        return QSerialPort::HardwareControl;
    case SerialSettings::Flow::XonXoff:
        return QSerialPort::SoftwareControl;
    case SerialSettings::Flow::None:
        break;
    }
    return QSerialPort::NoFlowControl;
}

// Qt's SoftwareControl sets IXANY, with which any byte from the printer restarts output, and IXOFF.
void mendSoftwareFlow(int handle)
{
    termios settings{};
    if (tcgetattr(handle, &settings) != 0)
        return;
    settings.c_iflag &= ~static_cast<tcflag_t>(IXANY | IXOFF);
    tcsetattr(handle, TCSANOW, &settings);
}

} // namespace

SerialLine::SerialLine(SerialSettings settings, QObject* parent)
    : Wire(parent), m_settings(std::move(settings)), m_port(this), m_retry(this),
      m_blocked([this] { return waitingBytes(); }, this)
{
    connect(&m_retry, &PortRetry::due, this, &SerialLine::tryOpen);
    connect(&m_retry, &PortRetry::refused, this, &SerialLine::refused);
    connect(&m_port, &QSerialPort::errorOccurred, this, &SerialLine::onError);
    connect(&m_blocked, &BlockedWatch::blockedChanged, this, &SerialLine::blockedChanged);
    connect(&m_port, &QSerialPort::readyRead, this, [this] {
        m_retry.answered();
        emit received(m_port.readAll());
    });
}

void SerialLine::start()
{
    m_retry.now();
}

bool SerialLine::send(const QByteArray& bytes)
{
    if (!m_port.isOpen() || m_port.write(bytes) != bytes.size())
        return false;
    m_blocked.accepted(bytes.size());
    return true;
}

void SerialLine::tryOpen()
{
    auto claim = claim::PortClaim::take(m_settings.path.toStdString());
    if (!claim)
        return m_retry.refuse(claim.error());
    m_port.setPortName(m_settings.path);
    m_port.setBaudRate(m_settings.baud);
    m_port.setDataBits(QSerialPort::Data8);
    m_port.setParity(QSerialPort::NoParity);
    m_port.setStopBits(QSerialPort::OneStop);
    m_port.setFlowControl(flowControl(m_settings.flow));
    if (!m_port.open(QIODevice::ReadWrite))
        return m_retry.refuse({claim::PortTrouble::Kind::Failed, m_port.errorString().toStdString()});
    if (m_settings.flow == SerialSettings::Flow::XonXoff)
        mendSoftwareFlow(m_port.handle());
    m_claim = std::move(*claim);
    m_retry.opened();
    m_blocked.begin();
    emit opened();
}

// What the program holds, and what the kernel does.
qint64 SerialLine::waitingBytes() const
{
    int inKernel = 0;
    if (::ioctl(m_port.handle(), TIOCOUTQ, &inKernel) != 0)
        inKernel = 0;
    return m_port.bytesToWrite() + inKernel;
}

void SerialLine::onError(QSerialPort::SerialPortError error)
{
    // Modem lines and odd settings fail on pseudo-terminals and some adapters; only these three mean a lost
    // port.
    if (error != QSerialPort::ReadError && error != QSerialPort::WriteError &&
        error != QSerialPort::ResourceError)
        return;
    if (m_port.isOpen())
        lose(m_port.errorString());
}

void SerialLine::lose(const QString& reason)
{
    m_port.close();
    m_claim.release();
    m_blocked.end();
    m_retry.later();
    emit lost(reason);
}

} // namespace starqueue::bridge
