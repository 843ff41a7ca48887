#include <hall/service/webhook/poster.h>

#include <curl/curl.h>

#include <atomic>

namespace starqueue::hall {

namespace {

constexpr long kConnectSeconds = 10;
constexpr long kWholeSeconds = 30;

/// The receiver's words aren't needed.
std::size_t drop(const char*, std::size_t size, std::size_t count, void*)
{
    return size * count;
}

int shouldStop(void* stopped, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return *static_cast<const std::atomic<bool>*>(stopped) ? 1 : 0;
}

class CurlPoster final : public Poster
{
public:
    tl::expected<void, std::string> post(const Delivery& delivery) override
    {
        if (!m_curl)
            return tl::unexpected(std::string("no connection can be made"));
        HeaderList headers{nullptr, &curl_slist_free_all};
        for (const std::string& header : delivery.headers)
            headers.reset(curl_slist_append(headers.release(), header.c_str()));
        prepare(delivery, headers.get());
        if (const CURLcode code = curl_easy_perform(m_curl.get()); code != CURLE_OK)
            return tl::unexpected(std::string(curl_easy_strerror(code)));
        long status = 0;
        curl_easy_getinfo(m_curl.get(), CURLINFO_RESPONSE_CODE, &status);
        if (status >= 200 && status < 300)
            return {};
        return tl::unexpected("the receiver answered " + std::to_string(status));
    }

    void stop() override { m_isStopped = true; }

private:
    using HeaderList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

    /// The handle is used again, so that its connection is.
    void prepare(const Delivery& delivery, curl_slist* headers)
    {
        CURL* const curl = m_curl.get();
        curl_easy_reset(curl);
        curl_easy_setopt(curl, CURLOPT_URL, delivery.url.c_str());
        curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(delivery.body.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, delivery.body.c_str());
        curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
        curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
        curl_easy_setopt(curl, CURLOPT_TIMEOUT, kWholeSeconds);
        curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
        curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, shouldStop);
        curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &m_isStopped);
    }

    std::atomic<bool> m_isStopped = false;
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> m_curl{curl_easy_init(), &curl_easy_cleanup};
};

} // namespace

std::unique_ptr<Poster> makeCurlPoster()
{
    return std::make_unique<CurlPoster>();
}

} // namespace starqueue::hall
