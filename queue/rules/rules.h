#pragma once

#include <queue/rules/finish_rules.h>
#include <queue/rules/ids.h>
#include <queue/rules/rating_levels.h>
#include <queue/rules/statutory_group.h>
#include <queue/schema/field.h>
#include <queue/schema/words.h>
#include <time/instant.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::queue {

enum class Language : std::uint8_t { Zh, En };
consteval auto spelling(Language)
{
    return spelled<Language>({{Language::Zh, "zh"}, {Language::En, "en"}});
}

/// The order of service, see docs/scheduling.md: head start (default), first come, strict, weighted,
/// accumulating.
enum class Discipline : std::uint8_t { HeadStart, Fifo, Strict, Weighted, Accumulating };
consteval auto spelling(Discipline)
{
    return spelled<Discipline>({{Discipline::HeadStart, "head-start"},
                                {Discipline::Fifo, "fifo"},
                                {Discipline::Strict, "strict"},
                                {Discipline::Weighted, "weighted"},
                                {Discipline::Accumulating, "accumulating"}});
}

/// Customers have 0 to this many stars.
inline constexpr int kMostStars = 7;

/// What a customer can want, and the numbers given for it.
struct ServiceRule
{
    std::string id{};     ///< stable name, such as "account"
    std::string prefix{}; ///< one or two letters before the number, unique but in a series
    Name name{};
    Seconds typical{360};           ///< service time until the hall has learned it
    bool retired = false;           ///< no longer in the configuration; its tickets are still served
    std::uint32_t dailyTickets = 0; ///< limit a day, cancelled ones not counted; 0: none
    bool inSeries = false; ///< all services in series that have this prefix count their numbers as one

    friend bool operator==(const ServiceRule&, const ServiceRule&) = default;
};

void describe(auto& a, Of<ServiceRule> auto& service)
{
    a.field("id", service.id);
    a.field("prefix", service.prefix);
    a.field("name", service.name);
    a.field("typicalSeconds", service.typical);
    a.field("retired", service.retired);
    a.fieldOr("dailyTickets", service.dailyTickets, 0);
    a.fieldOr("inSeries", service.inSeries, false);
}

/// Customers of at least `stars` (and key contacts, if so marked). Tiers stand highest first; the last has 0
/// stars and takes everybody else. They have no names: a change of rules puts every ticket into the tier that
/// its stars now reach.
struct TierRule
{
    int stars = 0;
    bool keyContacts = false;
    Seconds target{900}; ///< the wait that this tier should not exceed
    Millis headStart{0}; ///< counts as issued that much earlier (head-start)
    double rate = 1.0;   ///< priority gained a minute (accumulating)
    double weight = 1.0; ///< share of calls (weighted)

    friend bool operator==(const TierRule&, const TierRule&) = default;
};

void describe(auto& a, Of<TierRule> auto& tier)
{
    a.field("stars", tier.stars);
    a.field("keyContacts", tier.keyContacts);
    a.field("targetSeconds", tier.target);
    a.field("headStartSeconds", tier.headStart);
    a.field("rate", tier.rate);
    a.field("weight", tier.weight);
}

/// A counter: whom it may serve, and whom first.
struct CounterRule
{
    std::string id;
    Name name;
    std::vector<ServiceIx> services;     ///< may be called here, without preference
    std::vector<ServiceIx> prefers;      ///< a subset, in order of preference: before the others
    std::optional<int> dedicatedToStars; ///< 专柜: customers of at least these stars first
    /// After what wait a dedicated counter takes another customer; empty: never.
    std::optional<Millis> helpOthersAfter = Millis{0};
    bool retired = false;
    std::vector<int> tiers{}; ///< may be called here, by their least stars; empty: all
    std::string sign{};       ///< what stands over it, such as "3B"; empty: its id
    Name spoken{};            ///< how a voice says the sign; empty: as it is written
    std::string profile{};    ///< whose services it has; empty: its own

    friend bool operator==(const CounterRule&, const CounterRule&) = default;
};

void describe(auto& a, Of<CounterRule> auto& counter)
{
    a.field("id", counter.id);
    a.field("name", counter.name);
    a.field("services", counter.services);
    a.field("prefers", counter.prefers);
    a.fieldOr("tiers", counter.tiers, {});
    a.field("dedicatedToStars", counter.dedicatedToStars);
    a.field("helpOthersAfterSeconds", counter.helpOthersAfter);
    a.field("retired", counter.retired);
    a.fieldOr("sign", counter.sign, {});
    a.fieldOr("spoken", counter.spoken, {});
    a.fieldOr("profile", counter.profile, {});
}

