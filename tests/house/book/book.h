#pragma once

#include <house/record/record.h>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace starqueue::house {

/// One line of the journal, with its payload read as plain JSON.
struct Entry
{
    std::uint64_t seq = 0;
    std::string name;
    std::int64_t at = 0;      ///< ms in the hall's life
    bool isRequested = false; ///< begins what a client asked for
    nlohmann::json payload;

    /// Empty where there is no such text.
    [[nodiscard]] std::string text(const char* field) const;
    [[nodiscard]] std::int64_t number(const char* field) const;
    [[nodiscard]] bool flag(const char* field) const;
    /// ms; of a timestamp.
    [[nodiscard]] std::int64_t time(const char* field) const;
    /// "line 17, ticket_called".
    [[nodiscard]] std::string words() const;
};

[[nodiscard]] Entry entryOf(std::uint64_t seq, const Record::Line& line);

/// A customer's visit.
struct Visit
{
    std::string state = "waiting";
    std::string number;
    std::string service;
    std::string numberedIn; ///< the service that the number is of
    std::string kiosk;
    std::string counter;
    std::string parkedAt;
    std::string customer;
    std::string job; ///< the last one
    int stars = 0;
    bool isKeyContact = false;
    std::string claim;        ///< what `customer` is worth
    std::string group{};      ///< of a statutory priority; empty: none
    std::int64_t issued = 0;  ///< ms
    std::int64_t counted = 0; ///< ms: the time from which it counts
    std::int64_t recalls = 0;
    std::int64_t requeues = 0;
    std::string boundTo{};    ///< the counter that alone calls it while it is open
    std::string boundClerk{}; ///< whose counter it is, instead; empty: nobody's
    bool isFirst = false;     ///< somebody put it first
    bool wasPostponed = false;
    std::int64_t until = 0; ///< ms: of the postponement

    [[nodiscard]] bool isPrintable() const
    {
        return state == "waiting" || state == "parked" || state == "postponed";
    }
    [[nodiscard]] bool isAtCounter() const { return state == "called" || state == "serving"; }
};

struct Desk
{
    std::string state = "closed";
    std::string clerk{};
    std::string visit;           ///< called or in service; empty: none
    Visit before{};              ///< how that one stood before it was called
    std::int64_t called = 0;     ///< ms
    std::int64_t calledLast = 0; ///< ms: or recalled
};

struct PaperJob
{
    std::string visit;
    std::string state = "pending";
    std::int64_t expires = 0;
    std::string kiosk{};
    bool isReprint = false;
    std::int64_t since = 0; ///< ms: pending, and no other ticket waited in the printer
    std::string outcome{};
    std::string paper{};    ///< what became of it; empty: nothing is known
    std::int64_t ended = 0; ///< ms

    [[nodiscard]] bool isOnPaper() const { return outcome == "printed" || outcome == "sent"; }
};

/// A printer that was reported.
struct ReportedPrinter
{
    std::string kiosk;
    std::string fault;
};

struct Invitation
{
    std::string visit;
    std::string counter;
    std::string state = "invited";
    std::int64_t invited = 0;
    std::int64_t ends = 0;
    std::int64_t expired = 0; ///< 0: it didn't

    [[nodiscard]] bool isOpen() const
    {
        return state != "rated" && state != "expired" && state != "withdrawn";
    }
};

/// The hall's day as the journal tells it, kept by rules that are written down here once more: it shares no
/// code with the hall's, so that a mistake there doesn't excuse itself.
class Book
{
public:
    /// Told what can't be: a sentence with the line.
    explicit Book(std::function<void(const std::string&)> wrong) : m_wrong(std::move(wrong)) {}

    void write(const Entry& entry);
    /// Whether a counter may call this visit, which waits: `counter` is its rule.
    [[nodiscard]] bool mayCall(const nlohmann::json& counter, const Visit& visit) const;
    /// Everything has had time to go on.
    void closeCalm();

