#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace starqueue::hall::test {

/// Where the halls are that nginx is put before.
struct Behind
{
    std::uint16_t hall = 0;
    std::uint16_t phone = 0;
    bool staples = false; ///< the lines for OCSP stapling hold, and the certificate names a responder
};

/// Why this machine can't run it; empty: it can.
[[nodiscard]] std::string whyNoNginx();

/// The real nginx with hall/nginx/site.conf on ports of its own, and a certificate that was made for it.
class NginxProcess
{
public:
    /// Returns when it listens. Throws when it doesn't.
    explicit NginxProcess(const Behind& behind);
    /// Ends it and waits.
    ~NginxProcess();
    NginxProcess(const NginxProcess&) = delete;
    NginxProcess& operator=(const NginxProcess&) = delete;

    [[nodiscard]] std::uint16_t tlsPort() const { return m_tls; }
    [[nodiscard]] std::uint16_t plainPort() const { return m_plain; }
    /// The one to trust.
    [[nodiscard]] std::filesystem::path certificate() const { return m_dir / "certificate.pem"; }
    /// All that it has noted until now.
    [[nodiscard]] std::string logs() const;
    /// What it said until it listened.
    [[nodiscard]] const std::string& saidAtStart() const { return m_start; }

private:
    void makeCertificate(const Behind& behind) const;
    void writeSettings(const Behind& behind) const;
    [[nodiscard]] std::string site(const Behind& behind) const;
    void writeSnippets(const Behind& behind) const;
    void start();
    void awaitListening();

    std::filesystem::path m_dir;
    std::uint16_t m_tls = freePort();
    std::uint16_t m_plain = freePort();
    std::string m_start;
    pid_t m_pid = -1;
    int m_errors = -1; ///< its standard error, to its end: it would not outlive a line to nobody
};

} // namespace starqueue::hall::test
