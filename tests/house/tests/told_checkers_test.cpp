#include <house/face_checks/counter_checkers.h>
#include <house/face_checks/kiosk_checkers.h>
#include <house/hall_checks/audience_checkers.h>
#include <house/hall_checks/printer_checkers.h>
#include <house/people/client.h>

#include <time/timestamp.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

using namespace std::chrono_literals;
using namespace starqueue::house;
using nlohmann::json;

namespace {

/// Keeps the requests of a client.
class Requests final : public Checker
{
public:
    Requests() : Checker("requests") {}
    void onFact(const Fact& fact) override
    {
        if (fact.what() == "asks")
            last = fact.text("request");
    }

    std::string last;
};

/// A hall with a journal, and one checker that reads it.
class ACheckerOfWhatIsTold : public testing::Test
{
protected:
    static Options quiet()
    {
        Options options;
        options.mix = {"none"};
        return options;
    }

    ACheckerOfWhatIsTold() { m_hall.start(); }

    void listen(Checker& checker)
    {
        checker.onFound = [this](const Checker&, const std::string& what) { m_found.push_back(what); };
    }

    /// The number of the last line after it was done.
    std::int64_t done(const std::string& who, const std::string& method, const std::string& path, json body)
    {
        m_clients.push_back(
            std::make_unique<Client>(m_house, m_hall, who,
                                     std::to_string(m_clients.size()))); // requestIds of its own
        HallReply answer;
        m_clients.back()->command(
            path, std::move(body), [&answer](const HallReply& given) { answer = given; }, method);
        m_house.agenda().runUntil(m_house.agenda().now() + 20s);
        EXPECT_TRUE(answer.status == 200 || answer.status == 201) << answer.text;
        EXPECT_TRUE(m_record.refresh(false).empty());
        return static_cast<std::int64_t>(m_record.lastSeq());
    }

    std::int64_t printerIs(const char* state, const char* fault)
    {
        json device{{"kind", "printer"}, {"kiosk", "1"}, {"state", state}};
        if (*fault != '\0')
            device["fault"] = fault;
        return done("bridge", "PUT", "/devices/printer-1/state", std::move(device));
    }

    std::vector<std::unique_ptr<Client>>
        m_clients; ///< which the house tells at its end that their lines are lost
    House m_house{quiet()};
    HallProgram& m_hall = m_house.add<HallProgram>(m_house, HallProgram::Rules::AsShipped);
    Requests& m_requests = m_house.add<Requests>();
    Record m_record{m_hall.database()};
    std::vector<std::string> m_found;
};

Fact board(std::int64_t seq, const char* printer)
{
    const json text{{"seq", seq}, {"kiosks", json::array({{{"id", "1"}, {"printer", printer}}})}};
    return {"onlooker", "saw", {{"seq", seq}, {"board", text.dump()}}};
}

} // namespace

TEST_F(ACheckerOfWhatIsTold, FindsABoardThatSaysOfAPrinterThatItIsWell)
{
    BoardKnowsItsPrinters checker{m_record};
    listen(checker);
    const std::int64_t without = printerIs("offline", "silent");
    const std::int64_t open = printerIs("fault", "coverOpen");
    const std::int64_t well = printerIs("ok", "");
    checker.onFact(board(without, "offline"));
    checker.onFact(board(open, "coverOpen"));
    checker.onFact(board(well, "ok"));
    checker.onCalmEnds();
    EXPECT_TRUE(m_found.empty());
    const std::int64_t again = printerIs("offline", "silent");
    checker.onFact(board(again, "ok"));
    checker.onCalmEnds();
    EXPECT_EQ(m_found.size(), 2U) << "the board, and the end of a calm in which it is away";
}

TEST_F(ACheckerOfWhatIsTold, FindsAnEventOfAnotherTime)
{
    const auto& display =
        m_house.add<Follower>(m_house, m_hall, "display",
                              starqueue::hall::Subscriber{starqueue::hall::Subscriber::Kind::Display, {}});
    const auto seq = static_cast<std::uint64_t>(printerIs("ok", ""));
    const Record::Line& line = *m_record.line(seq);
    const auto hear = [&](std::chrono::milliseconds later) {
        json data = json::parse(line.payload);
        for (const char* hidden : {"bridge", "details", "since"})
            data.erase(hidden);
        data["seq"] = seq;
        data["at"] =
            starqueue::time::timestamp(starqueue::time::WallOffset{line.ahead + later}.wall(line.at));
        m_found.clear();
        HearsWhatItMay fresh{m_record, display};
        listen(fresh);
        fresh.onFact(
            {"display",
             "heard",
             {{"seq", static_cast<std::int64_t>(seq)}, {"event", line.name}, {"data", data.dump()}}});
        fresh.onCalmEnds();
        return std::ranges::count_if(
            m_found, [](const std::string& what) { return what.find("said to be of") != what.npos; });
    };
    EXPECT_EQ(hear(0ms), 0);
    EXPECT_EQ(hear(60s), 1);
}

TEST_F(ACheckerOfWhatIsTold, FindsAKioskThatSendsAwayWhomTheHallGaveANumber)
{
    const auto& kiosk = m_house.add<KioskFace>(m_house, m_hall, "1", 45s);
    KioskTellsTheTruth checker{m_record, kiosk};
    listen(checker);
    const auto refuse = [&](const std::string& request) {
        checker.onFact({"kiosk-1", "sends", {{"request", request}, {"path", "/tickets"}}});
        checker.onFact({"kiosk-1", "refuses"});
        checker.onCalmEnds();
    };
    refuse("11111111-0000-4000-8000-000000000000");
    EXPECT_TRUE(m_found.empty());
    done("kiosk-1", "POST", "/tickets", {{"service", "account"}});
    refuse(m_requests.last);
    EXPECT_EQ(m_found.size(), 1U);
}

TEST_F(ACheckerOfWhatIsTold, FindsAWindowThatShowsWhoWasThereBeforeItsStep)
{
    const auto& counter = m_house.add<CounterFace>(m_house, m_hall, "1");
    WindowNeverGoesBack checker{m_record, counter};
    listen(checker);
    done("kiosk-1", "POST", "/tickets", {{"service", "account"}});
    done("counter-1", "POST", "/counters/1/open", {{"clerk", "clerk-1"}});
    done("counter-1", "POST", "/counters/1/next", json::object());
    const std::string number = json::parse(m_record.line(m_record.lastSeq())->payload).value("number", "");
    checker.onFact({"counter-1",
                    "answered",
                    {{"request", m_requests.last}, {"path", "/counters/1/next"}, {"status", 200}}});
    checker.onFact({"counter-1", "shows", {{"number", number}}});
    checker.onCalmEnds();
    EXPECT_TRUE(m_found.empty());
    checker.onFact({"counter-1", "shows", {{"number", ""}}});
    checker.onCalmEnds();
    EXPECT_EQ(m_found.size(), 1U);
}
