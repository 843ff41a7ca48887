#include <hall/nginx/tls_client.h>

#include <algorithm>
#include <cctype>

namespace starqueue::hall::test {

namespace {

constexpr long kMostSeconds = 20;

std::size_t takeBody(const char* bytes, std::size_t size, std::size_t count, void* into)
{
    static_cast<std::string*>(into)->append(bytes, size * count);
    return size * count;
}

std::size_t takeHeader(const char* bytes, std::size_t size, std::size_t count, void* into)
{
    const std::string line(bytes, size * count);
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos)
        return size * count;
    std::string name = line.substr(0, colon);
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    const std::size_t from = line.find_first_not_of(' ', colon + 1);
    (*static_cast<std::map<std::string, std::string>*>(into))[name] =
        line.substr(from, line.find_last_not_of("\r\n") + 1 - from);
    return size * count;
}

std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> listed(const TlsClient::Headers& headers)
{
    curl_slist* list = nullptr;
    for (const std::string& header : headers)
        list = curl_slist_append(list, header.c_str());
    return {list, &curl_slist_free_all};
}

} // namespace

std::string TlsAnswer::header(const std::string& lowerCaseName) const
{
    const auto found = headers.find(lowerCaseName);
    return found == headers.end() ? std::string{} : found->second;
}

std::string TlsClient::origin() const
{
    return m_scheme + "://" + m_host + ":" + std::to_string(m_port);
}

TlsAnswer TlsClient::get(const std::string& path, const Headers& headers) const
{
    return send(path, nullptr, headers);
}

TlsAnswer TlsClient::post(const std::string& path, const std::string& body, const Headers& headers) const
{
    return send(path, &body, headers);
}

// CURLOPT_CONNECT_TO in place of a name server: what is verified is the name.
TlsClient::Handle TlsClient::prepared(const std::string& path) const
{
    Handle easy{curl_easy_init(), &curl_easy_cleanup};
    static const List kToLoopback{curl_slist_append(nullptr, "::127.0.0.1:"), &curl_slist_free_all};
    curl_easy_setopt(easy.get(), CURLOPT_CONNECT_TO, kToLoopback.get());
    curl_easy_setopt(easy.get(), CURLOPT_URL, (origin() + path).c_str());
    curl_easy_setopt(easy.get(), CURLOPT_PROXY, "");
    curl_easy_setopt(easy.get(), CURLOPT_CAINFO, m_certificate.c_str());
    curl_easy_setopt(easy.get(), CURLOPT_SSLVERSION, m_version);
    curl_easy_setopt(easy.get(), CURLOPT_SSL_CIPHER_LIST, m_ciphers.c_str());
    curl_easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(easy.get(), CURLOPT_NOSIGNAL, 1L);
    return easy;
}

TlsAnswer TlsClient::send(const std::string& path, const std::string* body, const Headers& headers) const
{
    TlsAnswer answer;
    const Handle easy = prepared(path);
    const List list = listed(headers);
    curl_easy_setopt(easy.get(), CURLOPT_TIMEOUT, kMostSeconds);
    curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, list.get());
    curl_easy_setopt(easy.get(), CURLOPT_HEADERFUNCTION, takeHeader);
    curl_easy_setopt(easy.get(), CURLOPT_HEADERDATA, &answer.headers);
    curl_easy_setopt(easy.get(), CURLOPT_WRITEDATA, &answer.body);
    if (body)
        curl_easy_setopt(easy.get(), CURLOPT_COPYPOSTFIELDS, body->c_str());
    answer.code = curl_easy_perform(easy.get());
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &answer.status);
    return answer;
}

TlsStream::TlsStream(const TlsClient& client, const std::string& path, const TlsClient::Headers& headers)
    : m_easy(client.prepared(path)), m_headers(listed(headers)),
      m_multi(curl_multi_init(), &curl_multi_cleanup)
{
    curl_easy_setopt(m_easy.get(), CURLOPT_HTTPHEADER, m_headers.get());
    curl_easy_setopt(m_easy.get(), CURLOPT_WRITEDATA, &m_heard);
    curl_multi_add_handle(m_multi.get(), m_easy.get());
}

TlsStream::~TlsStream()
{
    curl_multi_remove_handle(m_multi.get(), m_easy.get());
}

bool TlsStream::hears(const std::string& text)
{
    while (m_heard.find(text) == std::string::npos)
        if (!readOn())
            return false;
    return true;
}

// A poll may end without a byte, for a timer of libcurl's. It is short, as libcurl may hold bytes that it has
// decrypted and not given out.
bool TlsStream::readOn()
{
    int running = 0;
    if (curl_multi_perform(m_multi.get(), &running) != CURLM_OK || running == 0)
        return false;
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_end - std::chrono::steady_clock::now());
    constexpr int kLookAgain = 50; // ms
    return left.count() > 0 && curl_multi_poll(m_multi.get(), nullptr, 0, kLookAgain, nullptr) == CURLM_OK;
}

} // namespace starqueue::hall::test
