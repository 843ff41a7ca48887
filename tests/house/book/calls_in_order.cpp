#include <house/book/calls_in_order.h>

#include <algorithm>
#include <climits>
#include <cstddef>
#include <set>
#include <tuple>
#include <utility>

namespace starqueue::house {

using nlohmann::json;

namespace {

/// How near a counter is to a visit: whether it is none of those that it is dedicated to, then its
/// preference.
using Closeness = std::pair<bool, std::ptrdiff_t>;

Closeness closenessOf(const json& rules, const json& counter, const Visit& visit)
{
    const json& own = counter["dedicatedToStars"];
    const bool isOther = own.is_number() && rules["tiers"][tierOf(rules, visit)]["stars"] < own;
    const json& prefers = counter["prefers"];
    return {isOther, std::ranges::find(prefers, json(visit.service)) - prefers.begin()};
}

/// Everybody in the order in which a counter calls them.
class Turn
{
public:
    Turn(const Book& book, const json& counter, std::int64_t now, const TierShares& shares)
        : m_book(book), m_rules(book.rules), m_counter(counter), m_now(now), m_shares(shares)
    {}

    void consider(const std::string& id, const Visit& visit, std::int64_t passes)
    {
        if (!m_book.mayCall(m_counter, visit))
            return;
        const Rank byAge{visit.counted, 0, 0};
        const bool isGuarded = m_now - visit.counted >= spanIn(m_rules, "guardSeconds");
        if (isGuarded || isDue(passes))
            return take({isGuarded ? 0 : 1, {false, 0}, byAge, std::stoull(id)});
        if (visit.isFirst)
            return take({2, {false, 0}, byAge, std::stoull(id)});
        const Closeness closeness = closenessOf(m_rules, m_counter, visit);
        if (closeness.first && m_now - visit.counted < spanIn(m_counter, "helpOthersAfterSeconds"))
            return;
        take({3, closeness, rankOf(m_rules, visit, m_now, m_shares), std::stoull(id)});
    }

    /// Empty: nobody.
    [[nodiscard]] std::string first() const
    {
        const auto number = std::get<3>(m_first);
        return number == kNobody ? std::string{} : std::to_string(number);
    }

private:
    static constexpr std::uint64_t kNobody = UINT64_MAX;
    using Key = std::tuple<int, Closeness, Rank, std::uint64_t>;

    void take(const Key& key) { m_first = std::min(m_first, key); }

    [[nodiscard]] bool isDue(std::int64_t passes) const
    {
        const std::int64_t most = m_rules.value("mostPasses", std::int64_t{0});
        return most > 0 && passes >= most;
    }

    const Book& m_book;
    const json& m_rules;
    const json& m_counter;
    std::int64_t m_now;
    const TierShares& m_shares;
    Key m_first{INT_MAX, {}, {}, kNobody};
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
    const bool isCall = entry.name == "ticket_called" && entry.number("recall") == 0;
    if (isCall)
        m_passed[entry.text("counter")].clear();
    if (isCall && !isInTurn(entry))
        m_shares.callFreely(entry.text("counter"));
    if (entry.name == "ticket_requeued" && entry.flag("callUndone"))
        takeBack(book.visits.at(entry.text("ticket")).counter);
    else if (entry.name == "rules_set")
        m_shares.clear();
    else if (entry.name == "day_opened")
        beginDay(entry.payload.value("carried", json::object()).contains("former"));
    if (!isInTurn(entry))
        return;
    for (const json& counter : book.rules["counters"]) {
        if (counter["id"] != entry.text("counter"))
            continue;
        check(book, entry, counter);
        countPasses(book, entry, counter);
        payForCall(book, entry, counter);
    }
}

void CallsAreInOrder::takeBack(const std::string& counter)
{
    for (const std::string& id : std::exchange(m_passed[counter], {}))
        --m_passes[id];
    m_shares.takeBack(counter);
}

/// One that is taken back leaves the day before as it was.
void CallsAreInOrder::beginDay(bool isOneBefore)
{
    if (isOneBefore)
        m_shares = m_sharesBefore;
    else
        m_sharesBefore = std::exchange(m_shares, {});
}

void CallsAreInOrder::check(const Book& book, const Entry& entry, const json& counter) const
{
    Turn turn{book, counter, entry.at, m_shares};
    for (const auto& [id, visit] : book.visits) {
        const auto passes = m_passes.find(id);
        turn.consider(id, visit, passes == m_passes.end() ? 0 : passes->second);
    }
    if (turn.first() != entry.text("ticket"))
        found(entry.words() + ": ticket " + entry.text("ticket") + " is called, by \"" +
              book.rules.value("discipline", "") + "\" it was the turn of '" + turn.first() + "'");
}

/// The tiers whose customers wait as near to the counter as the one that it calls.
void CallsAreInOrder::payForCall(const Book& book, const Entry& entry, const json& counter)
{
    if (book.rules.value("discipline", "") != "weighted")
        return;
    const Visit& called = book.visits.at(entry.text("ticket"));
    const Closeness near = closenessOf(book.rules, counter, called);
    std::set<std::size_t> rivals;
    for (const auto& [id, visit] : book.visits)
        if (book.mayCall(counter, visit) && closenessOf(book.rules, counter, visit) == near)
            rivals.insert(standingOf(book.rules, visit));
    m_shares.pay(book.rules, counter["id"], rivals, standingOf(book.rules, called));
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
