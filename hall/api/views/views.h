#pragma once

#include <hall/api/request/caller.h>
#include <hall/api/views/values.h>

#include <db/writer/writer.h>

#include <queue/estimation/forecast.h>
#include <queue/state/counter_word.h>

#include <formats/json/json_object.h>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::hall {

/// ["account","plans"]
[[nodiscard]] std::string serviceIds(const queue::Rules& rules,
                                     const std::vector<queue::ServiceIx>& services);

/// Who sees an answer: how much of the state, and what they may do with it.
struct Viewer
{
    /// The secret address of a ticket's page. Only the kiosk that issued it is shown it, in the answer to the
    /// issue.
    enum class StatusUrl : std::uint8_t { LeftOut, Null, Shown };

    const Caller& caller;
    StatusUrl statusUrl = StatusUrl::LeftOut;

    /// Stars, statutory priority, reasons, clerk.
    [[nodiscard]] bool staff() const { return caller.isStaff(); }
};

/// Renders the state as the API's JSON. Read only; valid during one View.
///
/// Tickets and counters, which commands answer with, and what stands on the board are written as text
/// directly for speed; the rest as a JSON tree.
class Views
{
public:
    /// `publicUrl` without a trailing slash; empty: tickets have no page. `forecast` may be null: then waits
    /// are estimated by rank.
    Views(const db::View& view, const std::string& hallName, const std::string& publicUrl,
          std::shared_ptr<const queue::Forecast> forecast)
        : m_view(view), m_hallName(hallName), m_publicUrl(publicUrl), m_forecast(std::move(forecast))
    {}

    [[nodiscard]] std::string ticket(const queue::Ticket& ticket, Viewer sight) const;
    /// `kiosk`: of a ticket that isn't in the state any more; empty: none.
    [[nodiscard]] std::string ticket(const queue::Ticket& ticket, Viewer sight, std::string_view kiosk) const;
    /// More may be added.
    [[nodiscard]] formats::JsonObject ticketObject(const queue::Ticket& ticket, Viewer sight,
                                                   std::string_view kiosk) const;
    [[nodiscard]] std::string counter(queue::CounterIx counter, Viewer sight) const;
    /// More may be added.
    [[nodiscard]] formats::JsonObject counterObject(queue::CounterIx counter, Viewer sight) const;
    [[nodiscard]] std::string counters(Viewer sight) const;
    /// More may be added.
    [[nodiscard]] formats::JsonObject service(queue::ServiceIx service) const;
    [[nodiscard]] std::string services() const;
    /// The hall's opening now.
    [[nodiscard]] std::string opening() const;
    [[nodiscard]] nlohmann::json printJob(const queue::PrintJob& job, const std::string& localTime) const;
    [[nodiscard]] nlohmann::json ratingSession(const queue::RatingSession& session) const;
    /// `isConnected`: its bridge listens to the hall now.
    [[nodiscard]] nlohmann::json device(const queue::Device& device, bool isConnected) const;

    /// The URL of the ticket's page; null if the hall has no public address.
    [[nodiscard]] nlohmann::json statusUrl(const queue::Ticket& ticket) const;
    /// What stands over the counter to which the ticket was sent; null where it waits for any.
    [[nodiscard]] nlohmann::json signOfBound(const queue::Ticket& ticket) const;
    [[nodiscard]] std::string number(const queue::Ticket& ticket) const;

    /// Who is before a waiting ticket, and what it has still to wait.
    struct Outlook
    {
        std::uint32_t ahead;
        queue::Promise wait;
    };
    [[nodiscard]] Outlook outlook(const queue::Ticket& ticket) const;
    /// As kiosk and phone show it: for a typed identity that of an ordinary ticket.
    [[nodiscard]] Outlook shownOutlook(const queue::Ticket& ticket) const;

private:
    [[nodiscard]] std::string why(const queue::Why& why) const;
    [[nodiscard]] std::string passed(const queue::Why& why) const;
    [[nodiscard]] std::string lastStep(queue::CounterIx counter) const;
    [[nodiscard]] std::string whoComesNext(queue::CounterIx counter) const;
    void addWait(formats::JsonObject& out, const queue::Ticket& ticket, Viewer sight) const;
    void addReference(formats::JsonObject& out, const queue::Ticket& ticket) const;
    void addGroup(formats::JsonObject& out, const queue::Ticket& ticket) const;
    void addVisit(formats::JsonObject& out, const queue::Ticket& ticket) const;
    void addClaim(formats::JsonObject& out, const queue::Ticket& ticket) const;
    void addWhatFollowed(formats::JsonObject& out, const queue::Ticket& ticket, Viewer sight) const;
    void addBinding(formats::JsonObject& out, const queue::Ticket& ticket) const;
    void addForStaff(formats::JsonObject& out, const queue::Ticket& ticket) const;
    void addForStaff(formats::JsonObject& out, queue::CounterIx counter, Viewer sight) const;

    const db::View& m_view;
    const std::string& m_hallName;
    const std::string& m_publicUrl;
    std::shared_ptr<const queue::Forecast> m_forecast;
};

} // namespace starqueue::hall
