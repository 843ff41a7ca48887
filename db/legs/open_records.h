#pragma once

#include <db/legs/leg_store.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace starqueue::db {

/// A record that may still change, with its ticket.
template <class Record> struct OpenRecord
{
    std::uint64_t ticket = 0;
    Record record;
};

/// The last record of each ticket that may still change. Private to db/.
template <class Record> class OpenRecords
{
public:
    explicit OpenRecords(RecordStore<Record>& store) : m_store(store) {}

    void add(std::uint64_t ticket, const Record& record)
    {
        m_places[ticket] = m_store.size();
        m_store.add(record);
    }
    /// Null: the ticket has none.
    Record* of(std::uint64_t ticket)
    {
        const auto found = m_places.find(ticket);
        return found == m_places.end() ? nullptr : &m_store.at(found->second);
    }
    /// Where the ticket's record is; empty: it has none.
    [[nodiscard]] std::optional<std::size_t> placeOf(std::uint64_t ticket) const
    {
        const auto found = m_places.find(ticket);
        return found == m_places.end() ? std::nullopt : std::optional{found->second};
    }
    /// The record at `place` is the ticket's last one again.
    void setPlace(std::uint64_t ticket, std::size_t place) { m_places[ticket] = place; }
    void resume(const std::vector<OpenRecord<Record>>& open)
    {
        for (const OpenRecord<Record>& one : open)
            add(one.ticket, one.record);
    }
    [[nodiscard]] std::vector<OpenRecord<Record>> all() const
    {
        std::vector<OpenRecord<Record>> open;
        for (const auto& [ticket, place] : m_places)
            open.push_back({ticket, m_store.at(place)});
        return open;
    }
    /// Moves the records that can't change any more to the front, from `first` on; returns where they end.
    std::size_t settle(std::size_t first, auto mayChange)
    {
        std::vector<OpenRecord<Record>> kept;
        std::vector<bool> stays(m_store.size() - first, false);
        for (const auto& [ticket, place] : m_places) {
            if (!mayChange(ticket))
                continue;
            kept.push_back({ticket, m_store.at(place)});
            stays[place - first] = true;
        }
        std::size_t settled = first;
        for (std::size_t i = first; i < m_store.size(); ++i)
            if (!stays[i - first])
                m_store.at(settled++) = m_store.at(i);
        m_store.shrink(settled);
        m_places.clear();
        resume(kept);
        return settled;
    }

private:
    RecordStore<Record>& m_store;
    std::map<std::uint64_t, std::size_t> m_places;
};

} // namespace starqueue::db
