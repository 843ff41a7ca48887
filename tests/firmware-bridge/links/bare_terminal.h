#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <array>
#include <cstdlib>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace starqueue::bridge::test {

/// The far end of a pseudo-terminal that reads only when it is told to, at a path of the test's own.
class BareTerminal
{
public:
    explicit BareTerminal(QString path) : m_path(std::move(path)) {}
    ~BareTerminal() { unplug(); }

    bool plug()
    {
        m_master = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
        std::array<char, 128> name{};
        if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0 ||
            ::ptsname_r(m_master, name.data(), name.size()) != 0)
            return false;
        termios raw{};
        ::tcgetattr(m_master, &raw);
        ::cfmakeraw(&raw);
        ::tcsetattr(m_master, TCSANOW, &raw);
        return QFile::link(QString::fromLocal8Bit(name.data()), m_path);
    }

    void unplug()
    {
        QFile::remove(m_path);
        if (m_master >= 0)
            ::close(std::exchange(m_master, -1));
    }

    void say(const QByteArray& bytes) const
    {
        [[maybe_unused]] const ssize_t count = ::write(m_master, bytes.constData(), size_t(bytes.size()));
    }

    /// What the other end has set.
    [[nodiscard]] speed_t speed() const
    {
        termios settings{};
        ::tcgetattr(m_master, &settings);
        return ::cfgetospeed(&settings);
    }

    /// What has arrived and wasn't heard before.
    [[nodiscard]] QByteArray hear() const
    {
        QByteArray heard;
        std::array<char, 4096> buffer{};
        for (ssize_t count = 0; (count = ::read(m_master, buffer.data(), buffer.size())) > 0;)
            heard += QByteArray(buffer.data(), count);
        return heard;
    }

private:
    QString m_path;
    int m_master = -1;
};

} // namespace starqueue::bridge::test
