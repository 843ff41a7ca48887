#include <firmware-bridge/event_loop.h>

#include <firmware-bridge/printer/escpos_printer.h>
#include <firmware-bridge/serial/serial_line.h>
#include <firmware-bridge/simulators/printer/printer_port.h>

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;
using starqueue::bridge::test::eventually;
using starqueue::simulators::PrinterPort;
using Outcome = TicketPrinter::Outcome;

namespace {

/// The contract of TicketPrinter, over a pseudo-terminal with the simulated printer at its far end.
class PrinterContract : public ::testing::Test
{
protected:
    PrinterContract()
    {
        starqueue::bridge::test::application();
        config.id = u"printer-1"_s;
        config.kiosk = u"1"_s;
        config.line.path = folder.filePath(u"printer-1"_s);
        config.line.baud = 115200;
        config.profile.baud = 115200;
        simulator = std::make_unique<PrinterPort>(config, starqueue::simulators::LineNoise());
        simulator->model().setSpeed(
            {std::chrono::milliseconds(2), std::chrono::milliseconds(5), std::chrono::milliseconds(5)});
    }

    void startPrinter()
    {
        printer = std::make_unique<EscPosPrinter>(std::make_unique<SerialLine>(config.line.serial()),
                                                  config.profile, steadyNow);
        QObject::connect(printer.get(), &TicketPrinter::finished, printer.get(),
                         [this](TicketPrinter::JobId job, Outcome outcome) { ends[job].push_back(outcome); });
        printer->start();
    }

    void startPlugged()
    {
        ASSERT_EQ(simulator->plug(), QString());
        startPrinter();
        ASSERT_TRUE(eventually([this] { return printer->state().ready(); }));
    }

    TicketPrinter::JobId print(const QString& number, const QString& hall = u"城西营业厅"_s)
    {
        PrintedTicket ticket;
        ticket.number = number;
        ticket.hall = hall;
        ticket.service = u"账户业务"_s;
        ticket.statusUrl = u"http://127.0.0.1/t/x"_s;
        const auto job = printer->print(ticket);
        EXPECT_EQ(ends.count(job), 0U) << "finished() came from within print()";
        return job;
    }

    bool ended(TicketPrinter::JobId job)
    {
        return eventually([this, job] { return ends.count(job) > 0; });
    }

    QTemporaryDir folder;
    PrinterConfig config;
    std::unique_ptr<PrinterPort> simulator;
    std::unique_ptr<EscPosPrinter> printer;
    std::map<TicketPrinter::JobId, std::vector<Outcome>> ends;
};

} // namespace

TEST_F(PrinterContract, APlainTicketIsPrinted)
{
    startPlugged();
    const auto job = print("A012");
    ASSERT_TRUE(ended(job));
    EXPECT_EQ(ends[job], std::vector{Outcome::Printed});
    EXPECT_EQ(simulator->model().tickets().back().largestText(), "A012");
    EXPECT_EQ(simulator->model().tickets().back().lines.front().text, "城西营业厅");
}

TEST_F(PrinterContract, WithoutAPortAJobIsOffline)
{
    startPrinter();
    const auto job = print("A012");
    ASSERT_TRUE(ended(job));
    EXPECT_EQ(ends[job], std::vector{Outcome::Offline});
}

TEST_F(PrinterContract, WithoutPaperNothingIsSent)
{
    simulator->model().setPaperOut(true);
    ASSERT_EQ(simulator->plug(), QString());
    startPrinter();
    ASSERT_TRUE(eventually([this] { return printer->state().kind == PrinterState::Kind::PaperOut; }));
    const auto job = print("A012");
    ASSERT_TRUE(ended(job));
    EXPECT_EQ(ends[job], std::vector{Outcome::PaperOut});
    EXPECT_FALSE(simulator->received().contains("A012"));
}

TEST_F(PrinterContract, UnderAnOpenCoverNothingIsSent)
{
    startPlugged();
    simulator->model().setCoverOpen(true);
    ASSERT_TRUE(eventually([this] { return printer->state().kind == PrinterState::Kind::CoverOpen; }));
    const auto job = print("A012");
    ASSERT_TRUE(ended(job));
    EXPECT_EQ(ends[job], std::vector{Outcome::CoverOpen});
    EXPECT_FALSE(simulator->received().contains("A012"));
}

