#include <db/reports/leg_groups.h>

#include <time/timestamp.h>
#include <time/weekday_words.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <numeric>
#include <optional>

namespace starqueue::db {

namespace {

std::chrono::sys_days dayOf(std::uint16_t number)
{
    return std::chrono::sys_days{std::chrono::days{number}};
}

std::optional<int> numberIn(const std::string& text)
{
    int value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && stop == end ? std::optional{value} : std::nullopt;
}

int compareNames(const std::string& a, const std::string& b)
{
    const auto one = numberIn(a);
    const auto two = numberIn(b);
    if (one && two && *one != *two)
        return *one < *two ? -1 : 1;
    return a.compare(b);
}

} // namespace

std::size_t LegGroups::Hash::operator()(const Values& values) const
{
    std::size_t hash = 0;
    for (const std::uint16_t value : values)
        hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 29);
}

std::size_t LegGroups::rowOf(const Cut& cut)
{
    Values values{};
    for (std::size_t i = 0; i < m_by.size() && i < values.size(); ++i)
        values[i] = valueOf(m_by[i], cut);
    if (!m_keys.empty() && values == m_lastKey)
        return m_lastRow;
    const auto [place, isNew] = m_rows.try_emplace(values, m_keys.size());
    if (isNew)
        m_keys.push_back(values);
    m_lastKey = values;
    m_lastRow = place->second;
    return m_lastRow;
}

std::uint16_t LegGroups::valueOf(ReportKey key, const Cut& cut) const
{
    switch (key) {
    case ReportKey::Tier:
        return cut.tier;
    case ReportKey::Service:
        return cut.service;
    case ReportKey::Counter:
        return cut.counter;
    case ReportKey::Clerk:
        return cut.clerk;
    case ReportKey::WhatWasDone:
        return cut.outcome;
    case ReportKey::Day:
        return cut.day;
    case ReportKey::Weekday:
        return static_cast<std::uint16_t>(std::chrono::weekday{dayOf(cut.day)}.iso_encoding() - 1);
    case ReportKey::HalfHour:
        break;
    }
    const auto shown = m_zone.local({Instant{std::chrono::seconds{cut.began}}}).sinceMidnight;
    return static_cast<std::uint16_t>(shown / std::chrono::minutes{30});
}

std::string LegGroups::text(ReportKey key, std::uint16_t value) const
{
    if (key == ReportKey::Day)
        return time::dateText(Date{dayOf(value)});
    if (key == ReportKey::Weekday)
        return std::string{time::kWeekdayWords.at(value)};
    if (key != ReportKey::HalfHour)
        return m_names.name(value);
    std::array<char, 16> clock{};
    std::snprintf(clock.data(), clock.size(), "%02d:%02d", value / 2, value % 2 * 30);
    return clock.data();
}

RowKey LegGroups::key(std::size_t row) const
{
    RowKey key;
    for (std::size_t i = 0; i < m_by.size(); ++i)
        key.push_back(text(m_by[i], m_keys[row].at(i)));
    return key;
}

bool LegGroups::comesBefore(const Values& a, const Values& b) const
{
    for (std::size_t i = 0; i < m_by.size(); ++i) {
        const bool isName = m_by[i] == ReportKey::Tier || m_by[i] == ReportKey::Service ||
                            m_by[i] == ReportKey::Counter || m_by[i] == ReportKey::Clerk ||
                            m_by[i] == ReportKey::WhatWasDone;
        const int order = isName ? compareNames(m_names.name(a[i]), m_names.name(b[i])) : a[i] - b[i];
        if (order != 0)
            return order < 0;
    }
    return false;
}

std::vector<std::size_t> LegGroups::inOrder() const
{
    std::vector<std::size_t> rows(m_keys.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    std::ranges::sort(rows,
                      [this](std::size_t a, std::size_t b) { return comesBefore(m_keys[a], m_keys[b]); });
    return rows;
}

} // namespace starqueue::db
