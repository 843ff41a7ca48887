#pragma once

#include <cli/certify/scripted_printer.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <string>
#include <thread>

namespace starqueue::certify::test {

/// A scripted printer on a port of this computer, for one client after the other.
class NetworkPrinter
{
public:
    explicit NetworkPrinter(ScriptedPrinter& printer) : m_printer(printer)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        m_listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        ::bind(m_listening, reinterpret_cast<sockaddr*>(&address), length);
        ::listen(m_listening, 1);
        ::getsockname(m_listening, reinterpret_cast<sockaddr*>(&address), &length);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    NetworkPrinter(const NetworkPrinter&) = delete;
    NetworkPrinter& operator=(const NetworkPrinter&) = delete;
    ~NetworkPrinter()
    {
        m_isOver = true;
        m_thread.join();
        ::close(m_listening);
    }

    [[nodiscard]] std::string place() const { return "tcp:127.0.0.1:" + std::to_string(m_port); }
    [[nodiscard]] int clients() const { return m_clients; }

private:
    static bool isReadable(int descriptor)
    {
        constexpr int kLooksAgain = 20; // ms
        pollfd events{descriptor, POLLIN, 0};
        return ::poll(&events, 1, kLooksAgain) > 0;
    }
    void serve()
    {
        while (!m_isOver) {
            if (!isReadable(m_listening))
                continue;
            const int client = ::accept(m_listening, nullptr, nullptr);
            ++m_clients;
            serve(client);
            ::close(client);
        }
    }
    void serve(int client)
    {
        std::array<char, 4096> buffer{};
        while (!m_isOver) {
            if (!isReadable(client))
                continue;
            const ssize_t count = ::read(client, buffer.data(), buffer.size());
            if (count <= 0)
                return;
            m_printer.send({buffer.data(), static_cast<std::size_t>(count)});
            const std::string answer = m_printer.receive(Wait{2000});
            if (!answer.empty())
                (void)::send(client, answer.data(), answer.size(), MSG_NOSIGNAL);
        }
    }

    ScriptedPrinter& m_printer;
    int m_listening = -1;
    int m_port = 0;
    std::atomic<bool> m_isOver{false};
    std::atomic<int> m_clients{0};
    std::thread m_thread;
};

} // namespace starqueue::certify::test
