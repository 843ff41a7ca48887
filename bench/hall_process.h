#pragma once

#include <bench/program.h>

#include <support/http_peer.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace starqueue::bench {

/// A hall made by `starqueue init` in a temporary directory, served by the real starqueue-hall on loopback.
/// Throws std::runtime_error when it doesn't get healthy.
class HallProcess
{
public:
    using Prepare = std::function<void(const std::filesystem::path& dir)>;

    /// Counters beyond six are added to hall.toml as copies of the first five, with a token each. `prepare`
    /// may change the directory before the first start.
    explicit HallProcess(int counters = 6, const Prepare& prepare = {});

    /// Ends the service, lets `meanwhile` change the directory and starts it again; until it is healthy.
    std::chrono::duration<double> restart(const Prepare& meanwhile = {});

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] const std::filesystem::path& dir() const { return m_dir.path(); }
    /// The content of tokens/`label`.
    [[nodiscard]] std::string token(const std::string& label) const;
    [[nodiscard]] const Program& program() const { return *m_program; }

private:
    void init() const;
    void addCounter(int number) const;
    void start();
    void awaitHealth() const;

    ScratchDir m_dir;
    std::uint16_t m_port;
    std::optional<Program> m_program;
};

/// A face: a token and a persistent connection. One thread at a time.
class Face
{
public:
    Face(const HallProcess& hall, const std::string& tokenLabel);

    /// Sends a command with a new requestId. `fields` are the other members of the body, such as
    /// `"service":"account"`. Throws when the connection is lost.
    test::HttpAnswer post(const std::string& path, const std::string& fields = {});
    /// The same; throws on any other status.
    test::HttpAnswer must(int status, const std::string& path, const std::string& fields = {});
    test::HttpAnswer get(const std::string& path);

private:
    [[nodiscard]] std::string nextRequestId();

    test::HttpPeer m_peer;
    test::HttpPeer::Headers m_headers;
    std::uint64_t m_face; ///< random, half of every requestId
    std::uint64_t m_requests = 0;
};

} // namespace starqueue::bench
