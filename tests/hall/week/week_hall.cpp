#include <hall/week/week_hall.h>

#include <hall/week/table.h>

#include <time/timestamp.h>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace starqueue::hall::test {

namespace {

constexpr std::chrono::minutes kAsksFor{2};

using namespace std::chrono_literals;

constexpr std::chrono::hours kAheadOfUtc = 8h; ///< Shanghai's

std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

void replace(std::string& text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    if (at == std::string::npos)
        throw std::runtime_error("week.toml doesn't say: " + from);
    text.replace(at, from.size(), to);
}

std::chrono::sys_seconds october(int day, const std::string& time)
{
    const auto part = [&time](std::size_t at) {
        return time.size() > at ? std::stoi(time.substr(at, 2)) : 0;
    };
    const std::chrono::sys_days date{std::chrono::year{2040} / 10 / day};
    return date + std::chrono::hours{part(0)} + std::chrono::minutes{part(3)} +
           std::chrono::seconds{part(6)} - kAheadOfUtc;
}

/// "Wed 09:05", with seconds where there are some.
std::string textOf(std::chrono::sys_seconds time)
{
    const auto local = time + kAheadOfUtc;
    const bool isWhole = local == std::chrono::floor<std::chrono::minutes>(local);
    return isWhole ? fmt::format("{:%a %H:%M}", local) : fmt::format("{:%a %H:%M:%S}", local);
}

} // namespace

WeekHall::WeekHall() : m_clock(m_folder.path() / "machine-clock", october(1, "10:00"))
{
    const auto secret = m_folder.path() / "webhook.secret";
    std::ofstream(secret) << kSecret << '\n';
    std::filesystem::permissions(secret, std::filesystem::perms::owner_read);
    std::string text = contentOf(std::string(STARQUEUE_WEEK) + "/week.toml");
    replace(text, "RECEIVER", receiver.url());
    std::ofstream(m_folder.path() / "hall.toml") << text;
    const std::string said = importPublicDays();
    m_settings = contentOf(m_folder.path() / "hall.toml");
    start();
    note("technician", "imports the public days", said);
}

/// The first line that the program says.
std::string WeekHall::importPublicDays() const
{
    const auto answer = m_folder.path() / "import.txt";
    const std::string line =
        fmt::format("{} calendar import {}/public-days.json --data {} > {}", STARQUEUE_PROGRAM,
                    STARQUEUE_WEEK, m_folder.path().string(), answer.string());
    EXPECT_EQ(std::system(line.c_str()), 0) << line;
    const std::string said = contentOf(answer);
    return said.substr(0, said.find('\n'));
}

void WeekHall::at(int day, const std::string& time)
{
    m_clock.to(october(day, time));
}

void WeekHall::beginDay(int day, const std::string& time)
{
    at(day, time);
    const auto isThatDay = [](const json& board, const json& date) {
        return board.at("date") == date && board.at("dayOpen") == true;
    };
    askUntil("display", "/board", isThatDay, fmt::format("2040-10-{:02}", day));
}

void WeekHall::restart(int day, const std::string& time, const std::string& from, const std::string& to)
{
    m_faces.clear();
    m_hall.reset();
    at(day, time);
    replace(m_settings, from, to);
    start();
}

Said WeekHall::fromPhone(const json& ticket, const std::string& what, json body)
{
    const std::string url = ticket.at("statusUrl");
    body["requestId"] = newRequestId();
    return call(m_hall->port(), "POST", url.substr(url.find("/t/")) + what, body.dump());
}

json WeekHall::askUntil(const std::string& name, const std::string& path,
                        bool (*fits)(const json&, const json&), const json& with)
{
    json answer;
    // However fast it answers, what is waited for comes with a tick of the hall or two.
    for (const auto end = std::chrono::steady_clock::now() + kAsksFor;
         std::chrono::steady_clock::now() < end;) {
        answer = name.empty() ? outside(path) : get(name, path).body;
        if (fits(answer, with))
            return answer;
    }
    ADD_FAILURE() << path << " never became " << with << "; the last answer: " << answer;
    return answer;
}

void WeekHall::note(const std::string& who, const std::string& does, const std::string& gets)
{
    m_rows.push_back(rowOf({timeNow(), who, does, gets}));
}

std::string WeekHall::timeText(const json& instant)
{
    if (instant.is_null())
        return "";
    const auto read = time::parseTimestamp(instant.get<std::string>());
    return read ? textOf(std::chrono::floor<std::chrono::seconds>(read->utc)) : "?";
}

std::string WeekHall::timeNow() const
{
    return textOf(m_clock.now());
}

Face& WeekHall::face(const std::string& name)
{
    const auto found = m_faces.find(name);
    if (found != m_faces.end())
        return found->second;
    return m_faces.emplace(name, Face{m_hall->port(), m_folder.secret(name)}).first->second;
}

} // namespace starqueue::hall::test
