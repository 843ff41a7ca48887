#include <house/face_checks/screen_checkers.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <sstream>

namespace starqueue::house {

using std::chrono::seconds;

namespace {

constexpr std::array kEnds{"service_started",  "service_finished", "ticket_no_show",
                           "ticket_requeued",  "ticket_parked",    "ticket_transferred",
                           "ticket_cancelled", "ticket_unserved",  "ticket_served_by_hand"};
constexpr auto kSeen = seconds{5};
constexpr auto kStaleInAStorm = seconds{25}; ///< a question's timeout, the screen's own, and a tick
constexpr auto kNewsInACalm = seconds{1};    ///< the screen may hear of a new call before staff does
constexpr auto kNewsInAStorm = seconds{16};

bool isNews(const Fact& fact)
{
    return fact.is("duty-manager", "heard");
}

bool endsCall(const Fact& news)
{
    return std::ranges::count(kEnds, news.text("event")) > 0;
}

/// A text of the event that was heard; empty: it has none. Events are many, so that they aren't parsed.
std::string newsText(const Fact& news, std::string_view field)
{
    const std::string data = news.text("data");
    const std::string name = '"' + std::string{field} + "\":\"";
    const auto at = data.find(name);
    const auto begin = at + name.size();
    return at == data.npos ? std::string{} : data.substr(begin, data.find('"', begin) - begin);
}

std::int64_t newsFigure(const Fact& news, std::string_view field)
{
    const std::string data = news.text("data");
    const std::string name = '"' + std::string{field} + "\":";
    const auto at = data.find(name);
    return at == data.npos ? 0 : std::strtoll(data.c_str() + at + name.size(), nullptr, 10);
}

/// Who was called stands there again. After a transfer or parking nobody knows from the news alone; it may.
bool bringsCallBack(const Fact& news)
{
    if (news.text("event") != "step_undone")
        return false;
    const std::string step = newsText(news, "step");
    return step == "start" || step == "no-show" || step == "park" || step == "transfer" || step == "cancel";
}

bool showsNow(DisplayFace& screen, const std::string& number)
{
    return std::ranges::any_of(screen.shown(), [&](const ShownCall& call) { return call.number == number; });
}

} // namespace

void CallsOfTheHall::take(const Fact& fact)
{
    if (fact.is("weather", "calm begins")) {
        m_isCalm = true;
        m_calmSince = m_house.agenda().now();
    } else if (fact.is("weather", "calm ends")) {
        m_isCalm = false;
    } else if (isNews(fact)) {
        m_number = newsText(fact, "number");
        ++m_news[m_number];
        if (fact.text("event") == "ticket_called")
            m_called[m_number].insert(newsText(fact, "ticket"));
        else if (bringsCallBack(fact))
            m_called[m_number].insert(newsText(fact, "ticket"));
        else if (endsCall(fact))
            m_called[m_number].erase(newsText(fact, "ticket"));
    }
}

std::string CallsOfTheHall::calledBy(const Fact& fact)
{
    return isNews(fact) && fact.text("event") == "ticket_called" ? m_number : std::string{};
}

std::string CallsOfTheHall::endedBy(const Fact& fact)
{
    return isNews(fact) && endsCall(fact) ? m_number : std::string{};
}

void CallsAreShown::onFact(const Fact& fact)
{
    m_calls.take(fact);
    if (fact.is(m_screen.name(), "shows")) {
        onShown(fact.text("numbers"));
    } else if (fact.is(m_screen.name(), "calls out")) {
        m_calledOut[fact.text("number")] = m_house.agenda().now();
    } else if (const std::string number = m_calls.calledBy(fact); !number.empty()) {
        onCall(number);
    }
}

// What stood there until now was seen, too.
void CallsAreShown::onShown(const std::string& numbers)
{
    std::istringstream all{std::exchange(m_numbers, numbers) + numbers};
    for (std::string number; all >> number;)
        m_shown[number.substr(0, number.find('!'))] = m_house.agenda().now();
}

void CallsAreShown::onCall(const std::string& number)
{
    constexpr auto kSettled = seconds{45}; // after the hall's last start, and the screen's
    if (m_calls.calm() < kSettled)
        return;
    m_house.agenda().after(kSeen,
                           [this, number, news = m_calls.newsOf(number), called = m_house.agenda().now()] {
                               if (m_calls.calm() > seconds{0} && m_calls.newsOf(number) == news)
                                   check(number, called);
                           });
}

void CallsAreShown::check(const std::string& number, Agenda::Elapsed called) const
{
    constexpr auto kAhead = seconds{1}; // the screen may hear of it before staff does
    const auto happened = [&](const auto& times) {
        const auto last = times.find(number);
        return last != times.end() && last->second >= called - kAhead;
    };
    if (!happened(m_shown) && !showsNow(m_screen, number))
        found(number + " was called " + std::to_string(kSeen.count()) + " s ago");
    if (!happened(m_calledOut))
        found(number + " was called and isn't called out");
    m_house.sometimes().saw("a call was seen on the screen");
    m_house.sometimes().saw("a call was heard from the screen");
}

void NoStaleCall::onFact(const Fact& fact)
{
    m_calls.take(fact);
    const std::string number = m_calls.endedBy(fact);
    if (number.empty())
        return;
    const bool isCalm = m_calls.calm() > kStaleInAStorm;
    const auto timeout = isCalm ? kSeen : kStaleInAStorm;
    const auto newsTakes = isCalm ? kNewsInACalm : kNewsInAStorm;
    m_house.agenda().after(timeout, [this, number, timeout, newsTakes, news = m_calls.newsOf(number)] {
        if (isStale(number, news))
            m_house.agenda().after(newsTakes, [this, number, timeout, news] {
                if (isStale(number, news))
                    found(number + " is asked to come, whose call ended " + std::to_string(timeout.count()) +
                          " s ago and more");
            });
    });
}

bool NoStaleCall::isStale(const std::string& number, int news)
{
    const auto all = m_screen.shown();
    return m_calls.newsOf(number) == news && !m_calls.isCalled(number) &&
           std::ranges::count(all, ShownCall{number, true}) > 0;
}

void CalledOutOnce::onFact(const Fact& fact)
{
    if (fact.is(m_screen.name(), "up")) {
        m_calledOut.clear();
        m_isSpeaking = false;
    } else if (fact.is(m_screen.name(), "calls out")) {
        onCallOut(fact);
    } else if (fact.is(m_screen.name(), "speaks") && std::exchange(m_isSpeaking, true)) {
        found("two voices at once");
    } else if (fact.is(m_screen.name(), "is silent")) {
        m_isSpeaking = false;
    } else if ((isNews(fact) || fact.is("display", "heard")) && fact.text("event") == "ticket_called") {
        const Key key{newsText(fact, "ticket"), newsText(fact, "counter"), newsFigure(fact, "recall")};
        m_called[key].insert(newsFigure(fact, "seq"));
    } else if ((isNews(fact) || fact.is("display", "heard")) && bringsCallBack(fact)) {
        m_broughtBack[newsText(fact, "ticket")].insert(newsFigure(fact, "seq"));
    }
}

std::size_t CalledOutOnce::allowed(const Key& key)
{
    return m_called[key].size() + m_broughtBack[std::get<0>(key)].size();
}

void CalledOutOnce::onCallOut(const Fact& fact)
{
    const Key key{fact.text("ticket"), fact.text("counter"), fact.number("recalls")};
    const std::size_t times = ++m_calledOut[key];
    if (times > 1 && times > allowed(key))
        m_suspects.emplace_back(key, times, fact.line());
}

void CalledOutOnce::onCalmEnds()
{
    for (const auto& [key, times, words] : m_suspects)
        if (times > allowed(key))
            found("again: " + words);
    m_suspects.clear();
}

} // namespace starqueue::house
