#pragma once

#include <client/api/values.h>
#include <client/api/words.h>

#include <QDateTime>
#include <QList>
#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace starqueue::client::api {

/// A service as the public screens show it.
struct Service
{
    QString id{};
    Name name{};
    bool open = false;
    ClosedReason closedReason = ClosedReason::None;
    bool takesTransfers = false; ///< of who is inside already
    QDateTime opensAt{};         ///< outside its hours, when they begin again; invalid: not known
    int waiting = 0;
    std::optional<int> ahead{}; ///< who would be called before a newcomer
    std::optional<WaitRange> waitSeconds{};

    bool operator==(const Service&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("id", self.id);
        field("name", self.name);
        field("open", self.open);
        field("closedReason", self.closedReason);
        field("takesTransfers", self.takesTransfers);
        field("opensAt", self.opensAt);
        field("waiting", self.waiting);
        field("ahead", self.ahead);
        field("waitSeconds", self.waitSeconds);
    }
};

/// One called number. (ticket, counter, elapsed) tells a call from the next one after a transfer or a
/// re-queue, `recalls` from its repetitions.
struct Call
{
    QString ticket{};
    QString number{};
    QString counter{};
    Name counterName{};
    QString sign{};     ///< what stands over the counter
    Name spoken{};      ///< how a voice says the sign; empty: as it is written
    QDateTime at{};     ///< of the latest call
    qint64 elapsed = 0; ///< the hall's elapsed time then, in ms
    int recalls = 0;
    TicketState state = TicketState::Unknown;

    /// Called and not yet at the counter.
    [[nodiscard]] bool expected() const { return state == TicketState::Called; }
    /// Of the call and its repetitions.
    [[nodiscard]] QString key() const
    {
        return QStringList{ticket, counter, QString::number(elapsed)}.join(u'/');
    }
    /// One without a number isn't shown to anybody.
    [[nodiscard]] bool valid() const { return !number.isEmpty(); }
    bool operator==(const Call&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("ticket", self.ticket);
        field("number", self.number);
        field("counter", self.counter);
        field("counterName", self.counterName);
        field("sign", self.sign);
        field("spoken", self.spoken);
        field("at", self.at);
        field("elapsed", self.elapsed);
        field("recalls", self.recalls);
        field("state", self.state);
    }
};

/// A counter as the board shows it.
struct BoardCounter
{
    QString id{};
    Name name{};
    QString sign{};         ///< what stands over it
    QStringList services{}; ///< ids of what it gives today
    CounterState state = CounterState::Unknown;
    QString number{}; ///< empty: nobody is called there or served
    QString clerk{};  ///< to staff only

    bool operator==(const BoardCounter&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("id", self.id);
        field("name", self.name);
        field("sign", self.sign);
        field("services", self.services);
        field("state", self.state);
        field("number", self.number);
        field("clerk", self.clerk);
    }
};

/// A message to everybody in the hall.
struct Message
{
    QString id{};
    Name text{};

    bool operator==(const Message&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("id", self.id);
        field("text", self.text);
    }
};

/// The state of a kiosk's printer.
struct KioskPrinter
{
    QString id{}; ///< the kiosk's
    PrinterWord printer = PrinterWord::Unknown;
    Name says{};   ///< that in words
    Name remedy{}; ///< what mends it; empty: nothing is to be done

    bool operator==(const KioskPrinter&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("id", self.id);
        field("printer", self.printer);
        field("says", self.says);
        field("remedy", self.remedy);
    }
};

/// Who has a statutory priority.
struct StatutoryGroup
{
    QString id{};
    Name name{};
    Name proof{}; ///< what the usher may ask to see; empty: nothing
    bool atKiosk = false;
    bool byUsher = false;

    bool operator==(const StatutoryGroup&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("id", self.id);
        field("name", self.name);
        field("proof", self.proof);
        field("atKiosk", self.atKiosk);
        field("byUsher", self.byUsher);
    }
};

/// The hall's name and time zone.
struct BoardHall
{
    QString name{};
    QTimeZone timeZone{}; ///< invalid: the hall didn't say
    ClerkLogin clerkLogin = ClerkLogin::Token;

    bool operator==(const BoardHall&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("name", self.name);
        field("timeZone", self.timeZone);
        field("clerkLogin", self.clerkLogin);
    }
};

/// Whether the hall believes its computer's clock.
struct BoardClock
{
    bool believed = true;
    ClockDoubt why{};      ///< why not
    QDateTime machineAt{}; ///< what that clock shows then

    bool operator==(const BoardClock&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("believed", self.believed);
        field("why", self.why);
        field("machineAt", self.machineAt);
    }
};

/// When the hall opens next.
struct Opening
{
    QDateTime opensAt{}; ///< invalid: the hall is open, or it isn't known

    bool operator==(const Opening&) const = default;

    static void each(auto& self, auto&& field) { field("opensAt", self.opensAt); }
};

/// The public board. Calls without a number are left out.
struct Board
{
    QString life{}; ///< of the hall; another after a restore
    qint64 seq = 0; ///< of the last event in it
    QDateTime at{}; ///< the hall's time
    BoardHall hall{};
    BoardClock clock{};
    bool dayOpen = false;
    Opening opening{};
    QList<Call> calls{}; ///< newest first
    QList<Service> services{};
    QList<BoardCounter> counters{};
    QList<Message> messages{};
    QList<KioskPrinter> kiosks{};
    QList<StatutoryGroup> groups{};
    int postponeMinutes = 0; ///< by how much a customer can put off the call; 0: not at all

    bool operator==(const Board&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("life", self.life);
        field("seq", self.seq);
        field("at", self.at);
        field("hall", self.hall);
        field("clock", self.clock);
        field("dayOpen", self.dayOpen);
        field("opening", self.opening);
        field("calls", self.calls);
        field("services", self.services);
        field("counters", self.counters);
        field("messages", self.messages);
        field("kiosks", self.kiosks);
        field("groups", self.groups);
        field("postponeMinutes", self.postponeMinutes);
    }
};

} // namespace starqueue::client::api
