// Answers of which a byte is damaged on the wire.
#include <firmware-bridge/printer/fake_printer.h>

#include <utility>

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;

namespace {

const std::vector kPrintedAllTheSame{Outcome::Printed};

} // namespace

TEST_F(FakePrinterTest, TriedDamagedAnswersCauseNoReprint)
{
    std::minstd_rand random(20261129);
    connect();
    wireToHost = [&random](QByteArray bytes) {
        for (char& byte : bytes)
            if (random() % 500 == 0)
                byte = static_cast<char>(byte ^ (1 << random() % 8));
        return bytes;
    };
    for (TicketPrinter::JobId job = 1; job <= 400; ++job) {
        print(job);
        pass(3s);
    }
    pass(60s);
    for (TicketPrinter::JobId job = 1; job <= 400; ++job)
        ASSERT_EQ(ends[job], kPrintedAllTheSame) << job;
    EXPECT_EQ(fake.papers().size(), 400U);
}

TEST_F(FakePrinterTest, TriedADamagedConfirmationCostsNoTime)
{
    connect();
    int confirmations = 0;
    wireToHost = [&confirmations](QByteArray bytes) {
        if (bytes.startsWith("7\"") && ++confirmations == 1)
            bytes[3] = static_cast<char>(bytes[3] ^ 0x01);
        return bytes;
    };
    print(1);
    EXPECT_LE(until([this] { return !ends[1].empty(); }, 20s), 3s);
    EXPECT_EQ(ends[1], kPrintedAllTheSame);
    EXPECT_GT(confirmations, 0);
}

TEST_F(FakePrinterTest, TriedADamagedStatusRefusesNoTicket)
{
    connect();
    bool isDamaged = false;
    wireToHost = [&](QByteArray bytes) {
        if (fake.received.endsWith("\x10\x04\x04") && !std::exchange(isDamaged, true))
            bytes = "\x32"; // no paper
        return bytes;
    };
    until([&] { return isDamaged; }, 5s);
    print(1);
    pass(5s);
    EXPECT_EQ(ends[1], kPrintedAllTheSame);
}