    bool isDayOpen = false;
    std::string date;
    nlohmann::json rules;
    std::map<std::string, Visit> visits; ///< by id
    std::map<std::string, Desk> desks;
    std::map<std::string, PaperJob> jobs;
    std::map<std::string, Invitation> invitations;
    std::set<std::string> closedServices;
    std::map<std::string, nlohmann::json> messages;

private:
    /// What stood there; null: nothing. By the time of the change and the message. Several: a change may be
    /// taken back at once.
    using MessagesBefore = std::multimap<std::pair<std::int64_t, std::string>, nlohmann::json>;
    using Writing = void (Book::*)(const Entry&);
    static const std::map<std::string, Writing> kWritings;

    // book_visits.cpp
    void onIssued(const Entry& entry);
    void onCalled(const Entry& entry);
    void onStarted(const Entry& entry);
    void onFinished(const Entry& entry);
    void onNoShow(const Entry& entry);
    void onRequeued(const Entry& entry);
    void onParked(const Entry& entry);
    void onUnparked(const Entry& entry);
    void onCancelled(const Entry& entry);
    void onUnserved(const Entry& entry);
    void onVerified(const Entry& entry);
    void onIdentified(const Entry& entry);
    void onPriority(const Entry& entry);
    // book_floor.cpp
    void onTransferred(const Entry& entry);
    void onHandedOver(const Entry& entry);
    void onServicesSet(const Entry& entry);
    void onPostponed(const Entry& entry);
    void onReturned(const Entry& entry);
    void setRules(const nlohmann::json& configured);
    /// The counter to which it was sent, or that the clerk holds to whom it was; empty: none.
    [[nodiscard]] std::string boundTo(const Visit& visit) const;
    // book_steps.cpp
    void keepTurn(const Entry& entry);
    void forgetTurnsAt(const std::string& counter, const std::string& butOf = {});
    void onStepUndone(const Entry& entry);
    [[nodiscard]] bool goesOn(const Entry& entry, const Visit& visit) const;
    [[nodiscard]] std::string stepOf(const Entry& entry) const;
    void withdraw(const Entry& entry, const std::string& ticket, std::int64_t finished);
    void needPaperAgain(const Entry& entry, const Visit& since, std::int64_t done);
    // book_aftermath.cpp
    void onJob(const Entry& entry);
    void onTaken(const Entry& entry);
    void onJobEnded(const Entry& entry);
    void onPaper(const Entry& entry);
    void onSlip(const Entry& entry);
    void onDevice(const Entry& entry);
    void needSequel(const Entry& entry, const PaperJob& job, bool isOfBridge);
    [[nodiscard]] bool isPendingTooLong(const Entry& entry, const PaperJob& job) const;
    [[nodiscard]] bool isStillWanted(const Entry& entry, const PaperJob& job) const;
    void onInvited(const Entry& entry);
    void onArmed(const Entry& entry);
    void onRated(const Entry& entry);
    void onExpired(const Entry& entry);
    void onCase(const Entry& entry);
    // book_day.cpp
    void onCounter(const Entry& entry);
    void onService(const Entry& entry);
    void onMessage(const Entry& entry);
    void onRules(const Entry& entry);
    void onDayClosed(const Entry& entry);
    void needKept(const Entry& entry);
    void onDayOpened(const Entry& entry);
    void needOwnServices(const Entry& entry) const;
    void onDayBroughtBack(const Entry& entry);
    void onActUndone(const Entry& entry);
    void needEarlierMessage(const Entry& entry) const;
    void onDayCorrected(const Entry& entry);
    void needRightOnesUnserved(const Entry& entry);

