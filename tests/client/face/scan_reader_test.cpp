#include <client/face/scan_reader.h>

#include <gtest/gtest.h>

using namespace std::chrono_literals;
using starqueue::client::ScannedCode;
using starqueue::client::ScannerProfile;
using starqueue::client::ScanReader;
using starqueue::client::api::IdentityKind;
using Burst = ScanReader::Burst;
using Key = ScanReader::Key;
using Suffix = ScannerProfile::Suffix;

namespace {

/// A reader and a hand before one ScanReader.
struct Keys
{
    explicit Keys(const QList<ScannerProfile>& profiles = {ScannerProfile{}}) : reader(profiles) {}

    ScanReader reader;
    std::chrono::milliseconds now{1000};

    bool press(Key key, const QString& text = {}, std::chrono::milliseconds after = 10ms)
    {
        now += after;
        (void)reader.settle(now);
        return reader.press(key, text, now);
    }
    void type(const QString& text, std::chrono::milliseconds apart = 10ms)
    {
        for (const QChar letter : text)
            (void)press(Key::Character, letter, apart);
    }
    Burst later()
    {
        now += 1s;
        return reader.settle(now);
    }
    /// What is read of a whole code and its end.
    std::optional<ScannedCode> scan(const QString& text, std::optional<Key> end)
    {
        type(text);
        if (end)
            EXPECT_TRUE(press(*end, "\r"));
        else
            EXPECT_EQ(later(), Burst::Done);
        const auto code = reader.take();
        (void)later();
        return code;
    }
};

ScannerProfile profile(const QString& prefix, Suffix suffix)
{
    return {.prefix = prefix, .suffix = suffix};
}

TEST(ScanReader, ReadsACodeAndEnter)
{
    Keys keys;
    EXPECT_EQ(keys.scan("VIP-0042/x", Key::Enter), (ScannedCode{IdentityKind::Scan, "VIP-0042/x"}));
    EXPECT_EQ(keys.scan("AB 12 cd", Key::Enter)->text, "AB 12 cd") << "a code may have spaces";
    EXPECT_FALSE(keys.reader.take()) << "told once";
}

TEST(ScanReader, ReadsByEachProfile)
{
    Keys tab({profile({}, Suffix::Tab)});
    EXPECT_EQ(tab.scan("VIP-0042", Key::Tab)->text, "VIP-0042");
    EXPECT_FALSE(tab.scan("VIP-0042", Key::Enter));
    Keys bare({profile({}, Suffix::None)});
    EXPECT_EQ(bare.scan("VIP-0042", std::nullopt)->text, "VIP-0042");
    Keys prefixed({profile("~#", Suffix::Enter)});
    EXPECT_EQ(prefixed.scan("~#VIP-0042", Key::Enter)->text, "VIP-0042");
    EXPECT_FALSE(prefixed.scan("VIP-0042", Key::Enter)) << "of another reader";
    Keys two({profile("~", Suffix::Tab), profile({}, Suffix::Enter)});
    EXPECT_EQ(two.scan("~VIP-0042", Key::Tab)->text, "VIP-0042");
    EXPECT_EQ(two.scan("622200000001", Key::Enter)->text, "622200000001");
}

TEST(ScanReader, SaysWhatKindACodeIsByItsWholePattern)
{
    ScannerProfile cards;
    cards.kinds = {{QRegularExpression("62[0-9]{10}"), IdentityKind::Card}};
    Keys keys({cards});
    EXPECT_EQ(keys.scan("622200000001", Key::Enter)->kind, IdentityKind::Card);
    EXPECT_EQ(keys.scan("6222000000012", Key::Enter)->kind, IdentityKind::Scan) << "one digit too many";
    EXPECT_EQ(keys.scan("A622200000001", Key::Enter)->kind, IdentityKind::Scan);
}

TEST(ScanReader, AKeyAloneIsAPersons)
{
    Keys keys;
    for (const Key key : {Key::Character, Key::Enter, Key::Tab, Key::Other}) {
        EXPECT_FALSE(keys.press(key, "a"));
        EXPECT_EQ(keys.reader.settle(keys.now + 100ms), Burst::Open) << "more may follow";
        EXPECT_EQ(keys.later(), Burst::Single);
        EXPECT_EQ(keys.later(), Burst::None) << "told once";
    }
    keys.type("VIP-0042", 300ms);
    EXPECT_FALSE(keys.press(Key::Enter, {}, 300ms));
    EXPECT_FALSE(keys.reader.take());
}

TEST(ScanReader, ABurstThatMakesNoCodeIsNoPersonsEither)
{
    Keys keys;
    EXPECT_FALSE(keys.scan("abc", Key::Enter)) << "too short";
    EXPECT_FALSE(keys.scan("VIP-0042", std::nullopt)) << "without its end";
    EXPECT_FALSE(keys.scan(QString(65, 'a'), Key::Enter)) << "longer than any";
}

TEST(ScanReader, ASecondEndBelongsToTheCodeAndTheNextCodeFollows)
{
    Keys keys;
    EXPECT_EQ(keys.scan("VIP-0042", Key::Enter)->text, "VIP-0042");
    keys.type("VIP-0043");
    EXPECT_TRUE(keys.press(Key::Enter));
    EXPECT_TRUE(keys.press(Key::Enter)) << "CR and LF";
    EXPECT_EQ(keys.reader.take()->text, "VIP-0043");
    EXPECT_EQ(keys.later(), Burst::None);
    EXPECT_EQ(keys.scan("VIP-0044", Key::Enter)->text, "VIP-0044");
}

} // namespace
