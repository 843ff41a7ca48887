#include <hall/settings/section_readers.h>

#include <algorithm>
#include <string_view>
#include <system_error>

namespace starqueue::settings {

namespace {

constexpr std::size_t kShortestSecret = 16;

/// "http://host…" or "https://host…", without a user, white space or what isn't ASCII.
bool isWebhookUrl(std::string_view url)
{
    const bool isTls = url.starts_with("https://");
    if (!isTls && !url.starts_with("http://"))
        return false;
    const std::string_view rest = url.substr(isTls ? 8 : 7);
    const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
    const auto isPlain = [](char c) { return c > ' ' && c < '\x7f'; };
    return !host.empty() && host.front() != ':' && host.find('@') == std::string_view::npos &&
           std::ranges::all_of(rest, isPlain);
}

/// "a" of "http://a:80/b", "::1" of "http://[::1]".
std::string hostOf(std::string_view url)
{
    url.remove_prefix(std::min(url.size(), url.find("://") + 3));
    const std::string_view host = url.substr(0, url.find_first_of("/?#"));
    return std::string{host.starts_with('[') ? host.substr(1, host.find(']') - 1)
                                             : host.substr(0, host.find(':'))};
}

bool isReadByOthers(const std::filesystem::path& file)
{
    using std::filesystem::perms;
    std::error_code error;
    const perms mode = std::filesystem::status(file, error).permissions();
    return !error && (mode & (perms::group_all | perms::others_all)) != perms::none;
}

std::string withoutLineEnd(std::string text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    return text;
}

/// Refuses an address that can't be, or that needs more than was said.
void checkUrl(formats::TableReader& webhook, const WebhookSettings& settings)
{
    if (!isWebhookUrl(settings.url))
        webhook.refuse("url", "must be an address such as \"https://cases.example.org/queue\", without a "
                              "user's name");
    else if (!settings.inClear && !hostInClear(settings.url).empty())
        webhook.refuse("url", "would carry visits and ratings over a network in clear: give it https://, or "
                              "write in_clear = true beside it to have it all the same");
}

} // namespace

std::string hostInClear(std::string_view url)
{
    if (!url.starts_with("http://"))
        return {};
    std::string host = hostOf(url);
    return host == "localhost" || isLoopback({host, 0}) ? std::string{} : host;
}

void readWebhook(formats::TableReader& file, WebhookSettings& settings)
{
    file.section("webhook", [&settings](formats::TableReader& webhook) {
        settings.url = webhook.text("url", "");
        settings.secretFile = webhook.text("secret_file", "");
        settings.secretLine = webhook.lineOf("secret_file");
        settings.inClear = webhook.yesNo("in_clear", false);
        if (settings.url.empty())
            return;
        checkUrl(webhook, settings);
        if (settings.secretFile.empty())
            webhook.refuse("secret_file", "must name the file of the secret that signs what is sent");
    });
}

std::optional<formats::SettingProblem>
readWebhookSecret(WebhookSettings& settings, const std::filesystem::path& file, files::Files& files)
{
    const std::filesystem::path place = file.parent_path() / settings.secretFile;
    const auto problem = [&](const std::string& advice) {
        return formats::SettingProblem{file.string(), settings.secretLine, "webhook.secret_file",
                                       '"' + settings.secretFile.string() + '"', advice};
    };
    const auto content = files.read(place);
    if (!content)
        return problem("can't be read (" + content.error().reason +
                       "): make it, of one line, readable by the hall's service alone");
    if (isReadByOthers(place))
        return problem("can be read by others: chmod 600 " + place.string());
    settings.secret = withoutLineEnd(*content);
    if (settings.secret.size() < kShortestSecret)
        return problem("holds too short a secret: at least " + std::to_string(kShortestSecret) +
                       " characters, such as of `openssl rand -hex 32`");
    return {};
}

} // namespace starqueue::settings
