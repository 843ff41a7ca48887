#include <cli/checks/examination.h>

#include <hall/settings/hall_settings.h>

#include <curl/curl.h>

#include <memory>

namespace starqueue::cli {

namespace {

using Grade = Finding::Grade;

Finding listenerFinding(settings::Listener listener, const settings::Address& address, bool isAllowed)
{
    const std::string about = "[listen] " + std::string{formats::word(listener)};
    if (isAllowed)
        return {Grade::Note, about,
                toText(address) + " is in clear: whoever is on a network that reaches it reads tokens, "
                                  "passwords and tickets' secret addresses"};
    return {Grade::Bad, about,
            toText(address) +
                " would be in clear, so the service doesn't start: listen on 127.0.0.1 behind a "
                "proxy that gives TLS (docs/tls.md), or name it in in_clear"};
}

/// The host of an http:// address that lies beyond this machine; empty: there is none in clear.
std::string hostInClear(const std::string& url)
{
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parts{curl_url(), &curl_url_cleanup};
    char* text = nullptr;
    if (!url.starts_with("http://") ||
        curl_url_set(parts.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK ||
        curl_url_get(parts.get(), CURLUPART_HOST, &text, 0) != CURLUE_OK)
        return {};
    std::string host{text};
    curl_free(text);
    const bool isSix = host.starts_with('[') && host.ends_with(']');
    const bool isHere =
        host == "localhost" || settings::isLoopback({isSix ? host.substr(1, host.size() - 2) : host, 0});
    return isHere ? std::string{} : host;
}

void examineUrl(const std::string& key, const std::string& url, const std::string& what,
                std::vector<Finding>& findings)
{
    if (const std::string host = hostInClear(url); !host.empty())
        findings.push_back({Grade::Note, key, what + " " + host + " in clear: give it https://"});
}

} // namespace

// What can't be read is said with the settings.
std::vector<Finding> examineClearText(const std::filesystem::path& dir)
{
    const auto settings = settings::readHallSettings(dir / "hall.toml");
    if (!settings)
        return {};
    std::vector<Finding> findings;
    for (const auto& [listener, address] : settings::listenersInClear(settings->listen))
        findings.push_back(listenerFinding(listener, address, settings->listen.inClear.contains(listener)));
    if (findings.empty())
        findings.push_back({Grade::Well, "[listen]", "reached from this machine alone"});
    examineUrl("[hall] public_url", settings->publicUrl.value_or(""),
               "tickets' pages, whose addresses are secrets, go to and from", findings);
    examineUrl("[webhook] url", settings->webhook.url, "what is told goes to", findings);
    return findings;
}

} // namespace starqueue::cli
