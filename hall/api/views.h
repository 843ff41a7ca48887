#pragma once

#include <db/writer.h>

#include <queue/estimation/forecast.h>

#include <nlohmann/json.hpp>

#include <string>

namespace starqueue::hall {

/// How much of the state one caller may see.
struct Sight
{
    bool staff = false;     ///< stars, statutory priority, reasons, clerk
    bool statusUrl = false; ///< the secret address of a ticket's page
};

/// Puts the state into the API's JSON, as /api/v1 documents it. Pure reading; valid during one View.
class Views
{
public:
    /// `publicUrl` without a trailing slash; empty: tickets have no page.
    /// `forecast` may be null: waits are counted by rank then.
    Views(const db::View& view, const std::string& hallName, const std::string& publicUrl,
          std::shared_ptr<const queue::Forecast> forecast)
        : m_view(view), m_hallName(hallName), m_publicUrl(publicUrl), m_forecast(std::move(forecast))
    {}

    [[nodiscard]] nlohmann::json ticket(const queue::Ticket& ticket, Sight sight) const;
    [[nodiscard]] nlohmann::json counter(queue::CounterIx counter, Sight sight) const;
    [[nodiscard]] nlohmann::json counters(Sight sight) const;
    [[nodiscard]] nlohmann::json service(queue::ServiceIx service) const;
    [[nodiscard]] nlohmann::json services() const;
    /// The hall's opening hours as they stand now.
    [[nodiscard]] nlohmann::json opening() const;
    [[nodiscard]] nlohmann::json printJob(const queue::PrintJob& job, const std::string& localTime) const;
    [[nodiscard]] nlohmann::json ratingSession(const queue::RatingSession& session) const;
    [[nodiscard]] static nlohmann::json device(const queue::Device& device);

    /// Where the ticket's page is; null when the hall has no public address.
    [[nodiscard]] nlohmann::json statusUrl(const queue::Ticket& ticket) const;
    [[nodiscard]] std::string number(const queue::Ticket& ticket) const;
    /// How long somebody who waits will still wait, `ahead` others before them.
    [[nodiscard]] queue::Promise stillToWait(const queue::Ticket& ticket, std::uint32_t ahead) const;

private:
    [[nodiscard]] nlohmann::json why(const queue::Why& why) const;
    [[nodiscard]] nlohmann::json whoComesNext(queue::CounterIx counter) const;
    void addWait(nlohmann::json& json, const queue::Ticket& ticket) const;
    void addForStaff(nlohmann::json& json, const queue::Ticket& ticket) const;

    const db::View& m_view;
    const std::string& m_hallName;
    const std::string& m_publicUrl;
    std::shared_ptr<const queue::Forecast> m_forecast;
};

[[nodiscard]] nlohmann::json toJson(const queue::Name& name);
[[nodiscard]] nlohmann::json toJson(const queue::Promise& promise);
[[nodiscard]] std::string hex(const queue::Bits128& bits);

/// "open", "closed", "paused", "calling" or "serving".
[[nodiscard]] std::string_view counterStateName(const queue::State& state, const queue::Counter& counter);

} // namespace starqueue::hall
