#pragma once

#include <files/posix_files.h>
#include <formats/toml/setting_problem.h>
#include <formats/words.h>
#include <hall/settings/opening_hours.h>

#include <queue/rules/opening.h>
#include <queue/rules/rules.h>
#include <time/clock_belief.h>

#include <tl/expected.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::settings {

/// A listening address: numeric IP and port.
struct Address
{
    std::string host;
    std::uint16_t port = 0;

    friend bool operator==(const Address&, const Address&) = default;
};

/// Parses "127.0.0.1:8470" or "[::1]:8470"; empty: invalid.
[[nodiscard]] std::optional<Address> parseAddress(std::string_view text);
[[nodiscard]] std::string toText(const Address& address);

/// How a clerk authenticates when opening a counter.
enum class ClerkLogin {
    Token, ///< the counter's token is enough; any clerk id is accepted
    Pin    ///< a clerk's number and PIN too
};
consteval auto spelling(ClerkLogin)
{
    return formats::spelled<ClerkLogin>({{ClerkLogin::Token, "token"}, {ClerkLogin::Pin, "pin"}});
}

/// Whether an administrator logs in with a code beside the password. Whoever has a second factor is asked for
/// it in any case.
enum class SecondFactor {
    BeyondThisMachine, ///< demanded where other machines reach the pages
    Demanded,
    Offered
};
consteval auto spelling(SecondFactor)
{
    return formats::spelled<SecondFactor>({{SecondFactor::BeyondThisMachine, "beyond-this-machine"},
                                           {SecondFactor::Demanded, "demanded"},
                                           {SecondFactor::Offered, "offered"}});
}

/// The keys of [listen] that are an address.
enum class Listener { Address, Operations, Phone };
consteval auto spelling(Listener)
{
    return formats::spelled<Listener>(
        {{Listener::Address, "address"}, {Listener::Operations, "operations"}, {Listener::Phone, "phone"}});
}

/// Where the hall service listens.
struct ListenSettings
{
    Address main{"127.0.0.1", 8470};   ///< `--listen` overrides it
    std::optional<Address> operations; ///< /healthz /readyz /metrics; empty: on the main one
    std::optional<Address> phone;      ///< /t/{secret} only, reachable from outside
    std::set<Listener> inClear;        ///< those that other machines may reach, although nothing encrypts

    friend bool operator==(const ListenSettings&, const ListenSettings&) = default;
};

/// Limits of one HTTP peer.
struct HttpLimits
{
    std::size_t headerBytes = std::size_t{16} * 1024;
    std::size_t bodyBytes = std::size_t{64} * 1024;
    Seconds request{10};   ///< time-out for the complete request
    Seconds heartbeat{10}; ///< between comment lines on a stream
    std::size_t backlogBytes = std::size_t{256} * 1024;
    int connections = 2000;
    int connectionsPerPeer = 64; ///< except loopback

    friend bool operator==(const HttpLimits&, const HttpLimits&) = default;
};

/// Where services that have ended are told to another system.
struct WebhookSettings
{
    std::string url;                  ///< http or https; empty: nowhere
    std::filesystem::path secretFile; ///< as it stands in the file; relative ones begin at its folder
    int secretLine = 0;               ///< where it stands
    std::string secret;               ///< signs what is sent; read by readServiceSettings() alone
    bool inClear = false;             ///< http:// may leave this machine

    friend bool operator==(const WebhookSettings&, const WebhookSettings&) = default;
};

/// By when recovery cases are due, in working days after the one on which they are opened.
struct CaseSettings
{
    std::optional<int> contact{}; ///< whoever rated badly is called; empty: no deadline
    std::optional<int> close{};   ///< what was wrong is mended; likewise
    std::array<bool, 7> week = queue::WorkingDays{}.week; ///< the weekdays that are worked, Monday first

    [[nodiscard]] bool haveDeadlines() const { return contact || close; }
    friend bool operator==(const CaseSettings&, const CaseSettings&) = default;
};

