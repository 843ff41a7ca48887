#pragma once

#include <queue/rules/ids.h>
#include <time/instant.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::queue {

/// A text that stands on screens and tickets in both languages.
struct Name
{
    std::string zh;
    std::string en;

    friend bool operator==(const Name&, const Name&) = default;
};

enum class Language : std::uint8_t { Zh, En };

/// Who is next, see scheduling: head start (default), first come, strict, weighted, accumulating.
enum class Discipline : std::uint8_t { HeadStart, Fifo, Strict, Weighted, Accumulating };

enum class Statutory : std::uint8_t { None, Disabled, Elderly, Pregnant, Military };

struct ServiceRule
{
    std::string id{};     ///< stable name, such as "account"
    std::string prefix{}; ///< one or two letters before the number, unique
    Name name{};
    Seconds typical{360};           ///< what a service takes until the hall has learned better
    bool retired = false;           ///< no longer in the configuration; tickets that hold it are still served
    std::uint32_t dailyTickets = 0; ///< most a day, those cancelled not counted; 0: no limit

    friend bool operator==(const ServiceRule&, const ServiceRule&) = default;
};

/// Customers of at least `stars` (and key contacts, if so marked). Tiers stand highest first;
/// the last one has 0 stars and takes everybody else. A tier has no name of its own: a rule change
/// puts every ticket of the day into the tier that its stars now reach.
struct TierRule
{
    int stars = 0;
    bool keyContacts = false;
    Seconds target{900}; ///< the wait that this tier is promised
    Millis headStart{0}; ///< counts as issued that much earlier (head-start)
    double rate = 1.0;   ///< priority gained a minute (accumulating)
    double weight = 1.0; ///< share of calls (weighted)

    friend bool operator==(const TierRule&, const TierRule&) = default;
};

struct CounterRule
{
    std::string id;
    Name name;
    std::vector<ServiceIx> services;     ///< may be called here, all alike
    std::vector<ServiceIx> prefers;      ///< of these, the first that waits comes before the others
    std::optional<int> dedicatedToStars; ///< 专柜: these stars and above first
    /// How long another customer must have waited before a dedicated counter takes them; empty: never.
    std::optional<Millis> helpOthersAfter = Millis{0};
    bool retired = false;
    std::vector<int> tiers{}; ///< may be called here, by the stars that they begin at; empty: all

    friend bool operator==(const CounterRule&, const CounterRule&) = default;
};

/// What keeps one person or one kiosk from taking numbers without end; 0: no limit.
struct IssueLimits
{
    std::uint16_t perIdentity = 0;    ///< tickets a day, those cancelled not counted
    std::uint16_t perKioskMinute = 0; ///< tickets that one kiosk gives within any 60 seconds

    friend bool operator==(const IssueLimits&, const IssueLimits&) = default;
};

/// Everything that decides who is next; carried whole by rules_set. Plain values, no behaviour.
struct Rules
{
    Discipline discipline = Discipline::HeadStart;
    std::optional<Millis> guard = Minutes{25}; ///< who counts from that long ago goes first; empty: none
    Minutes bound{25};                         ///< nobody may be overtaken by this or more
    Millis statutoryHeadStart = Minutes{20};
    bool statutoryAtKiosk = false;
    Seconds ratingWindow{30};
    Millis requeueCredit = Minutes{10};
    int maxRequeues = 3;
    std::uint8_t noShowAfterRecalls = 0; ///< the next recall after so many is a no-show; 0: the clerk decides
    IssueLimits limits;
    Seconds printJobLife{600};
    std::vector<ServiceRule> services;
    std::vector<TierRule> tiers;
    std::vector<CounterRule> counters;

    friend bool operator==(const Rules&, const Rules&) = default;
};

/// The tier of a customer: the first whose stars are reached, or that takes key contacts.
[[nodiscard]] TierIx tierOf(const Rules& rules, int stars, bool keyContact);

/// The larger of the tier's head start and the statutory one; they don't add.
[[nodiscard]] Millis headStartOf(const Rules& rules, TierIx tier, Statutory statutory);

/// The tier that a customer counts as wherever tiers are compared (strict, weighted, accumulating).
///
/// A statutory priority that is worth more than the own tier's head start counts as the lowest tier
/// whose head start reaches it, or as the highest when none does; never as a lower one than the own.
[[nodiscard]] TierIx standingOf(const Rules& rules, TierIx tier, Statutory statutory);

[[nodiscard]] std::optional<ServiceIx> findService(const Rules& rules, std::string_view id);
[[nodiscard]] std::optional<CounterIx> findCounter(const Rules& rules, std::string_view id);

/// Numbers that are written by hand while the machines stand still, "A9001" to "A9999": no machine gives
/// them.
inline constexpr std::uint32_t kFirstByHand = 9001;
inline constexpr std::uint32_t kLastByHand = 9999;

[[nodiscard]] constexpr bool isByHand(std::uint32_t number)
{
    return number >= kFirstByHand && number <= kLastByHand;
}

/// "A012": prefix and at least three digits.
[[nodiscard]] std::string ticketNumber(const Rules& rules, ServiceIx service, std::uint32_t number);

} // namespace starqueue::queue
