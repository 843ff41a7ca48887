#include <hall/week/week_days.h>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

constexpr std::size_t kBeforeItIsDown = 24; ///< documents of the webhook

std::string signsOn(const json& board)
{
    std::string signs;
    for (const json& counter : board.at("counters"))
        signs += (signs.empty() ? "" : ", ") + counter.at("sign").get<std::string>();
    return signs;
}

/// "payments: 2 → 3 counters, sim: 2 → 2 counters"
std::string effectOn(const json& preview)
{
    std::string text;
    for (const json& line : preview.at("lines"))
        if (const std::string service = line.at("service"); service != "account")
            text += fmt::format("{}{}: {} → {} counters", text.empty() ? "" : ", ", service,
                                line.at("before").at("counters").get<int>(),
                                line.at("after").at("counters").get<int>());
    return text;
}

std::string servicesOf(const Said& counter)
{
    std::string text = counter.code();
    if (counter.status == 200)
        for (const json& service : counter.body.at("services"))
            text += (text.empty() ? "" : ", ") + service.get<std::string>();
    return text;
}

/// "like fri, 09:00-17:30"
std::string hoursOf(const json& calendar, const std::string& date)
{
    for (const json& day : calendar.at("dates"))
        if (day.at("date") == date)
            return fmt::format("like {}, {}", day.at("like").get<std::string>(),
                               day.at("opens").is_null() ? "always"
                                                         : day.at("opens").at(0).get<std::string>());
    return "not in it";
}

} // namespace

void WeekDays::monday()
{
    const json calendar = m_hall.get("manager", "/calendar").body;
    m_hall.note("manager", "reads the calendar of 2040-10-06", hoursOf(calendar, "2040-10-06"));
    take("account");
}

void WeekDays::wednesday()
{
    wednesdaysOpening();
    wednesdaysCaseAndSeries();
    wednesdaysTransfers();
    wednesdaysWalkInAndNoShow();
    wednesdaysVeterans();
    wednesdaysLunch();
}

void WeekDays::wednesdaysOpening()
{
    m_hall.beginDay(3, "09:00");
    openCounter(1, "17");
    openCounter(2, "17");
    openCounter(2, "18");
    openCounter(3, "19");
    m_hall.note("customer", "reads the signs on the board", signsOn(m_hall.get("display", "/board").body));
}

void WeekDays::wednesdaysCaseAndSeries()
{
    issueForCase("account", "2040-117");
    m_hall.at(3, "09:01");
    callNext(1);
    m_hall.at(3, "09:05");
    finish(1, " without an outcome", json::object());
    finish(1, ": done, item JY01", {{"outcome", "done"}, {"reference", {{"item", "JY01"}}}});
    press(1, 2);
    m_hall.at(3, "09:10");
    take("payments");
    take("sim");
    m_wednesdaysSim = m_customers.at("B002");
    m_hall.at(3, "09:12");
    callNext(2);
    m_hall.at(3, "09:14");
    transfer(2, "clerk 19 for sim", {{"service", "sim"}, {"clerk", "19"}});
    callNext(2);
    callNext(3);
    m_hall.at(3, "09:18");
    finish(2, ": papers", {{"outcome", "papers"}});
    m_hall.at(3, "09:20");
    done(3);
    press(3, 3);
}

void WeekDays::wednesdaysTransfers()
{
    m_hall.at(3, "09:28");
    take("account");
    m_hall.at(3, "09:28:30");
    postpone("A002");
    m_hall.at(3, "09:30");
    take("account");
    m_hall.at(3, "09:31");
    take("account");
    m_hall.at(3, "09:32");
    callNext(1);
    m_hall.at(3, "09:33");
    transfer(1, "counter 2", {{"counter", "2"}});
    callNext(1);
    m_hall.at(3, "09:34");
    callNext(2);
    m_hall.at(3, "09:36");
    transfer(2, "the head of the line for payments",
             {{"service", "payments"}, {"first", true}, {"reason", "sent to the wrong counter"}});
    m_hall.at(3, "09:38:45");
    const auto waitsAgain = [](const json& ticket, const json& state) { return ticket.at("state") == state; };
    m_hall.askUntil("usher", "/tickets/" + m_customers.at("A002").at("id").get<std::string>(), waitsAgain,
                    "waiting");
    postpone("A002");
    m_hall.at(3, "09:39");
    done(1);
    press(1, 5);
    m_hall.at(3, "09:39:30");
    callNext(1);
    callNext(2);
    m_hall.at(3, "09:44");
    done(1);
    press(1, 4);
    m_hall.at(3, "09:45");
    done(2);
}

