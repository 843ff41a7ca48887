#include <house/people/clerk.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace starqueue::house {

using nlohmann::json;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

/// How gladly a clerk does each; of what isn't here nothing is done.
const std::map<std::string, std::uint64_t> kWishes{
    {"next", 100}, {"call", 2},    {"recall", 15},  {"start", 80}, {"finish", 60},   {"no-show", 8},
    {"park", 5},   {"unpark", 20}, {"transfer", 9}, {"verify", 4}, {"handover", 12}, {"help", 2},
    {"undo", 2},   {"open", 20},   {"close", 2},    {"pause", 2},  {"resume", 20},   {"walk-in", 2}};

/// Steps that are common enough to be taken back by somebody.
const std::set<std::string> kRegretted{"call", "start", "finish"};

} // namespace

Clerk::Clerk(House& house, HallProgram& hall, const std::string& counter)
    : m_house(house), m_counter(counter), m_client(house, hall, "counter-" + counter),
      m_random(house.random("clerk " + counter))
{
    for (const auto& [action, wish] : kWishes)
        m_house.sometimes().expect("a clerk's " + action);
    for (const std::string& step : kRegretted)
        m_house.sometimes().expect("taken back: " + step);
}

void Clerk::lookSoon()
{
    m_house.agenda().after(m_nextLook + m_random.between(milliseconds{500}, seconds{8}), [this] { look(); });
    m_nextLook = {};
}

void Clerk::look()
{
    m_client.ask("/counters/" + m_counter, [this](const HallReply& answer) {
        if (answer.status == 200)
            act(answer.body);
        else
            lookSoon();
    });
}

void Clerk::act(const json& counter)
{
    const bool takesBack =
        std::exchange(m_regrets, false) && std::ranges::count(counter["may"], json("undo")) > 0;
    const std::string action = takesBack ? "undo" : choose(counter["may"]);
    const json body = action.empty() ? json{} : bodyOf(action, counter);
    if (body.is_null())
        return lookSoon();
    const std::string step = takesBack ? counter["lastStep"].value("step", "") : "";
    m_client.command("/counters/" + m_counter + '/' + action, body,
                     [this, action, step](const HallReply& answer) { onActed(action, step, answer); });
}

void Clerk::onActed(const std::string& action, const std::string& takenBack, const HallReply& answer)
{
    if (answer.status < 300) {
        m_house.sometimes().saw("a clerk's " + action);
        if (kRegretted.contains(takenBack))
            m_house.sometimes().saw("taken back: " + takenBack);
        m_regrets = action != "undo" && m_random.chance(0.06);
        m_nextLook = m_regrets ? std::chrono::nanoseconds{} : timeAfter(action);
    } else if (answer.status == 409 && answer.body.value("code", "") == "too_early") {
        m_nextLook = seconds{20};
    }
    lookSoon();
}

std::string Clerk::choose(const json& may)
{
    std::uint64_t all = 0;
    for (const std::string action : may)
        all += kWishes.contains(action) ? kWishes.at(action) : 0;
    if (all == 0)
        return {};
    std::uint64_t drawn = m_random.below(all);
    for (const std::string action : may) {
        const std::uint64_t wish = kWishes.contains(action) ? kWishes.at(action) : 0;
        if (drawn < wish)
            return action;
        drawn -= wish;
    }
    return {};
}

namespace {

json bodyOfCall(const std::string& action, const json& counter)
{
    if (action == "unpark")
        return counter["parked"].empty() ? json{} : json{{"ticket", counter["parked"][0]["id"]}};
    if (action == "walk-in")
        return {{"service", counter["services"][0]}};
    if (action == "call")
        return counter["next"].is_null() ? json{}
                                         : json{{"number", counter["next"]["number"]}, {"reason", "asked"}};
    return json::object();
}

} // namespace

/// Null: it can't be said what to do it with.
json Clerk::bodyOf(const std::string& action, const json& counter)
{
    if (action == "open" || action == "handover")
        return {{"clerk", anyClerkOf(m_counter)}};
    if (action == "pause" || action == "park")
        return {{"reason", "a while"}};
    if (action == "verify")
        return {{"matches", m_random.chance(0.8)}};
    if (action == "transfer")
        return bodyOfTransfer();
    if (action == "finish")
        return m_random.chance(0.15) ? json{{"skipRating", "no panel"}} : json::object();
    return bodyOfCall(action, counter);
}

/// To another service, to a colleague, or to the head of the line.
json Clerk::bodyOfTransfer()
{
    const std::string service = m_random.chance(0.5) ? "account" : "plans";
    if (m_random.chance(0.6))
        return {{"service", service}};
    if (m_random.chance(0.3))
        return {{"first", true}, {"reason", "has waited enough"}};
    const std::string other = m_counter == "1" ? "2" : "1";
    json colleague{{"first", m_random.chance(0.5)}, {"reason", "knows more"}};
    if (m_random.chance(0.3))
        colleague["counter"] = other;
    else
        colleague["clerk"] = anyClerkOf(other);
    return colleague;
}

/// Mostly the one who is mostly there: who is sent to somebody by name is mostly sent to a counter.
std::string Clerk::anyClerkOf(const std::string& counter)
{
    return "clerk-" + counter + '-' + std::to_string(m_random.chance(0.6) ? 0 : m_random.below(3));
}

std::chrono::nanoseconds Clerk::timeAfter(const std::string& action)
{
    if (action == "start")
        return m_random.between(seconds{15}, seconds{150});
    if (action == "next" || action == "recall")
        return m_random.between(seconds{2}, seconds{15});
    if (action == "pause" || action == "close")
        return m_random.between(seconds{20}, seconds{120});
    return {};
}

} // namespace starqueue::house
