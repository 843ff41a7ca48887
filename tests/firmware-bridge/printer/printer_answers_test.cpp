#include <firmware-bridge/printer/contact/printer_answers.h>
#include <firmware-bridge/printer/contact/printer_condition.h>
#include <firmware-bridge/ticket/printer_profile.h>

#include <gtest/gtest.h>

#include <random>
#include <set>

using namespace starqueue::bridge;

namespace {

const QByteArray kAutomatic("\x18\x00\x0F\x00", 4);
const QByteArray kRealTime("\x1A", 1);

QByteArray completed(const QByteArray& id)
{
    return QByteArray("\x37\x22", 2) + id + '\0';
}

QByteArray everything()
{
    return kAutomatic + kRealTime + completed(processIdFor(7)) + kRealTime + kAutomatic +
           completed(processIdFor(0xBEEF)) + QByteArray("\x0C", 1);
}

template <typename Kind> int countOf(const std::vector<PrinterAnswer>& answers)
{
    int count = 0;
    for (const PrinterAnswer& answer : answers)
        count += std::holds_alternative<Kind>(answer) ? 1 : 0;
    return count;
}

std::vector<QByteArray> completedIds(const std::vector<PrinterAnswer>& answers)
{
    std::vector<QByteArray> ids;
    for (const PrinterAnswer& answer : answers)
        if (const auto* done = std::get_if<ProcessCompleted>(&answer))
            ids.push_back(done->id);
    return ids;
}

} // namespace

TEST(PrinterAnswers, AllFourKindsAreToldApart)
{
    PrinterAnswers answers;
    const auto found = answers.feed(everything());
    EXPECT_EQ(countOf<AutomaticStatus>(found), 2);
    EXPECT_EQ(countOf<RealTimeStatus>(found), 2);
    EXPECT_EQ(countOf<PaperSensorStatus>(found), 1);
    EXPECT_EQ(completedIds(found), (std::vector<QByteArray>{processIdFor(7), processIdFor(0xBEEF)}));
    EXPECT_EQ(answers.strayBytes(), 0);
}

TEST(PrinterAnswers, CuttingAtEveryByteChangesNothing)
{
    const QByteArray bytes = everything();
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        PrinterAnswers answers;
        auto found = answers.feed(bytes.left(cut));
        const auto rest = answers.feed(bytes.mid(cut));
        found.insert(found.end(), rest.begin(), rest.end());
        EXPECT_EQ(found.size(), 7U) << "cut at " << cut;
        EXPECT_EQ(completedIds(found).size(), 2U) << "cut at " << cut;
    }
}

TEST(PrinterAnswers, ARealTimeByteWithinALongerAnswerIsTakenOut)
{
    for (const QByteArray& longer : {kAutomatic, completed(processIdFor(0x1234))}) {
        for (qsizetype at = 1; at < longer.size(); ++at) {
            PrinterAnswers answers;
            const auto found = answers.feed(longer.left(at) + kRealTime + longer.mid(at));
            EXPECT_EQ(countOf<RealTimeStatus>(found), 1) << at;
            EXPECT_EQ(found.size(), 2U) << at;
        }
    }
}

TEST(PrinterAnswers, AutomaticStatusWithinAProcessIdIsTakenOut)
{
    const QByteArray block = completed(processIdFor(0x1234));
    for (qsizetype at = 1; at < block.size(); ++at) {
        PrinterAnswers answers;
        const auto found = answers.feed(block.left(at) + kAutomatic + block.mid(at));
        EXPECT_EQ(countOf<AutomaticStatus>(found), 1) << at;
        EXPECT_EQ(completedIds(found), std::vector<QByteArray>{processIdFor(0x1234)}) << at;
    }
}

