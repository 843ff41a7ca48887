#pragma once

#include <curl/curl.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace starqueue::hall::test {

/// What was answered over TLS, or why there was no answer. Header names are in lower case.
struct TlsAnswer
{
    CURLcode code = CURLE_OK;
    long status = 0;
    std::map<std::string, std::string> headers;
    std::string body;

    [[nodiscard]] std::string header(const std::string& lowerCaseName) const;
};

/// A client that trusts one certificate, for a name that leads to loopback.
class TlsClient
{
public:
    using Headers = std::vector<std::string>; ///< "Name: value"

    TlsClient(std::string host, std::uint16_t port, std::filesystem::path certificate)
        : m_host(std::move(host)), m_port(port), m_certificate(std::move(certificate))
    {}
    /// "https://hall.example.org:4711"; with `scheme` "http" the client asks in clear.
    [[nodiscard]] std::string origin() const;
    void askInClear() { m_scheme = "http"; }
    /// The versions of TLS that are offered: a CURL_SSLVERSION_… and a CURL_SSLVERSION_MAX_….
    void offerOnly(long least, long greatest) { m_version = least | greatest; }
    void offerCiphers(std::string ofTls12) { m_ciphers = std::move(ofTls12); }
    void trustNobody() { m_certificate = "/dev/null"; }

    [[nodiscard]] TlsAnswer get(const std::string& path, const Headers& headers = {}) const;
    [[nodiscard]] TlsAnswer post(const std::string& path, const std::string& body,
                                 const Headers& headers) const;

private:
    friend class TlsStream;
    using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
    using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

    [[nodiscard]] Handle prepared(const std::string& path) const;
    [[nodiscard]] TlsAnswer send(const std::string& path, const std::string* body,
                                 const Headers& headers) const;

    std::string m_host;
    std::uint16_t m_port;
    std::filesystem::path m_certificate;
    std::string m_scheme = "https";
    std::string m_ciphers = "DEFAULT:@SECLEVEL=0"; ///< else the client itself would refuse an old version
    long m_version = CURL_SSLVERSION_DEFAULT;
};

/// An answer that doesn't end, read as it comes. On one thread.
class TlsStream
{
public:
    TlsStream(const TlsClient& client, const std::string& path, const TlsClient::Headers& headers);
    ~TlsStream();
    TlsStream(const TlsStream&) = delete;
    TlsStream& operator=(const TlsStream&) = delete;

    /// Reads on until `text` has come; false when the stream ended or is 20 s old.
    [[nodiscard]] bool hears(const std::string& text);

private:
    /// False when there is no more.
    bool readOn();

    TlsClient::Handle m_easy;
    TlsClient::List m_headers;
    std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)> m_multi;
    std::string m_heard;
    std::chrono::steady_clock::time_point m_end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
};

} // namespace starqueue::hall::test
