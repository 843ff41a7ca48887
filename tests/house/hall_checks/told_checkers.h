#pragma once

#include <house/book/book_keeper.h>
#include <house/hall/hall_program.h>

#include <map>
#include <string>
#include <vector>

namespace starqueue::house {

/// A board shows who is called and served where, how many wait for what, and what is open, as of its seq.
class BoardIsAsWritten final : public Checker
{
public:
    explicit BoardIsAsWritten(BookIsPossible& keeper) : Checker("the board is as written")
    {
        keeper.afterEach([this](const Book& book, std::uint64_t seq) { onLine(book, seq); });
    }
    void onFact(const Fact& fact) override
    {
        if (fact.is("onlooker", "saw"))
            m_boards.emplace(static_cast<std::uint64_t>(fact.number("seq")), fact.text("board"));
    }

private:
    void onLine(const Book& book, std::uint64_t seq);
    void compare(const Book& book, const nlohmann::json& board) const;
    void compareCounters(const Book& book, const nlohmann::json& board) const;
    void compareServices(const Book& book, const nlohmann::json& board) const;
    void compareCalls(const Book& book, const nlohmann::json& board) const;
    void need(bool holds, const nlohmann::json& board, auto&& what) const;

    std::multimap<std::uint64_t, std::string> m_boards; ///< not compared yet
};

/// Reports count each visit's end and each rating once.
class ReportsCountOnce final : public Checker
{
public:
    explicit ReportsCountOnce(const Record& record) : Checker("reports count once"), m_record(record) {}
    void onFact(const Fact& fact) override
    {
        if (fact.is("onlooker", "read a report"))
            m_reports.push_back(fact);
    }
    void onCalmEnds() override;

private:
    using Counts = std::map<std::string, std::int64_t>;

    void takeBack(const Record::Line& undone, Counts& counts);
    void compare(const Fact& report) const;

    const Record& m_record;
    std::vector<Fact> m_reports;
    std::vector<Counts> m_counts{Counts{}};  ///< of lines by name, up to each seq
    std::map<std::string, bool> m_isInvited; ///< to rate the last service, by ticket
};

/// The state that the hall has of each ticket is the book's.
class TicketsAreAsWritten final : public Checker
{
public:
    TicketsAreAsWritten(BookIsPossible& keeper, const Record& record)
        : Checker("tickets are as written"), m_keeper(keeper), m_record(record)
    {
        keeper.afterEach([this](const Book&, std::uint64_t seq) { m_last = seq; });
    }
    void onCalmEnds() override;

private:
    const BookIsPossible& m_keeper;
    const Record& m_record;
    std::uint64_t m_last = 0; ///< that the book has
};

/// A press counts that was made between its invitation and the counter's next start or the window's end. Sent
/// again it counts already, whenever it is said to be made: a bridge that was restarted dates it anew.
class PressCountsInItsWindow final : public Checker
{
public:
    explicit PressCountsInItsWindow(const BookIsPossible& keeper)
        : Checker("a press counts in its window only"), m_keeper(keeper)
    {}
    void onFact(const Fact& fact) override
    {
        const bool isPress = fact.is("panel", "acknowledged") || fact.is("bridge", "settled");
        if (isPress && fact.number("status") == kCreated)
            m_counted.push_back(fact);
    }
    void onCalmEnds() override;

private:
    static constexpr int kCreated = 201;

    const BookIsPossible& m_keeper;
    std::vector<Fact> m_counted;
};

/// The hall's own time goes on as the house's does, over all that the hall dies of but a power cut; and what
/// it shows is the wall's time, unless the clock was set by more than it believes.
class HallsTimeIsRight final : public Checker
{
public:
    HallsTimeIsRight(House& house, HallProgram& hall)
        : Checker("the hall's time is right"), m_house(house), m_hall(hall)
    {}
    void onFact(const Fact& fact) override;
    void onCalmEnds() override;

private:
    void onDown();
    void onClock(const Fact& fact);

    House& m_house;
    HallProgram& m_hall;
    std::optional<std::int64_t> m_ahead; ///< ms of the hall's life before the house's; since the last boot
    std::optional<std::int64_t> m_off;   ///< ms; as last read since anything went wrong
    Agenda::Elapsed m_down{};
};

} // namespace starqueue::house
