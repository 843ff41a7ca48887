#pragma once

#include <house/record/record.h>
#include <house/run/checker.h>

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <map>
#include <string>

namespace starqueue::house {

/// A board says of each kiosk's printer what the journal has of it as of the board's seq; and at the end of a
/// calm, when every printer has paper and power, none is said to be without; a warning may stand.
class BoardKnowsItsPrinters final : public Checker
{
public:
    explicit BoardKnowsItsPrinters(const Record& record)
        : Checker("the board knows its printers"), m_record(record)
    {}
    void onFact(const Fact& fact) override
    {
        if (fact.is("onlooker", "saw"))
            m_boards.emplace(static_cast<std::uint64_t>(fact.number("seq")), fact.text("board"));
    }
    void onCalmEnds() override;

private:
    void take(const Record::Line& line);
    void compare(const nlohmann::json& board) const;

    const Record& m_record;
    std::multimap<std::uint64_t, std::string> m_boards; ///< not compared yet
    std::map<std::string, std::string> m_words;         ///< of printers, by kiosk
    std::map<std::string, std::string> m_states;        ///< likewise
    std::uint64_t m_read = 0;
};

} // namespace starqueue::house
