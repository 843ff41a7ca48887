#pragma once

#include <db/legs/call.h>
#include <db/legs/leg.h>
#include <db/legs/visit_record.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::db {

/// Interns the names of services, counters, clerks and tiers as 16-bit indices; 0 is the empty name.
class NameTable
{
public:
    NameTable() { place(""); }

    /// The name's index, added if new. When 65 535 are in use: the last one.
    std::uint16_t place(std::string_view name);
    [[nodiscard]] const std::string& name(std::uint16_t place) const { return *m_names.at(place); }
    [[nodiscard]] std::size_t size() const { return m_names.size(); }

private:
    std::map<std::string, std::uint16_t, std::less<>> m_places;
    std::vector<const std::string*> m_names;
};

/// A chunked array of records: growing neither copies them nor needs twice their memory.
template <class Record> class RecordStore
{
public:
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] Record& at(std::size_t index) { return m_chunks[index / kChunk][index % kChunk]; }
    [[nodiscard]] const Record& at(std::size_t index) const
    {
        return m_chunks[index / kChunk][index % kChunk];
    }
    void add(const Record& record)
    {
        if (m_size == m_chunks.size() * kChunk)
            m_chunks.push_back(std::make_unique<Record[]>(kChunk));
        at(m_size++) = record;
    }
    /// Keeps the first `size`.
    void shrink(std::size_t size) { m_size = size; }

    /// Moves the records of a business day that began at `since` or later by a step of the wall clock.
    void shiftDay(std::uint16_t day, std::uint32_t since, std::chrono::seconds step)
    {
        eachOf(day, since, [step](Record& one) { one.began += static_cast<std::uint32_t>(step.count()); });
    }
    /// Gives them to another business day.
    void moveDay(std::uint16_t day, std::uint32_t since, std::uint16_t to)
    {
        eachOf(day, since, [to](Record& one) { one.day = to; });
    }

    template <class Visit> void each(Visit visit) const
    {
        std::size_t left = m_size;
        for (const auto& chunk : m_chunks) {
            const std::size_t count = left < kChunk ? left : kChunk;
            for (std::size_t i = 0; i < count; ++i)
                visit(chunk[i]);
            left -= count;
        }
    }

private:
    static constexpr std::size_t kChunk = 16'384;

    template <class Change> void eachOf(std::uint16_t day, std::uint32_t since, Change change)
    {
        for (std::size_t i = 0; i < m_size; ++i)
            if (at(i).day == day && at(i).began >= since)
                change(at(i));
    }

    std::vector<std::unique_ptr<Record[]>> m_chunks;
    std::size_t m_size = 0;
};

using LegStore = RecordStore<Leg>;
using CallStore = RecordStore<Call>;
using VisitStore = RecordStore<VisitRecord>;

/// What the reports count.
struct ReportRecords
{
    LegStore legs;
    CallStore calls;
    VisitStore visits;
    NameTable names;
};

} // namespace starqueue::db
