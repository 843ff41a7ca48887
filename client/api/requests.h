#pragma once

#include <client/api/may.h>
#include <client/api/values.h>

#include <QJsonObject>
#include <QUuid>

#include <optional>

namespace starqueue::client::api {

/// One command to the hall, as HallClient::send() takes it. What is empty isn't sent.
struct Command
{
    QByteArray method{}; ///< "POST" or "PUT"
    QString path{};      ///< below /api/v1
    QJsonObject body{};
};

/// Who a customer says they are.
struct Identity
{
    IdentityKind kind = IdentityKind::None;
    QString value{};
    std::optional<bool> read{}; ///< true: a reader read it, nobody typed it

    bool operator==(const Identity&) const = default;
    static void each(auto& self, auto&& field)
    {
        field("kind", self.kind);
        field("value", self.value);
        field("read", self.read);
    }
};

/// A number that is asked for. One intent keeps its requestId over every try.
struct IssueRequest
{
    QUuid requestId{};
    QString service{};
    std::optional<Identity> identity{};
    QString statutory{}; ///< id of a statutory group; empty: none
    Language language = Language::Unknown;
    QString kiosk{};

    bool operator==(const IssueRequest&) const = default;
    static void each(auto& self, auto&& field)
    {
        field("requestId", self.requestId);
        field("service", self.service);
        field("identity", self.identity);
        field("statutory", self.statutory);
        field("language", self.language);
        field("kiosk", self.kiosk);
    }
};

/// A command to a counter. `step` decides which of the other fields are sent.
struct CounterRequest
{
    May step = May::Nothing;
    QUuid requestId{};               ///< null: a new one
    QString clerk{};                 ///< of open and handover
    QString pin{};                   ///< likewise, where the hall wants it
    std::optional<bool> takesOver{}; ///< of open: the clerk's other counter closes
    QString reason{};                ///< of call, park and pause, and of a transfer to the head of a line
    QString number{};                ///< of call
    QString service{};               ///< of transfer and walk-in
    QString counter{};               ///< of transfer: which alone is to call
    std::optional<bool> first{};     ///< of transfer: to the head of the line
    QString ticket{};                ///< of unpark; of undo: with whom the step was taken that is meant
    QString stepTaken{};             ///< of undo: its word
    QString outcome{};               ///< of finish
    std::optional<Reference> reference{}; ///< of finish and walk-in

    static void each(auto& self, auto&& field)
    {
        field("requestId", self.requestId);
        field("clerk", self.clerk);
        field("pin", self.pin);
        field("takesOver", self.takesOver);
        field("reason", self.reason);
        field("number", self.number);
        field("service", self.service);
        field("counter", self.counter);
        field("first", self.first);
        field("ticket", self.ticket);
        field("step", self.stepTaken);
        field("outcome", self.outcome);
        field("reference", self.reference);
    }
};

/// Which press on a panel: no device uses the same three twice.
struct Press
{
    QString uid{};
    int epoch = 0;
    int seq = 0;
    qint64 pressedAt = 0; ///< milliseconds of the hall's elapsed time

    static void each(auto& self, auto&& field)
    {
        field("uid", self.uid);
        field("epoch", self.epoch);
        field("seq", self.seq);
        field("pressedAt", self.pressedAt);
    }
};

/// A press on a panel, with the session that it answers.
struct RatingPress
{
    QString session{};
    int score = 0; ///< 1 to 5
    Press press{};

    static void each(auto& self, auto&& field)
    {
        field("session", self.session);
        field("score", self.score);
        field("press", self.press);
    }
};

/// What went wrong at a device so far: since it started (CRC errors, link time-outs), or since its bridge
/// did.
struct DeviceCounts
{
    std::optional<int> crcErrors;        ///< damaged frames that a panel has heard
    std::optional<int> linkTimeouts;     ///< how often a display has lost its host
    std::optional<int> strayBytes;       ///< from a printer, that are no answer of one
    std::optional<int> droppedPresses;   ///< on a keypad: too old, without meaning, or no hall to take them
    std::optional<int> unmatchedPresses; ///< on a panel, that belong to no rating session

