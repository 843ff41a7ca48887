#include <cli/checks/hall_access.h>

#include <hall/settings/hall_settings.h>

#include <nlohmann/json.hpp>

#include <curl/curl.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <random>

namespace starqueue::cli {

namespace {

std::size_t take(const char* bytes, std::size_t size, std::size_t count, void* into)
{
    static_cast<std::string*>(into)->append(bytes, size * count);
    return size * count;
}

/// A service listens on "0.0.0.0" or "::", but a client can't connect to them.
settings::Address reachable(settings::Address address)
{
    if (address.host == "0.0.0.0")
        address.host = "127.0.0.1";
    if (address.host == "::")
        address.host = "::1";
    return address;
}

std::string refusal(long status, const std::string& body)
{
    const auto problem = nlohmann::json::parse(body, nullptr, false);
    std::string text = "the hall answered " + std::to_string(status);
    if (problem.is_object() && problem.contains("detail") && problem["detail"].is_string())
        text += ": " + problem["detail"].get<std::string>();
    return text;
}

using Curl = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Fields = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void prepare(CURL* curl, const std::string& url, const Fields& fields, std::string& body)
{
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, fields.get());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 30L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
}

/// A random UUID.
std::string newRequestId()
{
    std::random_device random;
    std::string id = "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx";
    for (char& digit : id)
        if (digit == 'x')
            digit = "0123456789abcdef"[random() % 16];
    return id;
}

/// GETs, or POSTs `command` if there is one.
tl::expected<std::string, std::string> exchange(const HallAccess& hall, const std::string& path,
                                                const std::string* command)
{
    const Curl curl{curl_easy_init(), &curl_easy_cleanup};
    const std::string bearer = "Authorization: Bearer " + hall.token;
    const Fields fields{curl_slist_append(nullptr, bearer.c_str()), &curl_slist_free_all};
    curl_slist_append(fields.get(), "Content-Type: application/json");
    std::string body;
    prepare(curl.get(), hall.url + path, fields, body);
    if (command)
        curl_easy_setopt(curl.get(), CURLOPT_COPYPOSTFIELDS, command->c_str());
    if (const CURLcode code = curl_easy_perform(curl.get()); code != CURLE_OK)
        return tl::unexpected("can't reach the hall at " + hall.url + ": " + curl_easy_strerror(code) +
                              "; is starqueue-hall running?");
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status < 200 || status > 299)
        return tl::unexpected(refusal(status, body));
    return body;
}

tl::expected<nlohmann::json, std::string> shaped(const HallAccess& hall, const std::string& body, Shape shape)
{
    auto answer = nlohmann::json::parse(body, nullptr, false);
    const auto isObject = [](const nlohmann::json& one) { return one.is_object(); };
    if (shape == Shape::Object ? answer.is_object()
                               : answer.is_array() && std::ranges::all_of(answer, isObject))
        return answer;
    return tl::unexpected(noHallAt(hall.url));
}

} // namespace

tl::expected<HallAccess, std::string> hallIn(const std::filesystem::path& data, const std::string& role)
{
    const auto settings = settings::readHallSettings(data / "hall.toml");
    if (!settings)
        return tl::unexpected(formats::errorMessage(settings.error()));
    return hallAt("http://" + settings::toText(reachable(settings->listen.main)), data / "tokens" / role);
}

tl::expected<HallAccess, std::string> hallAt(std::string url, const std::filesystem::path& tokenFile)
{
    while (url.ends_with('/'))
        url.pop_back();
    std::string token;
    if (std::ifstream in(tokenFile); !std::getline(in, token) || token.empty())
        return tl::unexpected("can't read a token from " + tokenFile.string());
    return HallAccess{std::move(url), std::move(token)};
}

tl::expected<std::string, std::string> fetch(const HallAccess& hall, const std::string& path)
{
    return exchange(hall, path, nullptr);
}

std::string noHallAt(const std::string& url)
{
    return "another program answers at " + url +
           ", and no hall: end it, or give the hall another [listen] address";
}

std::string textField(const nlohmann::json& object, const char* field)
{
    const auto found = object.find(field);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

tl::expected<nlohmann::json, std::string> fetchJson(const HallAccess& hall, const std::string& path,
                                                    Shape shape)
{
    return fetch(hall, path).and_then([&](const std::string& body) { return shaped(hall, body, shape); });
}

tl::expected<nlohmann::json, std::string> command(const HallAccess& hall, const std::string& path,
                                                  const nlohmann::json& fields)
{
    auto body = fields;
    body["requestId"] = newRequestId();
    const std::string text = body.dump();
    return exchange(hall, path, &text)
        .and_then([&](const std::string& answer) -> tl::expected<nlohmann::json, std::string> {
            return answer.empty() ? nlohmann::json::object() : shaped(hall, answer, Shape::Object);
        });
}

} // namespace starqueue::cli
