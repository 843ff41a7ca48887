#pragma once

#include <formats/toml/setting_problem.h>
#include <hall/settings/opening_hours.h>

#include <queue/rules/rules.h>

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::settings {

/// Where a server listens: a numeric address and a port.
struct Address
{
    std::string host;
    std::uint16_t port = 0;

    friend bool operator==(const Address&, const Address&) = default;
};

/// "127.0.0.1:8470", "[::1]:8470"; empty: not that.
[[nodiscard]] std::optional<Address> parseAddress(std::string_view text);
[[nodiscard]] std::string toText(const Address& address);

/// How a clerk proves who they are when they open a counter.
enum class ClerkLogin {
    Token, ///< the counter's token suffices; any clerk id is taken
    Pin
};

struct ListenSettings
{
    Address main{"127.0.0.1", 8470};   ///< `--listen` goes before it
    std::optional<Address> operations; ///< /healthz /readyz /metrics; empty: on the main one alone
    std::optional<Address> phone;      ///< /t/{secret} alone, where the hall is reachable from outside

    friend bool operator==(const ListenSettings&, const ListenSettings&) = default;
};

/// What one peer may ask of the server.
struct HttpLimits
{
    std::size_t headerBytes = std::size_t{16} * 1024;
    std::size_t bodyBytes = std::size_t{64} * 1024;
    Seconds request{10};   ///< a request must be here whole
    Seconds heartbeat{10}; ///< between comment lines on a stream
    std::size_t backlogBytes = std::size_t{256} * 1024;
    int connections = 2000;
    int connectionsPerPeer = 64; ///< loopback excepted

    friend bool operator==(const HttpLimits&, const HttpLimits&) = default;
};

/// hall.toml, read and checked. Plain values.
struct HallSettings
{
    std::string id; ///< unique in the organisation
    std::string name;
    std::vector<std::string> path; ///< from head office down, for roll-up
    std::string timeZone;          ///< of the tz database, known on this machine
    Minutes dayStarts{300};        ///< since midnight of the zone: when one business day becomes the next
    OpeningHours opens;
    std::map<std::string, OpeningHours> serviceOpens; ///< by id: those services that have hours of their own
    std::optional<std::string> publicUrl; ///< for the QR, without a slash at the end; empty: no QR is printed
    /// In the file's order; nothing in them is retired. Whoever reloads keeps the places of what was there.
    queue::Rules rules;
    ClerkLogin clerkLogin = ClerkLogin::Token;
    ListenSettings listen;
    HttpLimits limits;

    friend bool operator==(const HallSettings&, const HallSettings&) = default;
};

/// Reads and checks `file`. Finds as many problems at once as it can; never throws, keeps no state.
[[nodiscard]] tl::expected<HallSettings, formats::SettingProblems>
readHallSettings(const std::filesystem::path& file);

/// The same from `text`; problems name `file`.
[[nodiscard]] tl::expected<HallSettings, formats::SettingProblems> parseHallSettings(std::string_view text,
                                                                                     const std::string& file);

} // namespace starqueue::settings