TEST_F(PrinterContract, ATicketThatIsWithdrawnInTimeIsDroppedAndTheOneBeforeItPrinted)
{
    startPlugged();
    const auto first = print("A012");
    const auto second = print("A013");
    printer->withdraw(second);
    EXPECT_EQ(ends.count(second), 0U) << "finished() came from within withdraw()";
    ASSERT_TRUE(ended(first));
    ASSERT_TRUE(ended(second));
    printer->withdraw(first); // it has ended
    EXPECT_EQ(ends[first], std::vector{Outcome::Printed});
    EXPECT_EQ(ends[second], std::vector{Outcome::Dropped});
    EXPECT_FALSE(simulator->received().contains("A013"));
}

TEST_F(PrinterContract, ATicketOfDotsStopsWithThePaperAndIsPrintedWholeAfterTheRefill)
{
    config.profile.rasterRows = true;
    config.profile.chinese = false;
    startPlugged();
    const auto before = simulator->received().size();
    const auto job = print("A012", u"城西营业厅"_s.repeated(12)); // dots for half a second and more
    ASSERT_TRUE(eventually([&] { return simulator->received().size() > before + 600; }));
    simulator->model().setPaperOut(true);
    ASSERT_TRUE(eventually([this] { return printer->state().kind == PrinterState::Kind::PaperOut; }));
    const auto questions = [this] { return simulator->received().count(QByteArray("\x10\x04", 2)); };
    const auto asked = questions();
    ASSERT_TRUE(eventually([&] { return questions() > asked + 3; }));
    EXPECT_FALSE(simulator->received().contains("A012")) << "its dots are on their way no longer";
    simulator->model().setPaperOut(false);
    ASSERT_TRUE(ended(job));
    EXPECT_EQ(ends[job], std::vector{Outcome::Printed});
    EXPECT_TRUE(simulator->received().contains("A012"));
}

TEST_F(PrinterContract, APortThatAnotherProgramHasIsSaidToBeInUseByIt)
{
    ASSERT_EQ(simulator->plug(), QString());
    auto other = starqueue::claim::PortClaim::take(config.line.path.toStdString());
    ASSERT_TRUE(other);
    startPrinter();
    ASSERT_TRUE(eventually([this] { return printer->state().kind == PrinterState::Kind::PortInUse; }));
    EXPECT_EQ(printer->state().detail, u"firmware_bridge_tests (%1)"_s.arg(::getpid()));
    other->release();
    EXPECT_TRUE(eventually([this] { return printer->state().ready(); }));
}

TEST_F(PrinterContract, APrinterThatComesLaterIsFound)
{
    startPrinter();
    EXPECT_TRUE(eventually([this] { return printer->state().kind == PrinterState::Kind::PortMissing; }));
    ASSERT_EQ(simulator->plug(), QString());
    EXPECT_TRUE(eventually([this] { return printer->state().ready(); }));
}

TEST_F(PrinterContract, AfterUnpluggingAndPluggingItPrintsAgain)
{
    startPlugged();
    simulator->unplug();
    ASSERT_TRUE(eventually([this] { return printer->state().kind == PrinterState::Kind::Unplugged; }));
    ASSERT_EQ(simulator->plug(), QString());
    ASSERT_TRUE(eventually([this] { return printer->state().ready(); }));
    const auto job = print("A013");
    ASSERT_TRUE(ended(job));
    EXPECT_EQ(ends[job], std::vector{Outcome::Printed});
}

TEST_F(PrinterContract, EveryPrintEndsOnceWhileTheCableIsPulledFiftyTimes)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::minstd_rand random(seed);
    startPlugged();
    int confirmed = 0;
    for (int pull = 0; pull < 50; ++pull) {
        const QString number = u"A%1"_s.arg(pull, 3, 10, QLatin1Char('0'));
        ASSERT_TRUE(eventually([this] { return printer->state().ready(); }));
        const auto job = print(number);
        const auto pullAt = simulator->received().size() + static_cast<qsizetype>(random() % 620);
        eventually([&] { return simulator->received().size() >= pullAt || ends.count(job) > 0; });
        simulator->unplug();
        ASSERT_EQ(simulator->plug(), QString());
        ASSERT_TRUE(ended(job)) << "pull " << pull;
        ASSERT_EQ(ends[job].size(), 1U);
        const Outcome outcome = ends[job].front();
        ASSERT_TRUE(outcome == Outcome::Printed || outcome == Outcome::Unknown ||
                    outcome == Outcome::Offline);
        confirmed += outcome == Outcome::Printed ? 1 : 0;
        if (outcome == Outcome::Printed) {
            EXPECT_EQ(simulator->model().tickets().back().largestText(), number.toStdString());
        }
    }
    EXPECT_EQ(ends.size(), 50U);
    RecordProperty("confirmed", confirmed);
}
