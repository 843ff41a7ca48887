#pragma once

#include <house/record/record.h>
#include <house/run/checker.h>
#include <house/run/house.h>

#include <map>
#include <string>
#include <vector>

namespace starqueue::house {

/// Each paper is one ticket, of a number that was given; no number is on two papers without a mark; and a
/// ticket that the hall believes to be printed is on paper.
class PapersAreTickets final : public Checker
{
public:
    explicit PapersAreTickets(const Record& record) : Checker("papers are tickets"), m_record(record) {}
    void onFact(const Fact& fact) override;
    void onCalmEnds() override;

private:
    void countIssued();
    void checkPrinted() const;

    const Record& m_record;
    std::uint64_t m_read = 0;           ///< lines of the record
    std::map<std::string, int> m_given; ///< tickets of a number, over all days
    std::map<std::string, int> m_papers;
    std::map<std::string, int> m_unmarked; ///< papers
};

/// No paper is begun for somebody who was called, or went away, more than two minutes before.
class NoPaperForWhoHasLeft final : public Checker
{
public:
    NoPaperForWhoHasLeft(House& house, const Record& record)
        : Checker("no paper for who has left"), m_house(house), m_record(record)
    {}
    void onFact(const Fact& fact) override;
    void onCalmEnds() override;

private:
    void onAnswer(const Fact& answer);
    void onEvent(const Fact& event);
    void onPaper(const Fact& paper);
    [[nodiscard]] bool wasGivenOnce(const std::string& number) const;

    House& m_house;
    const Record& m_record;
    std::map<std::string, Agenda::Elapsed> m_left;  ///< by number
    std::map<std::string, std::string> m_suspected; ///< papers, by number
};

} // namespace starqueue::house
