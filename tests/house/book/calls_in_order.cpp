#include <house/book/calls_in_order.h>

#include <algorithm>
#include <climits>
#include <tuple>
#include <utility>

namespace starqueue::house {

using nlohmann::json;

namespace {

constexpr double kMs = 1000;

/// As the rules stand in the journal: in seconds, null is never.
std::int64_t spanIn(const json& rule, const char* field)
{
    const json value = rule.value(field, json{});
    return value.is_number() ? static_cast<std::int64_t>(value.get<double>() * kMs) : INT64_MAX / 2;
}

const json& tierOf(const json& rules, const Visit& visit)
{
    if (visit.claim == "duplicate")
        return rules["tiers"].back();
    for (const json& tier : rules["tiers"])
        if (visit.stars >= tier["stars"].get<int>() ||
            (visit.isKeyContact && tier["keyContacts"].get<bool>()))
            return tier;
    return rules["tiers"].back();
}

std::int64_t headStartOf(const json& rules, const Visit& visit)
{
    const std::int64_t own = spanIn(tierOf(rules, visit), "headStartSeconds");
    if (visit.group.empty())
        return own;
    for (const json& group : rules.value("statutoryGroups", json::array()))
        if (group["id"] == visit.group)
            return std::max(own, spanIn(group, "headStartSeconds"));
    return std::max(own, spanIn(rules, "statutoryHeadStartSeconds"));
}

/// Everybody in the order in which a counter calls them.
class Turn
{
public:
    Turn(const Book& book, const json& counter, std::int64_t now)
        : m_book(book), m_rules(book.rules), m_counter(counter), m_now(now)
    {}

    void consider(const std::string& id, const Visit& visit, std::int64_t passes)
    {
        if (!m_book.mayCall(m_counter, visit))
            return;
        const bool isGuarded = m_now - visit.counted >= spanIn(m_rules, "guardSeconds");
        const bool isOther = m_counter["dedicatedToStars"].is_number() &&
                             tierOf(m_rules, visit)["stars"] < m_counter["dedicatedToStars"];
        if (isGuarded || isDue(passes))
            return take({isGuarded ? 0 : 1, false, 0, visit.counted, std::stoull(id)});
        if (visit.isFirst)
            return take({2, false, 0, visit.counted, std::stoull(id)});
        if (isOther && m_now - visit.counted < spanIn(m_counter, "helpOthersAfterSeconds"))
            return;
        const auto rank = visit.counted - headStartOf(m_rules, visit);
        take({3, isOther, preferenceOf(visit), rank, std::stoull(id)});
    }

    /// Empty: nobody.
    [[nodiscard]] std::string first() const
    {
        const auto number = std::get<4>(m_first);
        return number == kNobody ? std::string{} : std::to_string(number);
    }

private:
    static constexpr std::uint64_t kNobody = UINT64_MAX;
    using Key = std::tuple<int, bool, std::ptrdiff_t, std::int64_t, std::uint64_t>;

    void take(const Key& key) { m_first = std::min(m_first, key); }

    [[nodiscard]] bool isDue(std::int64_t passes) const
    {
        const std::int64_t most = m_rules.value("mostPasses", std::int64_t{0});
        return most > 0 && passes >= most;
    }

    [[nodiscard]] std::ptrdiff_t preferenceOf(const Visit& visit) const
    {
        const auto& prefers = m_counter["prefers"];
        return std::ranges::find(prefers, json(visit.service)) - prefers.begin();
    }

    const Book& m_book;
    const json& m_rules;
    const json& m_counter;
    std::int64_t m_now;
    Key m_first{INT_MAX, true, PTRDIFF_MAX, INT64_MAX, kNobody};
};

bool isInTurn(const Entry& entry)
{
    if (entry.name != "ticket_called" || entry.number("recall") != 0)
        return false;
    const std::string test = entry.payload.value("why", json::object()).value("test", "");
    return test != "parked" && test != "out-of-turn";
}

} // namespace

void CallsAreInOrder::onLine(const Book& book, const Entry& entry)
{
    const bool isUndone = entry.name == "ticket_requeued" && entry.flag("callUndone");
    if (entry.name == "ticket_called" && entry.number("recall") == 0)
        m_passed[entry.text("counter")].clear();
    else if (isUndone)
        for (const std::string& id :
             std::exchange(m_passed[book.visits.at(entry.text("ticket")).counter], {}))
            --m_passes[id];
    if (!isInTurn(entry))
        return;
    for (const json& counter : book.rules["counters"]) {
        if (counter["id"] != entry.text("counter"))
            continue;
        check(book, entry, counter);
        countPasses(book, entry, counter);
    }
}

void CallsAreInOrder::check(const Book& book, const Entry& entry, const json& counter) const
{
    if (book.rules.value("discipline", "") != "head-start")
        return;
    Turn turn{book, counter, entry.at};
    for (const auto& [id, visit] : book.visits) {
        const auto passes = m_passes.find(id);
        turn.consider(id, visit, passes == m_passes.end() ? 0 : passes->second);
    }
    if (turn.first() != entry.text("ticket"))
        found(entry.words() + ": ticket " + entry.text("ticket") + " is called and it was the turn of '" +
              turn.first() + "'");
}

void CallsAreInOrder::countPasses(const Book& book, const Entry& entry, const json& counter)
{
    const std::int64_t called = book.visits.at(entry.text("ticket")).counted;
    for (const auto& [id, visit] : book.visits)
        if (book.mayCall(counter, visit) && visit.counted < called) {
            ++m_passes[id];
            m_passed[entry.text("counter")].push_back(id);
        }
}

} // namespace starqueue::house