/// What stands over the counter, for displays, voice and phone.
[[nodiscard]] inline const std::string& signOf(const CounterRule& counter)
{
    return counter.sign.empty() ? counter.id : counter.sign;
}

/// Services that a counter is given together, on the floor or in the configuration.
struct ProfileRule
{
    std::string id{};
    Name name{}; ///< both empty: its id says enough
    std::vector<ServiceIx> services{};

    friend bool operator==(const ProfileRule&, const ProfileRule&) = default;
};

void describe(auto& a, Of<ProfileRule> auto& profile)
{
    a.field("id", profile.id);
    a.fieldOr("name", profile.name, {});
    a.field("services", profile.services);
}

/// What keeps one person or one kiosk from taking numbers without end; 0: no limit.
struct IssueLimits
{
    std::uint16_t perIdentity = 0;    ///< tickets a day, cancelled ones not counted
    std::uint16_t perKioskMinute = 0; ///< tickets of one kiosk within any 60 seconds

    friend bool operator==(const IssueLimits&, const IssueLimits&) = default;
};

void describe(auto& a, Of<IssueLimits> auto& limits)
{
    a.field("perIdentity", limits.perIdentity);
    a.field("perKioskMinute", limits.perKioskMinute);
}

/// What kiosk, paper and phone show who typed an identity: an ordinary place and wait, or their own.
enum class TypedShows : std::uint8_t { Ordinary, Personal };
consteval auto spelling(TypedShows)
{
    return spelled<TypedShows>({{TypedShows::Ordinary, "ordinary"}, {TypedShows::Personal, "personal"}});
}

/// Everything that decides who is next; carried whole by rules_set. Plain values, no behaviour.
struct Rules
{
    Discipline discipline = Discipline::HeadStart;
    std::optional<Millis> guard = Minutes{25}; ///< who has waited that long (from τ) goes first; empty: none
    Minutes bound{25};                         ///< limit of any overtaking, see overtakingBound()
    /// Who was passed that often in turn goes before everybody who wasn't, after the guard; 0: no limit.
    std::uint16_t mostPasses = 0;
    Seconds ratingWindow{30};
    RatingLabels ratingLabels = RatingLabels::Telecom;
    std::vector<int> caseLevels = usualCaseLevels(); ///< scores that open a recovery case
    std::vector<RatingReason> ratingReasons;         ///< that customers are offered; empty: none
    std::uint8_t exportDefault = 0; ///< score that exports derive where nobody rated; 0: none
    std::uint8_t lateDays = 0; ///< how long after its end a visit may be rated from the phone; 0: not at all
    Millis requeueCredit = Minutes{10};
    int maxRequeues = 3;
    std::uint8_t noShowAfterRecalls = 0; ///< then one more is a no-show; 0: the clerk decides
    Seconds noShowEarliest{0};           ///< after the call, or the last recall, nobody is a no-show before
    IssueLimits limits;
    TypedShows typedShows = TypedShows::Ordinary;
    bool codeIsProof = true; ///< who shows a reader a code that isn't a phone number has proven who they are
    Seconds printJobLife{600};
    bool clerksAtTwo = false;          ///< one clerk may hold several counters
    Minutes postponeFor{10};           ///< how long a customer may put off the call, once; 0: not at all
    std::vector<OutcomeRule> outcomes; ///< of a service; empty: none is recorded
    bool outcomeRequired = false;      ///< no service finishes without one
    AskReference askReference = AskReference::Off;
    std::vector<ServiceRule> services;
    std::vector<TierRule> tiers;
    std::vector<CounterRule> counters;
    std::vector<ProfileRule> profiles;
    std::vector<StatutoryGroup> groups = classicGroups({}); ///< who has a statutory priority
    std::vector<ServiceIx> serviceOrder{};                  ///< as the file has them, see shownServices()
    std::vector<GroupIx> groupOrder{};

    friend bool operator==(const Rules&, const Rules&) = default;
};

