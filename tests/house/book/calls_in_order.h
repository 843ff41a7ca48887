#pragma once

#include <house/book/book_keeper.h>

namespace starqueue::house {

/// Each call in turn is of the one whose turn it is, found by looking at everybody who waits: the guard, then
/// dedication, then preference, then the rank of the discipline "head-start".
class CallsAreInOrder final : public Checker
{
public:
    explicit CallsAreInOrder(BookIsPossible& keeper) : Checker("calls are in order")
    {
        keeper.beforeEach([this](const Book& book, const Entry& entry) { onLine(book, entry); });
    }

private:
    void onLine(const Book& book, const Entry& entry) const;
};

} // namespace starqueue::house
