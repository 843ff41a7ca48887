#pragma once

#include <house/book/book_keeper.h>
#include <house/book/disciplines.h>

#include <map>
#include <string>
#include <vector>

namespace starqueue::house {

/// Each call in turn is of the one whose turn it is, found by looking at everybody who waits: the guard, then
/// who was passed as often as allowed, then dedication, then preference, then the rank of the discipline.
class CallsAreInOrder final : public Checker
{
public:
    explicit CallsAreInOrder(BookIsPossible& keeper) : Checker("calls are in order")
    {
        keeper.beforeEach([this](const Book& book, const Entry& entry) { onLine(book, entry); });
    }

private:
    void onLine(const Book& book, const Entry& entry);
    void check(const Book& book, const Entry& entry, const nlohmann::json& counter) const;
    void payForCall(const Book& book, const Entry& entry, const nlohmann::json& counter);
    void takeBack(const std::string& counter);
    void beginDay(bool isOneBefore);
    void countPasses(const Book& book, const Entry& entry, const nlohmann::json& counter);

    std::map<std::string, std::int64_t> m_passes;             ///< by ticket
    std::map<std::string, std::vector<std::string>> m_passed; ///< by counter: whom its last call passed
    TierShares m_shares;
    TierShares m_sharesBefore; ///< at the end of the day before
};

} // namespace starqueue::house
