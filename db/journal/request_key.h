#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace starqueue::db {

/// What a request says, as a hash: the same id with something else to say is refused. Not against somebody
/// who looks for two bodies of one hash: a face that reuses its own ids harms nobody but itself.
struct BodyHash
{
    /// Of method, path and body without its id, so that the many requests that say the same have one hash,
    /// which packs well.
    std::array<std::uint8_t, 8> said{};
    /// Of method, path and whole body: what days of the forms before kSinceShortBodies hold instead.
    std::optional<std::array<std::uint8_t, 16>> whole{};

    /// As a day of that form notes it.
    [[nodiscard]] BodyHash inForm(int form) const;
    /// What stands in a journal; other than those two lengths: of nothing that anybody sends.
    [[nodiscard]] static BodyHash ofBytes(std::string_view bytes);
    /// As it stands in the journal. Valid as long as this object.
    [[nodiscard]] std::string_view bytes() const;
    /// Whether what was sent says what is noted of an earlier request.
    [[nodiscard]] bool isOf(const BodyHash& noted) const;
};

/// The idempotency key of a command.
struct RequestKey
{
    std::string token;                      ///< the id of the sender's token, not its secret
    std::array<std::uint8_t, 16> request{}; ///< the requestId, a UUID
    BodyHash body{};
};

} // namespace starqueue::db
