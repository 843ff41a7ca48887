#include <hall/nginx/nginx_process.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace starqueue::hall::test {

namespace {

namespace fs = std::filesystem;

constexpr auto kNginx = "/usr/sbin/nginx";
constexpr auto kOpenSsl = "/usr/bin/openssl";

std::string textOf(const fs::path& file)
{
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

void replaceAll(std::string& text, const std::string& from, const std::string& to)
{
    std::size_t at = text.find(from);
    if (at == std::string::npos)
        throw std::runtime_error("site.conf doesn't say: " + from);
    for (; at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// Lines with IPv6, which a machine may not have.
void dropSix(std::string& text)
{
    for (std::size_t at = text.find("    listen [::]"); at != std::string::npos;
         at = text.find("    listen [::]"))
        text.erase(at, text.find('\n', at) + 1 - at);
}

std::string onLoopback(std::uint16_t port)
{
    return "127.0.0.1:" + std::to_string(port);
}

} // namespace

std::string whyNoNginx()
{
    for (const char* program : {kNginx, kOpenSsl})
        if (::access(program, X_OK) != 0)
            return std::string{program} + " is missing: scripts/install-packages.sh installs it";
    return {};
}

NginxProcess::NginxProcess(const Behind& behind)
{
    std::string dir = fs::temp_directory_path() / "starqueue-nginx-XXXXXX";
    if (!::mkdtemp(dir.data()))
        throw std::runtime_error("no folder for nginx");
    m_dir = dir;
    writeSnippets(behind);
    makeCertificate(behind);
    writeSettings(behind);
    start();
}

NginxProcess::~NginxProcess()
{
    ::kill(m_pid, SIGTERM);
    ::waitpid(m_pid, nullptr, 0);
    ::close(m_errors);
    std::error_code error;
    fs::remove_all(m_dir, error);
}

std::string NginxProcess::logs() const
{
    return textOf(m_dir / "access.log") + textOf(m_dir / "error.log");
}

void NginxProcess::writeSnippets(const Behind& behind) const
{
    fs::copy(STARQUEUE_NGINX_SETTINGS, m_dir / "snippets");
    if (!behind.staples)
        return;
    std::string text = textOf(m_dir / "snippets/starqueue-tls.conf");
    for (const std::string line :
         {"ssl_stapling on", "ssl_stapling_verify", "ssl_trusted_certificate", "resolver"})
        replaceAll(text, "# " + line, line);
    replaceAll(text, "/etc/ssl/certs/ca-certificates.crt", certificate());
    std::ofstream(m_dir / "snippets/starqueue-tls.conf") << text;
}

void NginxProcess::makeCertificate(const Behind& behind) const
{
    const std::string command =
        std::string{kOpenSsl} +
        " req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=hall.example.org "
        "-addext subjectAltName=DNS:hall.example.org,DNS:tickets.example.org " +
        (behind.staples ? "-addext 'authorityInfoAccess=OCSP;URI:http://127.0.0.1:9/' " : "") + "-keyout " +
        (m_dir / "certificate.key").string() + " -out " + certificate().string() + " 2>" +
        (m_dir / "openssl.log").string();
    if (std::system(command.c_str()) != 0)
        throw std::runtime_error(textOf(m_dir / "openssl.log"));
}

std::string NginxProcess::site(const Behind& behind) const
{
    std::string text = textOf(fs::path(STARQUEUE_NGINX_SETTINGS) / "site.conf");
    dropSix(text);
    replaceAll(text, "listen 443 ", "listen " + onLoopback(m_tls) + " ");
    replaceAll(text, "listen 80;", "listen " + onLoopback(m_plain) + ";");
    replaceAll(text, "127.0.0.1:8470", onLoopback(behind.hall));
    replaceAll(text, "127.0.0.1:8472", onLoopback(behind.phone));
    for (const char* name : {"hall", "tickets"}) {
        replaceAll(text, std::string{"/etc/ssl/certs/"} + name + ".example.org.pem", certificate());
        replaceAll(text, std::string{"/etc/ssl/private/"} + name + ".example.org.key",
                   m_dir / "certificate.key");
    }
    return text;
}

void NginxProcess::writeSettings(const Behind& behind) const
{
    std::ofstream(m_dir / "site.conf") << site(behind);
    std::ofstream out(m_dir / "nginx.conf");
    out << "daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log stderr notice;\n"
           "events { worker_connections 256; }\nhttp {\naccess_log access.log;\nerror_log error.log info;\n";
    for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
        out << kind << "_temp_path " << kind << ";\n";
    out << "include site.conf;\n}\n";
}

void NginxProcess::start()
{
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    const std::string prefix = m_dir;
    m_pid = ::fork();
    if (m_pid == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        ::dup2(pipe[1], STDERR_FILENO);
        ::execl(kNginx, kNginx, "-e", "stderr", "-p", prefix.c_str(), "-c", "nginx.conf", nullptr);
        ::_exit(127);
    }
    ::close(pipe[1]);
    m_errors = pipe[0];
    awaitListening();
}

/// It names its event method once its sockets listen.
void NginxProcess::awaitListening()
{
    char c = 0;
    while (::read(m_errors, &c, 1) == 1) {
        m_start += c;
        if (c == '\n' && m_start.find("event method") != std::string::npos)
            return;
    }
    throw std::runtime_error("nginx ended: " + m_start);
}

} // namespace starqueue::hall::test