TEST(PrinterAnswers, AFlippedBitNeverConfirmsAnIdThatNobodySentUnnoticed)
{
    const QByteArray sent = completed(processIdFor(0x5A5A));
    for (int bit = 0; bit < sent.size() * 8; ++bit) {
        QByteArray damaged = sent;
        damaged[bit / 8] = static_cast<char>(damaged.at(bit / 8) ^ (1 << bit % 8));
        PrinterAnswers answers;
        for (const QByteArray& id : completedIds(answers.feed(damaged)))
            EXPECT_NE(id, processIdFor(0x5A5A)) << "bit " << bit;
    }
}

TEST(PrinterAnswers, TheRestOfADamagedBlockIsNoAnswerOfTheSensor)
{
    const QByteArray block = completed(processIdFor(7));
    for (qsizetype damaged = 1; damaged + 1 < block.size(); ++damaged) {
        PrinterAnswers answers;
        QByteArray heard = block;
        heard[damaged] = static_cast<char>(heard[damaged] ^ 0x80);
        EXPECT_EQ(countOf<PaperSensorStatus>(answers.feed(heard)), 0) << damaged;
        EXPECT_EQ(countOf<PaperSensorStatus>(answers.feed(QByteArray(4, '\0'))), 4) << damaged;
    }
}

TEST(PrinterAnswers, AfterAnyDamageAndAPauseWholeAnswersAreUnderstood)
{
    std::mt19937 random(20261122);
    for (int run = 0; run < 2000; ++run) {
        PrinterAnswers answers;
        QByteArray garbage;
        for (auto i = random() % 12; i > 0; --i)
            garbage += static_cast<char>(random());
        (void)answers.feed(garbage);
        (void)answers.feed(kAutomatic); // may be swallowed by what the garbage began
        (void)answers.quiet();
        const auto found = answers.feed(kAutomatic + completed(processIdFor(3)));
        EXPECT_GE(countOf<AutomaticStatus>(found), 1) << garbage.toHex().constData();
        EXPECT_EQ(completedIds(found), std::vector<QByteArray>{processIdFor(3)})
            << garbage.toHex().constData();
    }
}

TEST(PrinterAnswers, ProcessIdsAreAllDifferentAndHoldNoCommand)
{
    std::set<QByteArray> ids;
    for (quint32 number = 0; number < 0x10000; ++number)
        ids.insert(processIdFor(number));
    EXPECT_EQ(ids.size(), 0x10000U);
    EXPECT_EQ(processIdRequest(processIdFor(1)), QByteArray("\x1D(H\x06\x00\x30\x30@@@A", 11));
}

TEST(PrinterCondition, TheBitsMeanWhatTheManualsSay)
{
    const PrinterProfile epson;
    const auto raised = [&epson](int question, const QByteArray& answer) {
        PrinterCondition condition;
        for (const auto& [sign, isRaised] : statementsOf(*epson.statusMap(question), answer))
            condition.set(sign, isRaised);
        return condition;
    };
    using enum PrinterSign;
    EXPECT_TRUE(raised(0, QByteArray("\x18\x00\x0F\x00", 4)).has(PaperOut));
    EXPECT_TRUE(raised(0, QByteArray("\x38\x00\x00\x00", 4)).has(CoverOpen));
    EXPECT_TRUE(raised(0, QByteArray("\x10\x08\x00\x00", 4)).has(Cutter));
    EXPECT_TRUE(raised(0, QByteArray("\x10\x00\x03\x00", 4)).has(NearEnd));
    EXPECT_TRUE(raised(0, QByteArray("\x10\x00\x03\x00", 4)).fitToPrint());
    EXPECT_TRUE(raised(1, "\x1A").has(Offline));
    EXPECT_TRUE(raised(2, "\x16").has(CoverOpen));
    EXPECT_TRUE(raised(3, "\x1A").has(Cutter));
    EXPECT_TRUE(raised(3, "\x16").has(Jam));
    EXPECT_TRUE(raised(3, "\x52").has(Cooling));
    EXPECT_TRUE(raised(4, "\x72").has(PaperOut));
    EXPECT_TRUE(raised(4, "\x1E").has(NearEnd));
}
