#pragma once

#include <db/journal/request_key.h>

#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <unordered_map>

namespace starqueue::db {

/// Where the events of each remembered request begin, in memory: a look-up for every command must not cost
/// a read, nor a page of the database to be rewritten at a random place. Some 60 bytes a request.
///
/// A hit has to be checked against its line in the journal: of the token only a hash is kept.
class RequestIndex
{
public:
    [[nodiscard]] std::optional<std::uint64_t> find(const RequestKey& key) const
    {
        const auto found = m_places.find(placeOf(key));
        return found == m_places.end() ? std::nullopt : std::optional{found->second};
    }
    void add(const RequestKey& key, std::uint64_t firstSeq)
    {
        m_places.insert_or_assign(placeOf(key), firstSeq);
    }
    /// Those that began before `firstSeq` are remembered no longer.
    void forgetBefore(std::uint64_t firstSeq)
    {
        std::erase_if(m_places, [firstSeq](const auto& place) { return place.second < firstSeq; });
    }
    [[nodiscard]] std::size_t size() const { return m_places.size(); }

private:
    struct Place
    {
        std::uint64_t token;
        std::array<std::uint8_t, 16> request;

        friend bool operator==(const Place&, const Place&) = default;
    };
    struct Hash
    {
        std::size_t operator()(const Place& place) const
        {
            std::uint64_t half = 0;
            std::memcpy(&half, place.request.data() + 8, sizeof half);
            std::uint64_t other = 0;
            std::memcpy(&other, place.request.data(), sizeof other);
            return place.token ^ (half * 0x9E3779B97F4A7C15U) ^ (other >> 7);
        }
    };

    static Place placeOf(const RequestKey& key) { return {std::hash<std::string>{}(key.token), key.request}; }

    std::unordered_map<Place, std::uint64_t, Hash> m_places;
};

} // namespace starqueue::db