    bool operator==(const DeviceCounts&) const = default;
    static void each(auto& self, auto&& field)
    {
        field("crcErrors", self.crcErrors);
        field("linkTimeouts", self.linkTimeouts);
        field("strayBytes", self.strayBytes);
        field("droppedPresses", self.droppedPresses);
        field("unmatchedPresses", self.unmatchedPresses);
    }
};

/// What a technician wants to know of a device: a printer's port, or where a field device sits on its bus.
struct DeviceDetails
{
    QString port{};
    QString detail{}; ///< more of the fault: who holds the port, which group may open it
    QString bus{};
    std::optional<int> address{};
    QString uid{};
    std::optional<int> firmware{};
    std::optional<int> bootCount{};
    std::optional<bool> sensesPaper{}; ///< false: a printer that can't tell whether there is any
    DeviceCounts counts{};

    bool operator==(const DeviceDetails&) const = default;
    static void each(auto& self, auto&& field)
    {
        field("port", self.port);
        field("detail", self.detail);
        field("bus", self.bus);
        field("address", self.address);
        field("uid", self.uid);
        field("firmware", self.firmware);
        field("bootCount", self.bootCount);
        field("sensesPaper", self.sensesPaper);
        field("counts", self.counts);
    }
};

/// A device as it is now.
struct DeviceReport
{
    DeviceKind kind = DeviceKind::Unknown;
    QString kiosk{};   ///< of a printer
    QString counter{}; ///< of the others
    DeviceState state = DeviceState::Unknown;
    QString fault{}; ///< empty: none
    DeviceDetails details{};

    bool operator==(const DeviceReport&) const = default;
    static void each(auto& self, auto&& field)
    {
        field("kind", self.kind);
        field("kiosk", self.kiosk);
        field("counter", self.counter);
        field("state", self.state);
        field("fault", self.fault);
        field("details", self.details);
    }
};

[[nodiscard]] Command issueTicket(const IssueRequest& request);
/// Puts off the call, once.
[[nodiscard]] Command postponeTicket(const QString& ticket);
/// Its customer has noted the number: no paper is to come out for it later.
[[nodiscard]] Command forgoPaper(const QString& ticket);
[[nodiscard]] Command atCounter(const QString& counter, const CounterRequest& request);
[[nodiscard]] Command takePrintJob(const QString& job);
[[nodiscard]] Command endPrintJob(const QString& job, PrintOutcome outcome);
[[nodiscard]] Command reportPaper(const QString& job, PaperEvent event);
[[nodiscard]] Command ratingArmed(const QString& session);
[[nodiscard]] Command ratingFailed(const QString& session, const QString& reason);
[[nodiscard]] Command rate(const QString& ticket, const RatingPress& press);
[[nodiscard]] Command reportDevice(const QString& device, const DeviceReport& report);
/// How a test that the hall asked for ended; `fault`: why it failed.
[[nodiscard]] Command endDeviceTest(const QString& device, TestOutcome outcome, const QString& fault = {});
/// What went over its wire in the last minutes: at most 48 KiB are taken.
[[nodiscard]] Command sendWireJournal(const QString& device, const QString& journal);

// Paths for HallClient::get(), with the type that the answer is read as.
[[nodiscard]] QString boardPath();                         ///< a Board
[[nodiscard]] QString counterPath(const QString& counter); ///< a Counter
[[nodiscard]] QString printJobsPath(PrintJobState state);  ///< a list of PrintJob
[[nodiscard]] QString hallPath();                          ///< a HallNow
[[nodiscard]] QString openRatingSessionsPath();            ///< a list of RatingSession
/// Today's with this token at this counter, ended or not: a list of RatingSession.
[[nodiscard]] QString ratingSessionsPath(const QString& counter, int token);

} // namespace starqueue::client::api
