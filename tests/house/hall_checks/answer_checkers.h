#pragma once

#include <house/record/record.h>
#include <house/run/checker.h>
#include <house/run/house.h>

#include <map>
#include <string>

namespace starqueue::house {

/// The journal is whole, keeps every line that was once on the disk, and has each request once. Reads the
/// record for the other checkers, so it is the first of them.
class RecordIsWhole final : public Checker
{
public:
    explicit RecordIsWhole(Record& record) : Checker("the record is whole"), m_record(record) {}
    void onFact(const Fact& fact) override
    {
        if (fact.is("hall", "up"))
            read(true);
    }
    void onCalmEnds() override { read(false); }

private:
    void read(bool all)
    {
        for (const std::string& wrong : m_record.refresh(all))
            found(wrong);
    }

    Record& m_record;
};

/// What was answered with success stands in the journal: a ticket with its id and number, a call, a rating.
class AnsweredIsInTheRecord final : public Checker
{
public:
    explicit AnsweredIsInTheRecord(const Record& record)
        : Checker("answered is in the record"), m_record(record)
    {}
    void onFact(const Fact& fact) override;
    void onCalmEnds() override { check(); }

private:
    void check();
    void checkTicket(const std::string& request, const Fact& answer, std::uint64_t seq) const;

    const Record& m_record;
    std::map<std::string, Fact> m_answers; ///< not held against the record yet, by request
};

/// A number is given once in a day.
class NumberOnce final : public Checker
{
public:
    explicit NumberOnce(const Record& record) : Checker("a number once a day"), m_record(record) {}
    void onCalmEnds() override;

private:
    const Record& m_record;
    std::uint64_t m_checked = 0;
    std::map<std::pair<std::uint64_t, std::string>, std::uint64_t> m_given; ///< by day; the line
};

/// Why a ticket has priority is told to the usher as it was granted last, over crashes and power cuts, until
/// the visit is over.
class ReasonIsToldWhileTheVisitLasts final : public Checker
{
public:
    ReasonIsToldWhileTheVisitLasts() : Checker("a reason is told while the visit lasts") {}
    void onFact(const Fact& fact) override;
};

/// In a calm the hall is up, and each intent is answered within half a minute.
class CalmAnswersEachIntent final : public Checker
{
public:
    explicit CalmAnswersEachIntent(House& house)
        : Checker("in a calm each intent is answered"), m_house(house)
    {}
    void onFact(const Fact& fact) override;
    void onCalmEnds() override;

private:
    struct Intent
    {
        std::string what;
        VirtualClock::Elapsed since{};
    };

    House& m_house;
    std::map<std::string, Intent> m_open;
};

} // namespace starqueue::house
