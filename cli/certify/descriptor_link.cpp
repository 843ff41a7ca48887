#include <cli/certify/descriptor_link.h>

#include <firmware-bridge/claim/port_claim.h>

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <map>
#include <utility>

namespace starqueue::certify {

namespace {

using claim::PortTrouble;

constexpr std::string_view kTcp = "tcp:";
constexpr Wait kTakesNothing{10'000};
constexpr Wait kQuiet{50};
constexpr timeval kConnects{5, 0};

bool waitFor(int descriptor, short event, Wait atMost)
{
    pollfd events{descriptor, event, 0};
    return ::poll(&events, 1, static_cast<int>(atMost.count())) > 0 && (events.revents & event) != 0;
}

/// Sends and receives by a descriptor that somebody else opened.
class DescriptorLink : public PrinterLink
{
public:
    bool setBaud(int) override { return false; }

    bool send(std::string_view bytes) override
    {
        while (!bytes.empty()) {
            if (!waitFor(descriptor(), POLLOUT, kTakesNothing))
                return false;
            const ssize_t count = ::write(descriptor(), bytes.data(), bytes.size());
            if (count < 0 && errno != EAGAIN && errno != EINTR)
                return false;
            bytes.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
        }
        return true;
    }

    std::string receive(Wait first) override
    {
        std::string received;
        std::array<char, 512> buffer{};
        while (readable() && waitFor(descriptor(), POLLIN, received.empty() ? first : kQuiet)) {
            const ssize_t count = ::read(descriptor(), buffer.data(), buffer.size());
            if (count <= 0)
                break;
            received.append(buffer.data(), static_cast<std::size_t>(count));
        }
        return received;
    }

protected:
    [[nodiscard]] virtual int descriptor() const = 0;
};

/// A device file: a serial port, or a printer of USB's printer class.
class DeviceLink final : public DescriptorLink
{
public:
    explicit DeviceLink(claim::PortClaim claim) : m_claim(std::move(claim))
    {
        m_isSerial = ::tcgetattr(descriptor(), &m_settings) == 0;
        if (!m_isSerial)
            return;
        ::cfmakeraw(&m_settings);
        m_settings.c_cflag |= CLOCAL | CREAD;
        m_settings.c_cflag &= ~static_cast<tcflag_t>(CRTSCTS | CSTOPB);
        setBaud(9600);
    }

    bool setBaud(int baud) override
    {
        static const std::map<int, speed_t> kSpeeds{{1200, B1200},   {2400, B2400},    {4800, B4800},
                                                    {9600, B9600},   {19200, B19200},  {38400, B38400},
                                                    {57600, B57600}, {115200, B115200}};
        const auto speed = kSpeeds.find(baud);
        if (!m_isSerial || speed == kSpeeds.end())
            return false;
        ::cfsetspeed(&m_settings, speed->second);
        return ::tcsetattr(descriptor(), TCSADRAIN, &m_settings) == 0;
    }

    bool readable() const override { return m_claim.readable(); }

private:
    int descriptor() const override { return m_claim.descriptor(); }

    claim::PortClaim m_claim;
    termios m_settings{};
    bool m_isSerial = false;
};

/// A printer on the network.
class NetworkLink final : public DescriptorLink
{
public:
    explicit NetworkLink(int socket) : m_socket(socket) {}
    ~NetworkLink() override { ::close(m_socket); }

    bool readable() const override { return true; }

private:
    int descriptor() const override { return m_socket; }

    int m_socket;
};

/// "192.0.2.7:9100" or "[2001:db8::7]"; the port may be left out.
std::pair<std::string, std::string> hostAndPort(std::string address)
{
    const std::size_t bracket = address.find(']');
    const std::size_t colon = address.find(':', bracket == std::string::npos ? 0 : bracket);
    std::string port = colon == std::string::npos ? "9100" : address.substr(colon + 1);
    address = address.substr(0, colon);
    if (address.starts_with('[') && address.ends_with(']'))
        address = address.substr(1, address.size() - 2);
    return {address, port};
}

int connected(const addrinfo& address)
{
    const int descriptor =
        ::socket(address.ai_family, address.ai_socktype | SOCK_CLOEXEC, address.ai_protocol);
    // Linux limits connect() by it, too.
    ::setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &kConnects, sizeof kConnects);
    if (::connect(descriptor, address.ai_addr, address.ai_addrlen) == 0)
        return descriptor;
    ::close(descriptor);
    return -1;
}

tl::expected<std::unique_ptr<PrinterLink>, PortTrouble> openNetwork(const std::string& port)
{
    const auto [host, service] = hostAndPort(port.substr(kTcp.size()));
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (const int error = ::getaddrinfo(host.c_str(), service.c_str(), &wanted, &found); error != 0)
        return tl::unexpected(PortTrouble{PortTrouble::Kind::Missing, ::gai_strerror(error)});
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, &::freeaddrinfo);
    int descriptor = -1;
    for (const addrinfo* address = found; address && descriptor < 0; address = address->ai_next)
        descriptor = connected(*address);
    if (descriptor < 0)
        return tl::unexpected(PortTrouble{PortTrouble::Kind::Missing, std::strerror(errno)});
    return std::make_unique<NetworkLink>(descriptor);
}

} // namespace

tl::expected<std::unique_ptr<PrinterLink>, PortTrouble> openLink(const std::string& port)
{
    if (port.starts_with(kTcp))
        return openNetwork(port);
    auto claim = claim::PortClaim::take(port);
    if (!claim)
        return tl::unexpected(claim.error());
    return std::make_unique<DeviceLink>(std::move(*claim));
}

} // namespace starqueue::certify
