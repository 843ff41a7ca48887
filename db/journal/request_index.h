#pragma once

#include <db/journal/request_key.h>

#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <unordered_map>

namespace starqueue::db {

/// An in-memory index of the remembered requests and the seq of their first events, so that a lookup for
/// every command costs no read, and no rewrite of a random database page. Some 60 bytes a request.
///
/// Keeps only a hash of the token: check a hit against its row in the journal.
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
    /// Drops the requests whose first event is before `firstSeq`.
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
