#include <cli/checks/examination.h>

#include <hall/settings/hall_settings.h>

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

void examineUrl(const std::string& key, const std::string& url, const std::string& what,
                std::vector<Finding>& findings)
{
    if (const std::string host = settings::hostInClear(url); !host.empty())
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