    void need(bool holds, const Entry& entry, const std::string& what) const;
    /// The ticket of the line; a sham one if the book has none.
    Visit& visitOf(const Entry& entry);
    Visit& visitAt(const Entry& entry, const std::set<std::string>& states);
    void leaveDesk(Visit& visit, const std::string& id);
    /// Today's tickets of the entry's service and of the customer, and the last minute's of its kiosk.
    struct Given
    {
        std::int64_t ofService = 0;
        std::int64_t ofCustomer = 0;
        std::int64_t ofKiosk = 0;
    };
    [[nodiscard]] Given givenBefore(const Entry& entry, const std::string& customer) const;
    void needWithinLimits(const Entry& entry, const std::string& customer, bool isNew) const;
    void needSole(const Entry& entry, const std::string& customer, const std::string& claim) const;
    void recall(const Entry& entry, Visit& visit);
    void undoCall(Visit& visit);
    void needWhy(const Entry& entry, const Visit& visit);
    void needExplained(const Entry& entry);
    void bringBackWhoWasUnserved();
    [[nodiscard]] bool isInTheRoom(const Visit& visit) const;
    /// The number that comes next: nobody in the room has it.
    void needNextNumber(const Entry& entry, const nlohmann::json& service);
    /// Of all that is counted together.
    std::string nextNumber(const std::string& counted, const std::string& prefix);
    void needCarried(const Entry& entry, const nlohmann::json& carried);
    void needCarriedVisits(const Entry& entry, const nlohmann::json& carried);
    void needNext(std::uint64_t& last, const Entry& entry, const char* field) const;

    std::function<void(const std::string&)> m_wrong;
    std::int64_t m_lastAt = 0;
    std::uint64_t m_lastTicket = 0;
    std::uint64_t m_lastOfYesterday = 0;
    std::uint64_t m_lastJob = 0;
    std::uint64_t m_lastSession = 0;
    std::map<std::string, std::int64_t> m_numbers;     ///< the last one of a service
    nlohmann::json m_hours = nlohmann::json::object(); ///< of the day, with the dates of its cases
    nlohmann::json m_configured =
        nlohmann::json::object();                  ///< the rules without what was changed on the floor
    std::map<std::string, nlohmann::json> m_floor; ///< services by counter, changed for the day
    std::set<std::string> m_presses;
    MessagesBefore m_messagesBefore;
    std::int64_t m_unserved = 0;
    struct Before
    {
        std::int64_t at = 0;
        std::map<std::string, Visit> visits{};
        std::map<std::string, Desk> desks{};
        std::map<std::string, PaperJob> jobs{};
    };
    /// What this command has changed, as it was: the end of a day may be taken back.
    Before& before(const Entry& entry);
    Before m_before;
    Before m_beforeClose;
    /// A step with a visit, which may be taken back, and what it changed as that was.
    struct Turn
    {
        std::string step{};
        std::int64_t at = 0;
        std::string counter{}; ///< empty: on the floor
        Visit visit{};
        std::string desk{}; ///< concerned; empty: none
        Desk before{};
    };
    /// By visit, the last one at the end. One before it can be taken back once that was.
    std::map<std::string, std::vector<Turn>> m_turns;
    /// The day before the present one.
    struct FormerDay
    {
        Before things{};
        std::string date{};
        std::map<std::string, std::int64_t> numbers{};
        std::uint64_t lastOfYesterday = 0;
        std::set<std::string> papers{};
        Before beforeClose{};
        std::map<std::string, nlohmann::json> floor{};
    };
    FormerDay m_former;
    std::map<std::string, ReportedPrinter> m_printers; ///< by device
    std::set<std::string> m_papers;                    ///< visits that a paper without a mark may exist of
    /// What the next line must be, and of which visit: the rest of one command.
    std::optional<std::pair<std::string, std::string>> m_due;
    /// The visit whose last job has just ended so that none follows by itself.
    std::string m_noMorePaper;
    /// The lines that may come next and give a job's or session's end its reason, and which one ended.
    std::optional<std::pair<std::set<std::string>, std::string>> m_reasons;
};

} // namespace starqueue::house
