#pragma once

#include <house/people/client.h>
#include <house/record/record.h>
#include <house/run/checker.h>

#include <cstdint>
#include <set>
#include <string>

namespace starqueue::house {

/// What the hall reads as its settings is what was last saved, or what somebody failed to save since.
class SettingsAreWhole final : public Checker
{
public:
    SettingsAreWhole() : Checker("settings are whole and those last saved") {}
    void onFact(const Fact& fact) override;

private:
    std::set<std::string> m_mayBe; ///< names in the settings; empty: nobody has read any yet
};

/// The report says how many tickets were issued, whatever became of report.db.
class ReportCountsEachTicket final : public Checker
{
public:
    ReportCountsEachTicket(House& house, HallProgram& hall, Record& record);
    void onCalmEnds() override;

private:
    /// By the journal, up to now.
    [[nodiscard]] std::int64_t issued();
    void compare(const HallReply& answer, std::int64_t before);

    House& m_house;
    HallProgram& m_hall;
    Record& m_record;
    Client m_manager;
};

} // namespace starqueue::house
