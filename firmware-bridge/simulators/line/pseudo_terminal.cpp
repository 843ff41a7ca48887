#include <firmware-bridge/simulators/line/pseudo_terminal.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace starqueue::simulators {

using namespace Qt::StringLiterals;

namespace {

QString lastError(const QString& what)
{
    return u"%1: %2"_s.arg(what, QString::fromLocal8Bit(std::strerror(errno)));
}

void closeOnce(int& descriptor)
{
    if (descriptor >= 0)
        ::close(std::exchange(descriptor, -1));
}

void makeRaw(int terminal)
{
    termios settings{};
    if (tcgetattr(terminal, &settings) != 0)
        return;
    cfmakeraw(&settings);
    tcsetattr(terminal, TCSANOW, &settings);
}

} // namespace

PseudoTerminal::PseudoTerminal(QString path, QObject* parent) : QObject(parent), m_path(std::move(path)) {}

PseudoTerminal::~PseudoTerminal()
{
    unplug();
}

QString PseudoTerminal::plug()
{
    if (plugged())
        return {};
    const QString fault = open();
    if (!fault.isEmpty()) {
        closeOnce(m_slave);
        closeOnce(m_master);
        return fault;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_master, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &PseudoTerminal::read);
    return {};
}

void PseudoTerminal::unplug()
{
    if (!plugged())
        return;
    m_notifier.reset();
    if (QFileInfo(m_path).isSymLink())
        QFile::remove(m_path);
    closeOnce(m_slave);
    closeOnce(m_master);
}

void PseudoTerminal::write(const QByteArray& bytes)
{
    if (plugged()) [[maybe_unused]]
        const ssize_t written = ::write(m_master, bytes.constData(), static_cast<size_t>(bytes.size()));
}

QString PseudoTerminal::open()
{
    m_master = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0)
        return lastError(u"no pseudo-terminal"_s);
    std::array<char, 128> name{};
    if (::ptsname_r(m_master, name.data(), name.size()) != 0)
        return lastError(u"no pseudo-terminal name"_s);
    m_slave = ::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (m_slave < 0)
        return lastError(QString::fromLocal8Bit(name.data()));
    makeRaw(m_slave);
    return link(QString::fromLocal8Bit(name.data()));
}

QString PseudoTerminal::link(const QString& target) const
{
    const QFileInfo there(m_path);
    QDir().mkpath(there.absolutePath());
    if (there.isSymLink())
        QFile::remove(m_path);
    else if (there.exists())
        return u"%1 exists and is no link: a real port isn't replaced"_s.arg(m_path);
    if (!QFile::link(target, m_path))
        return u"%1 can't be made a link to %2"_s.arg(m_path, target);
    return {};
}

void PseudoTerminal::read()
{
    std::array<char, 1024> buffer{};
    const ssize_t count = ::read(m_master, buffer.data(), buffer.size());
    if (count > 0)
        emit received(QByteArray(buffer.data(), count));
}

} // namespace starqueue::simulators