void WeekDays::wednesdaysWalkInAndNoShow()
{
    m_hall.at(3, "10:00");
    const Said walkIn = at(1, "walk-in", {{"service", "account"}, {"reference", {{"case", "2040-118"}}}});
    m_served[1] = walkIn.body;
    m_hall.note("clerk 17", "takes a walk-in for account, case 2040-118",
                fmt::format("{}, waited {} s", walkIn.body.at("number").get<std::string>(),
                            walkIn.body.at("visit").at("waitSeconds").get<double>()));
    m_hall.at(3, "10:04");
    finish(1, ": done, asks for no rating", {{"outcome", "done"}, {"skipRating", "left at once"}});
    m_hall.at(3, "10:10");
    take("account");
    m_hall.at(3, "10:11");
    callAlone(2);
    for (const char* time : {"10:11:10", "10:11:20"}) {
        m_hall.at(3, time);
        const Said said = at(2, "no-show");
        m_hall.note("clerk 18", "says that A006 didn't come",
                    said.status == 200 ? said.body.at("state").get<std::string>() : said.code());
    }
    m_hall.at(3, "10:13");
    const std::string path = "/tickets/" + m_customers.at("A006").at("id").get<std::string>();
    m_hall.note("usher", "puts A006 back in line", m_hall.post("usher", path + "/requeue").body.at("state"));
    m_hall.at(3, "10:14");
    callNext(2);
    m_hall.at(3, "10:16");
    done(2);
    press(2, 4);
}

void WeekDays::wednesdaysVeterans()
{
    m_hall.at(3, "10:30");
    take("account");
    m_hall.at(3, "10:31");
    for (int veteran = 0; veteran < 3; ++veteran)
        take("account", "veteran");
    lookAtPriority("A008", "veteran");
    m_hall.at(3, "10:32");
    for (const auto& [end, score] : {std::pair{"10:33", 5}, {"10:34", 5}, {"10:36", 4}, {"10:37", 5}}) {
        callNext(1, true);
        m_hall.at(3, end);
        done(1);
        press(1, score);
    }
}

void WeekDays::wednesdaysLunch()
{
    m_hall.at(3, "12:00");
    lookAtPriority("A008", "priority:720");
    take("payments");
    const json lunch{{"profile", "lunch"}};
    const Said preview = m_hall.post("duty-manager", "/counters/3/profile?preview=true", lunch);
    m_hall.note("duty manager", "looks what lunch at counter 3 would do", effectOn(preview.body));
    m_hall.note("duty manager", "gives counter 3 the profile lunch",
                servicesOf(m_hall.post("duty-manager", "/counters/3/profile", lunch)));
    m_hall.note("duty manager", "gives counter 1 account alone",
                servicesOf(m_hall.post("duty-manager", "/counters/1/services",
                                       {{"services", json::array({"account"})}})));
    m_hall.at(3, "12:01");
    callNext(1);
    callNext(3);
    m_hall.at(3, "12:03");
    done(3);
    press(3, 5);
}

void WeekDays::thursday()
{
    m_hall.beginDay(4, "09:00");
    lookAt(3);
    lookAt(1);
    openCounter(1, "17");
    m_hall.at(4, "10:00");
    const std::size_t taken = m_hall.receiver.waitForTaken(kBeforeItIsDown).size();
    m_hall.receiver.end();
    m_hall.note("case system", "goes down", fmt::format("has taken {}", taken));
    m_hall.at(4, "10:05");
    issueForCase("account", "2040-119");
    m_hall.at(4, "10:06");
    callNext(1);
    m_hall.at(4, "10:10");
    finish(1, ": done, item JY02", {{"outcome", "done"}, {"reference", {{"item", "JY02"}}}});
    press(1, 1);
    m_hall.at(4, "17:00");
    take("account");
    m_thursdaysSecond = m_customers.at("A002");
    m_hall.at(4, "17:01");
    callNext(1);
    m_hall.at(4, "17:05");
    finish(1, ": papers", {{"outcome", "papers"}});
    m_hall.at(4, "17:06");
    askWebhook("technician", "asks how the webhook does", "waiting");
}

} // namespace starqueue::hall::test
