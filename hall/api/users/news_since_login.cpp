#include <hall/api/users/news_since_login.h>

#include <db/security/login_news.h>
#include <time/timestamp.h>

#include <nlohmann/json.hpp>

namespace starqueue::hall {

namespace {

nlohmann::json describeNews(const db::LoginNews& news)
{
    nlohmann::json changes = nlohmann::json::array();
    for (const db::AccountChange& change : news.changes)
        changes.push_back({{"at", time::timestamp(change.at)},
                           {"what", formats::word(change.what)},
                           {"by", change.by},
                           {"detail", change.detail}});
    return {{"lastAt", news.lastAt ? nlohmann::json(time::timestamp(*news.lastAt)) : nlohmann::json(nullptr)},
            {"lastFrom", news.lastFrom},
            {"refused", news.refused},
            {"changes", std::move(changes)}};
}

} // namespace

std::string newsSinceLogin(db::SecurityLog& log, const std::string& name)
{
    const auto lines = log.concerning(name);
    return lines ? describeNews(db::newsFor(name, *lines)).dump() : std::string{};
}

std::string deviceOf(const http::Request& request)
{
    const std::string_view agent = request.header("User-Agent").value_or("");
    const auto says = [agent](std::string_view word) { return agent.find(word) != std::string_view::npos; };
    if (says("Mobi"))
        return says("iPad") ? "tablet" : "telephone";
    if (says("Android") || says("iPad"))
        return "tablet";
    return says("Mozilla/") ? "computer" : "program";
}

} // namespace starqueue::hall