/// How many within an hour are usual; 0: any number. More are an alarm.
struct UsualSettings
{
    int refusedLogins = 30;
    int refusedTokens = 120;
    int refusedRoles = 60;   ///< of one caller
    int refusedLookups = 60; ///< likewise
    int tickets = 400;       ///< likewise
    int cancels = 60;        ///< likewise
    bool onePlace = true;    ///< a face's token comes from one address

    friend bool operator==(const UsualSettings&, const UsualSettings&) = default;
};

/// hall.toml, parsed and validated. Plain values.
struct HallSettings
{
    std::string id; ///< unique in the organisation
    std::string name;
    std::vector<std::string> path; ///< from head office down, for reports of several halls
    std::string timeZone;          ///< name in the tz database, known on this machine
    Minutes dayStarts{300};        ///< local time, since midnight: when the business day changes
    OpeningHours opens;
    std::map<std::string, OpeningHours>
        serviceOpens;          ///< by service id; only services with hours of their own
    queue::CounterPlan plan{}; ///< counters that are meant to be open
    CaseSettings cases;
    queue::WorkingDays workingDays; ///< of `opens` and `cases`
    std::optional<std::string>
        publicUrl; ///< for QR codes, without a trailing slash; empty: no QR code is printed
    /// In the file's order, without retired ones. On a reload, merge them (see queue::mergeRules) to keep
    /// indices.
    queue::Rules rules;
    std::map<std::string, int> prefixLines; ///< by service id: where the file says its prefix
    std::string closeSlip{};                ///< the kiosk that prints the journal's head at a day's close
    bool carryWaiting = false;              ///< over the start of a business day
    ClerkLogin clerkLogin = ClerkLogin::Token;
    SecondFactor secondFactor = SecondFactor::BeyondThisMachine;
    Minutes sessionIdle{30};             ///< of a user's session at the pages
    std::chrono::hours sessionWhole{12}; ///< however it is used
    int lookupsAnHour = 120;             ///< of customers by one of the staff; more are an alarm
    UsualSettings usual;
    bool behindTls = false; ///< a proxy gives TLS to what listens on loopback: cookies are for TLS only
    time::ClockSource clockSource = time::ClockSource::Rtc; ///< what makes the machine's clock right
    ListenSettings listen;
    HttpLimits limits;
    WebhookSettings webhook;

    friend bool operator==(const HallSettings&, const HallSettings&) = default;
};

/// Whether programs on this machine alone reach it.
[[nodiscard]] bool isLoopback(const Address& address);

/// The host of an http:// address that lies beyond this machine; empty: nothing goes there in clear.
[[nodiscard]] std::string hostInClear(std::string_view url);

/// Whether administrators need a second factor in a hall that listens at `main`.
[[nodiscard]] bool isFactorDemanded(const HallSettings& settings, const Address& main);

/// The addresses that other machines reach: all that is said there is said in clear.
[[nodiscard]] std::map<Listener, Address> listenersInClear(const ListenSettings& listen);

/// Why the service doesn't listen so, and what to do; empty: it does.
[[nodiscard]] std::string whyNotInClear(const ListenSettings& listen);

/// A year of which no public days are known: this one, or from November on the next. Empty: none, or this
/// hall needs none, as it is open alike every day, and has no deadlines.
[[nodiscard]] std::optional<int> yearWithoutPublicDays(const HallSettings& settings, Date today);

/// Parses and validates `file`. Returns as many problems as it can find at once; never throws.
[[nodiscard]] tl::expected<HallSettings, formats::SettingProblems>
readHallSettings(const std::filesystem::path& file, files::Files& files = files::posix());

/// Likewise with the secrets that it names, which are for the service's eyes: whose file is missing, or can
/// be read by others, is a problem.
[[nodiscard]] tl::expected<HallSettings, formats::SettingProblems>
readServiceSettings(const std::filesystem::path& file, files::Files& files = files::posix());

/// Reads settings from `text`; problems name `file`.
[[nodiscard]] tl::expected<HallSettings, formats::SettingProblems> parseHallSettings(std::string_view text,
                                                                                     const std::string& file);

} // namespace starqueue::settings
