#include <bench/hall_process.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <random>
#include <stdexcept>
#include <thread>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace starqueue::bench {

namespace fs = std::filesystem;
using test::HttpPeer;

namespace {

constexpr int kCountersOfInit = 6;
constexpr auto kHealthyWithin = std::chrono::seconds(60);
constexpr auto kLoopback = "127.0.0.1";

/// A port that was free a moment ago.
std::uint16_t freePort()
{
    const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    [[maybe_unused]] const int bound = ::bind(probe, reinterpret_cast<sockaddr*>(&address), size);
    ::getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(probe);
    return ntohs(address.sin_port);
}

void runToEnd(const std::string& name, const std::vector<std::string>& arguments, const fs::path& log)
{
    if (Program program(name, arguments, log); program.wait() != 0)
        throw std::runtime_error(name + " " + arguments.front() + " failed, see " + log.string());
}

HttpPeer connected(std::uint16_t port)
{
    auto peer = HttpPeer::connect(kLoopback, port);
    if (!peer)
        throw std::runtime_error(peer.error());
    return std::move(*peer);
}

} // namespace

HallProcess::HallProcess(int counters, const Prepare& prepare) : m_port(freePort())
{
    init();
    for (int number = kCountersOfInit + 1; number <= counters; ++number)
        addCounter(number);
    if (prepare)
        prepare(dir());
    start();
}

std::chrono::duration<double> HallProcess::restart(const Prepare& meanwhile)
{
    m_program->end();
    if (meanwhile)
        meanwhile(dir());
    const auto begin = std::chrono::steady_clock::now();
    start();
    return std::chrono::steady_clock::now() - begin;
}

void HallProcess::start()
{
    m_program.emplace("starqueue-hall",
                      std::vector<std::string>{"--config", dir() / "hall.toml", "--data", dir(), "--listen",
                                               kLoopback + (":" + std::to_string(m_port))},
                      dir() / "hall.log");
    awaitHealth();
}

void HallProcess::init() const
{
    runToEnd("starqueue", {"init", dir()}, dir() / "init.log");
}

void HallProcess::addCounter(int number) const
{
    const std::string id = std::to_string(number);
    std::ofstream settings(dir() / "hall.toml", std::ios::app);
    settings << "\n[[counter]]\nid = \"" << id << "\"\nname = { zh = \"" << id << "号窗口\", en = \"Counter "
             << id << "\" }\nservices = [\"account\", \"plans\", \"payments\", \"sim\", \"business\"]\n";
    runToEnd("starqueue",
             {"token", "add", "--data", dir(), "--role", "clerk", "--for", id, "--file",
              dir() / "tokens" / ("counter-" + id)},
             dir() / "init.log");
}

void HallProcess::awaitHealth() const
{
    const auto until = std::chrono::steady_clock::now() + kHealthyWithin;
    while (std::chrono::steady_clock::now() < until) {
        if (auto peer = HttpPeer::connect(kLoopback, m_port))
            if (const auto answer = peer->request("GET", "/healthz"); answer && answer->status == 200)
                return;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    throw std::runtime_error("starqueue-hall doesn't get healthy, see " + (dir() / "hall.log").string());
}

std::string HallProcess::token(const std::string& label) const
{
    std::ifstream in(dir() / "tokens" / label);
    std::string text;
    if (!std::getline(in, text))
        throw std::runtime_error("no token for " + label);
    return text;
}

Face::Face(const HallProcess& hall, const std::string& tokenLabel)
    : m_peer(connected(hall.port())), m_headers{{"Authorization", "Bearer " + hall.token(tokenLabel)}},
      m_face((std::uint64_t{std::random_device{}()} << 32U) | std::random_device{}())
{}

std::string Face::nextRequestId()
{
    std::array<char, 37> text{};
    std::snprintf(text.data(), text.size(), "%08x-%04x-%04x-8000-%012llx",
                  static_cast<unsigned>(m_face >> 32U), static_cast<unsigned>(m_face >> 16U & 0xFFFFU),
                  static_cast<unsigned>(m_face & 0x0FFFU) | 0x4000U,
                  static_cast<unsigned long long>(++m_requests));
    return text.data();
}

test::HttpAnswer Face::post(const std::string& path, const std::string& fields)
{
    const std::string body =
        "{\"requestId\":\"" + nextRequestId() + "\"" + (fields.empty() ? "" : ",") + fields + "}";
    auto answer = m_peer.request("POST", "/api/v1" + path, body, m_headers);
    if (!answer)
        throw std::runtime_error("POST " + path + ": " + answer.error());
    return std::move(*answer);
}

test::HttpAnswer Face::must(int status, const std::string& path, const std::string& fields)
{
    auto answer = post(path, fields);
    if (answer.status != status)
        throw std::runtime_error("POST " + path + ": " + std::to_string(answer.status) + " " + answer.body);
    return answer;
}

test::HttpAnswer Face::get(const std::string& path)
{
    auto answer = m_peer.request("GET", "/api/v1" + path, {}, m_headers);
    if (!answer)
        throw std::runtime_error("GET " + path + ": " + answer.error());
    return std::move(*answer);
}

} // namespace starqueue::bench
