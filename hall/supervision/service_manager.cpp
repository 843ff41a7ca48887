#include <hall/supervision/service_manager.h>

#include <systemd/sd-daemon.h>

#include <arpa/inet.h>
#include <sys/socket.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace starqueue::hall::supervision {

namespace {

settings::Listener listenerNamed(std::string_view name)
{
    return formats::withWord<settings::Listener>(name).value_or(settings::Listener::Address);
}

std::optional<settings::Address> addressOf(int descriptor)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    if (::getsockname(descriptor, reinterpret_cast<sockaddr*>(&storage), &size) != 0)
        return std::nullopt;
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (storage.ss_family == AF_INET) {
        sockaddr_in four{};
        std::memcpy(&four, &storage, sizeof four);
        ::inet_ntop(AF_INET, &four.sin_addr, text.data(), text.size());
        return settings::Address{text.data(), ntohs(four.sin_port)};
    }
    if (storage.ss_family != AF_INET6)
        return std::nullopt;
    sockaddr_in6 six{};
    std::memcpy(&six, &storage, sizeof six);
    ::inet_ntop(AF_INET6, &six.sin6_addr, text.data(), text.size());
    return settings::Address{text.data(), ntohs(six.sin6_port)};
}

tl::expected<std::map<settings::Listener, HandedSocket>, std::string> socketsOf(int count,
                                                                                const char* const* names)
{
    std::map<settings::Listener, HandedSocket> sockets;
    for (int i = 0; i < count; ++i) {
        const int descriptor = SD_LISTEN_FDS_START + i;
        const std::string name = names ? names[i] : "";
        const auto address = addressOf(descriptor);
        if (!address)
            return tl::unexpected(
                "the service manager handed over \"" + name +
                "\", which is no socket of TCP: its unit's ListenStream= must be an address and "
                "a port, such as 127.0.0.1:8470");
        if (!sockets.emplace(listenerNamed(name), HandedSocket{descriptor, *address}).second)
            return tl::unexpected(
                "the service manager handed over a second socket, \"" + name +
                "\", for the same part of the service: FileDescriptorName= of its unit must be "
                "phone or operations, and one socket alone may have another name");
    }
    return sockets;
}

} // namespace

tl::expected<std::map<settings::Listener, HandedSocket>, std::string> takeSockets()
{
    char** names = nullptr;
    const int count = ::sd_listen_fds_with_names(1, &names);
    if (count < 0)
        return tl::unexpected(
            std::string("the sockets that the service manager hands over can't be taken: ") +
            std::strerror(-count));
    auto sockets = socketsOf(count, names);
    for (int i = 0; i < count; ++i)
        std::free(names[i]);
    std::free(names);
    return sockets;
}

void tellReady(const std::string& status)
{
    ::sd_notify(0, ("READY=1\nSTATUS=" + status).c_str());
}

void tellStopping()
{
    ::sd_notify(0, "STOPPING=1");
}

std::optional<std::chrono::microseconds> watchdogPeriod()
{
    std::uint64_t period = 0;
    if (::sd_watchdog_enabled(0, &period) <= 0)
        return std::nullopt;
    return std::chrono::microseconds(period / 2);
}

void tellAlive()
{
    ::sd_notify(0, "WATCHDOG=1");
}

} // namespace starqueue::hall::supervision
