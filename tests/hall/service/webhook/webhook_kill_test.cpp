#include <hall/service/hall_process.h>
#include <hall/service/webhook/receiver.h>

#include <hall/api/support/face.h>
#include <hall/settings/edited_hall.h>

#include <gtest/gtest.h>

#include <fstream>

namespace starqueue::hall::test {

namespace {

std::string settingsOfWebhook(const HallFolder& folder, const std::string& url)
{
    const auto secret = folder.path() / "webhook.secret";
    std::ofstream(secret) << "0123456789abcdef\n";
    std::filesystem::permissions(secret, std::filesystem::perms::owner_read);
    return settings::test::edited("late_days = 0", "late_days = 0\n[webhook]\nurl = \"" + url +
                                                       "\"\nsecret_file = \"webhook.secret\"");
}

void serveAt(const HallProcess& hall, const HallFolder& folder, int customers)
{
    Face usher(hall.port(), folder.secret("usher"));
    Face clerk(hall.port(), folder.secret("counter-1"));
    clerk.post("/counters/1/open", {{"clerk", "17"}});
    for (int i = 0; i < customers; ++i) {
        EXPECT_EQ(usher.post("/tickets", {{"service", "account"}}).status, 201);
        clerk.post("/counters/1/next");
        clerk.post("/counters/1/start");
        EXPECT_EQ(clerk.post("/counters/1/finish").status, 200);
    }
}

} // namespace

TEST(KilledHall, SendsAfterwardsInOrderWhatItsWebhookHadNotTaken)
{
    const HallFolder folder;
    Receiver receiver;
    const std::string settings = settingsOfWebhook(folder, receiver.url());
    receiver.answerWith(503);
    {
        HallProcess hall(folder, {}, settings);
        serveAt(hall, folder, 3);
        receiver.waitFor(1);
        hall.kill();
    }
    {
        HallProcess hall(folder, {}, settings);
        receiver.answerWith(204);
        receiver.waitForTaken(2);
        hall.kill();
    }
    HallProcess hall(folder, {}, settings);
    serveAt(hall, folder, 1);
    std::vector<std::string> numbers;
    for (const auto& got : receiver.waitForTaken(4)) {
        const std::string number = got.document().at("visit").at("number");
        if (numbers.empty() || numbers.back() != number) // the last before a kill may come twice
            numbers.push_back(number);
    }
    while (numbers.size() < 4) { // one that came twice was counted
        numbers.clear();
        for (const auto& got : receiver.waitForTaken(5))
            if (const std::string number = got.document().at("visit").at("number");
                numbers.empty() || numbers.back() != number)
                numbers.push_back(number);
    }
    EXPECT_EQ(numbers, (std::vector<std::string>{"A001", "A002", "A003", "A004"}));
}

} // namespace starqueue::hall::test
