#pragma once

#include <house/book/book.h>
#include <house/record/record.h>
#include <house/run/checker.h>

#include <functional>
#include <vector>

namespace starqueue::house {

/// What the journal tells can have happened so, by the rules of a book that shares no code with the hall.
class BookIsPossible final : public Checker
{
public:
    explicit BookIsPossible(const Record& record)
        : Checker("the journal tells a possible day"), m_record(record),
          m_book([this](const std::string& what) { found(what); })
    {}
    void onFact(const Fact& fact) override
    {
        if (fact.is("hall", "up"))
            read();
    }
    void onCalmEnds() override
    {
        read();
        m_book.closeCalm();
    }

    [[nodiscard]] const Book& book() const { return m_book; }
    /// Called for each line, with the book as it is before it.
    using BeforeLine = std::function<void(const Book&, const Entry&)>;
    void beforeEach(BeforeLine before) { m_before.push_back(std::move(before)); }
    /// Called with the book after each line.
    using AfterLine = std::function<void(const Book&, std::uint64_t seq)>;
    void afterEach(AfterLine after) { m_after.push_back(std::move(after)); }

private:
    void read()
    {
        while (const Record::Line* const line = m_record.line(m_read + 1)) {
            const Entry entry = entryOf(++m_read, *line);
            for (const BeforeLine& before : m_before)
                before(m_book, entry);
            m_book.write(entry);
            for (const AfterLine& after : m_after)
                after(m_book, entry.seq);
        }
    }

    const Record& m_record;
    Book m_book;
    std::uint64_t m_read = 0;
    std::vector<BeforeLine> m_before;
    std::vector<AfterLine> m_after;
};

} // namespace starqueue::house
