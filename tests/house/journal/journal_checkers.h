#pragma once

#include <house/journal/journal_program.h>
#include <house/run/checker.h>

#include <map>

namespace starqueue::house {

/// What was published or answered is in the journal after every start, with the same content.
class ToldIsInTheJournal final : public Checker
{
public:
    explicit ToldIsInTheJournal(const JournalProgram& hall) : Checker("told is in the journal"), m_hall(hall)
    {}
    void onFact(const Fact& fact) override;

private:
    void onUp();

    const JournalProgram& m_hall;
    std::map<std::int64_t, std::string> m_lines; ///< as published, by seq
    std::int64_t m_lastTold = 0;
};

/// A request is one command, however often it is sent; an answered one stands in the journal where it was
/// answered, once.
class OneRequestOneCommand final : public Checker
{
public:
    explicit OneRequestOneCommand(const JournalProgram& hall)
        : Checker("one request, one command"), m_hall(hall)
    {}
    void onFact(const Fact& fact) override;

private:
    void onAccepted(const Fact& fact);
    void onUp();

    const JournalProgram& m_hall;
    std::map<std::int64_t, std::int64_t> m_firstSeq; ///< of answered requests that wrote something
};

/// The journal replayed gives the living state.
class ReplayIsLife final : public Checker
{
public:
    ReplayIsLife() : Checker("replayed state equals living state") {}
    void onFact(const Fact& fact) override
    {
        if (fact.is("hall", "replayed") && fact.number("equal") == 0)
            found(fact.line());
    }
};

/// In a calm the hall is up, and every request is answered within half a minute.
class CalmAnswersAll final : public Checker
{
public:
    explicit CalmAnswersAll(House& house) : Checker("in a calm all is answered"), m_house(house) {}
    void onFact(const Fact& fact) override;
    void onCalmEnds() override;

private:
    House& m_house;
    std::map<std::int64_t, VirtualClock::Elapsed> m_open; ///< request: sent at
};

/// Who lives in the world "journal".
void furnishWithJournal(House& house);

} // namespace starqueue::house