void describe(auto& a, Of<Rules> auto& rules)
{
    a.field("discipline", rules.discipline);
    a.field("guardSeconds", rules.guard);
    a.field("boundSeconds", rules.bound);
    a.fieldOr("mostPasses", rules.mostPasses, 0);
    describeGroups(a, rules.groups);
    a.field("ratingWindowSeconds", rules.ratingWindow);
    a.fieldOr("ratingLabels", rules.ratingLabels, RatingLabels::Telecom);
    a.fieldOr("caseLevels", rules.caseLevels, usualCaseLevels());
    a.fieldOr("ratingReasons", rules.ratingReasons, {});
    a.fieldOr("lateDays", rules.lateDays, 0);
    a.fieldOr("exportDefault", rules.exportDefault, 0);
    a.field("requeueCreditSeconds", rules.requeueCredit);
    a.field("maxRequeues", rules.maxRequeues);
    a.fieldOr("noShowAfterRecalls", rules.noShowAfterRecalls, 0);
    a.fieldOr("noShowEarliestSeconds", rules.noShowEarliest, Seconds{0});
    a.fieldOr("limits", rules.limits, {});
    a.fieldOr("typedShows", rules.typedShows, TypedShows::Ordinary);
    a.fieldOr("codeIsProof", rules.codeIsProof, true);
    a.field("printJobLifeSeconds", rules.printJobLife);
    a.fieldOr("clerksAtTwo", rules.clerksAtTwo, false);
    a.fieldOr("postponeSeconds", rules.postponeFor, Minutes{10});
    a.fieldOr("outcomes", rules.outcomes, {});
    a.fieldOr("outcomeRequired", rules.outcomeRequired, false);
    a.fieldOr("askReference", rules.askReference, AskReference::Off);
    a.field("services", rules.services);
    a.field("tiers", rules.tiers);
    a.useIndicesOf(rules);
    a.field("counters", rules.counters);
    a.fieldOr("profiles", rules.profiles, {});
    a.fieldOr("serviceOrder", rules.serviceOrder, {});
    a.fieldOr("groupOrder", rules.groupOrder, {});
}

/// The tier of a customer: the first whose stars are reached, or that takes key contacts.
[[nodiscard]] TierIx tierOf(const Rules& rules, int stars, bool keyContact);

/// The larger of the tier's head start and the group's; they don't add.
[[nodiscard]] Millis headStartOf(const Rules& rules, TierIx tier, GroupIx group);

/// The standing tier: what a customer counts as where tiers are compared (strict, weighted, accumulating).
///
/// A statutory head start that is larger than that of the own tier counts as the lowest tier whose head start
/// reaches it, or as the highest when none does; never as a lower one than the own.
[[nodiscard]] TierIx standingOf(const Rules& rules, TierIx tier, GroupIx group);

/// Those that there are still, in the order in which customers and staff see them: that of their indices,
/// unless rules say otherwise.
[[nodiscard]] std::vector<ServiceIx> shownServices(const Rules& rules);
[[nodiscard]] std::vector<GroupIx> shownGroups(const Rules& rules);

/// Each group's index.
[[nodiscard]] std::vector<GroupIx> groupsOf(const Rules& rules);

/// A group with which a customer of `tier` has exactly this effective head start: groups of the same one are
/// alike in line. kNoGroup: it is the tier's own.
[[nodiscard]] GroupIx groupWith(const Rules& rules, TierIx tier, Millis headStart);

/// By which group the journal knows who has `group`: the anonymous one of its head start, where there is one
/// in force; else itself.
[[nodiscard]] GroupIx journalledAs(const Rules& rules, GroupIx group);
/// A group with a name that is alike in line: of an anonymous one any of its head start.
[[nodiscard]] GroupIx namedLike(const Rules& rules, GroupIx group);

[[nodiscard]] std::optional<ServiceIx> findService(const Rules& rules, std::string_view id);
[[nodiscard]] std::optional<CounterIx> findCounter(const Rules& rules, std::string_view id);
[[nodiscard]] std::optional<GroupIx> findGroup(const Rules& rules, std::string_view id);
[[nodiscard]] const ProfileRule* findProfile(const Rules& rules, std::string_view id); ///< null: none

/// The same, or a copy by which services finish with nothing recorded: simulated clerks have nothing to
/// record.
[[nodiscard]] std::shared_ptr<const Rules> withNothingToRecord(std::shared_ptr<const Rules> rules);

/// Numbers written by hand during an outage, "A9001" to "A9999": kiosks never issue them.
inline constexpr std::uint32_t kFirstByHand = 9001;
inline constexpr std::uint32_t kLastByHand = 9999;

[[nodiscard]] constexpr bool isByHand(std::uint32_t number)
{
    return number >= kFirstByHand && number <= kLastByHand;
}

/// Whether two services count their numbers as one.
[[nodiscard]] bool shareNumbers(const ServiceRule& a, const ServiceRule& b);

/// The prefix of the service at `place` when nobody chose one: A, B … Z, AA, AB …
[[nodiscard]] std::string prefixAt(std::size_t place);

/// "A012": prefix and at least three digits.
[[nodiscard]] std::string ticketNumber(const Rules& rules, ServiceIx service, std::uint32_t number);
[[nodiscard]] std::string ticketNumber(std::string_view prefix, std::uint32_t number);

} // namespace starqueue::queue
