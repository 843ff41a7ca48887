#pragma once

#include <db/legs/leg_store.h>
#include <db/reports/wait_report.h>
#include <time/hall_zone.h>

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace starqueue::db {

/// Groups legs, calls or visits into the rows of a report. Private to db/.
class LegGroups
{
public:
    LegGroups(const NameTable& names, const time::HallZone& zone, const std::vector<ReportKey>& by)
        : m_names(names), m_zone(zone), m_by(by)
    {}

    /// The row of a leg, call or visit; rows are numbered from 0 in order of appearance.
    std::size_t rowOf(const auto& record)
    {
        std::uint16_t outcome = 0;
        if constexpr (requires { record.outcome; })
            outcome = record.outcome;
        return rowOf(Cut{record.began, record.day, record.tier, record.service, record.counter, record.clerk,
                         outcome});
    }
    [[nodiscard]] std::size_t size() const { return m_keys.size(); }
    [[nodiscard]] RowKey key(std::size_t row) const;
    /// All rows sorted by their keys: numbers by value, days of the week from Monday.
    [[nodiscard]] std::vector<std::size_t> inOrder() const;

private:
    using Values = std::array<std::uint16_t, 8>;
    /// The fields that they can be grouped by.
    struct Cut
    {
        std::uint32_t began;
        std::uint16_t day;
        std::uint16_t tier;
        std::uint16_t service;
        std::uint16_t counter;
        std::uint16_t clerk;
        std::uint16_t outcome;
    };
    struct Hash
    {
        std::size_t operator()(const Values& values) const;
    };

    std::size_t rowOf(const Cut& cut);
    [[nodiscard]] std::uint16_t valueOf(ReportKey key, const Cut& cut) const;
    [[nodiscard]] std::string text(ReportKey key, std::uint16_t value) const;
    [[nodiscard]] bool comesBefore(const Values& a, const Values& b) const;

    const NameTable& m_names;
    const time::HallZone& m_zone;
    const std::vector<ReportKey>& m_by;
    std::unordered_map<Values, std::size_t, Hash> m_rows;
    std::vector<Values> m_keys;
    Values m_lastKey{};
    std::size_t m_lastRow = 0;
};

} // namespace starqueue::db
