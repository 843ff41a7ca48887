#pragma once

#include <hall/week/set_clock.h>

#include <hall/api/support/face.h>
#include <hall/api/support/follower.h>
#include <hall/api/support/hall_folder.h>
#include <hall/service/hall_process.h>
#include <hall/service/webhook/receiver.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace starqueue::hall::test {

/// The real starqueue-hall in the made-up week, asked over HTTP by customers, clerks and others, and what
/// they got. Its settings are week.toml with the public days that `starqueue calendar import` wrote into it;
/// its webhook's receiver is real, too.
class WeekHall
{
public:
    /// Of the webhook.
    static constexpr const char* kSecret = "a secret of more than sixteen";

    WeekHall();

    /// That time of a day of October 2040 in the hall, "09:05" or "09:05:30".
    void at(int day, const std::string& time);
    /// The same and, when the service knows the day as the hall's, goes on.
    void beginDay(int day, const std::string& time);
    /// Ends the service and starts it again at that time, with `from` in its settings changed to `to`.
    void restart(int day, const std::string& time, const std::string& from, const std::string& to);

    Said get(const std::string& name, const std::string& path) { return face(name).get(path); }
    Said post(const std::string& name, const std::string& path, json body = json::object())
    {
        return face(name).post(path, std::move(body));
    }
    /// By the secret address of a ticket.
    Said fromPhone(const json& ticket, const std::string& what, json body = json::object());
    /// Every event of the journal that the manager may see.
    [[nodiscard]] Follower followAsManager() const { return {m_hall->port(), m_folder.secret("manager"), 0}; }
    /// What a GET outside the API answers.
    json outside(const std::string& path) { return call(m_hall->port(), "GET", path).body; }
    /// Asks until `fits`, 20 000 times at most; the last answer.
    json askUntil(const std::string& name, const std::string& path, bool (*fits)(const json&, const json&),
                  const json& with);

    /// A row of the table: when, who, does, gets.
    void note(const std::string& who, const std::string& does, const std::string& gets);
    [[nodiscard]] const std::vector<std::string>& rows() const { return m_rows; }
    /// Such as "Wed 09:05"; of an instant as the API gives it, and of now.
    [[nodiscard]] static std::string timeText(const json& instant);
    [[nodiscard]] std::string timeNow() const;

    Receiver receiver;

private:
    Face& face(const std::string& name);
    [[nodiscard]] std::string importPublicDays() const;
    void start() { m_hall = std::make_unique<HallProcess>(m_folder, DiskOfHall{}, m_settings); }

    HallFolder m_folder;
    SetClock m_clock;
    std::string m_settings;
    std::unique_ptr<HallProcess> m_hall;
    std::map<std::string, Face> m_faces;
    std::vector<std::string> m_rows;
};

} // namespace starqueue::hall::test
