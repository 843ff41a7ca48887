#include <formats/encoding/pinyin.h>

#include <gtest/gtest.h>

using namespace starqueue::formats;

namespace {

TEST(Pinyin, IsFoundForWhatStandsOnSigns)
{
    EXPECT_EQ(pinyinOf("贵宾室"), "gui4 bin1 shi4");
    EXPECT_EQ(pinyinOf("二楼3B窗口"), "er4 lou2 3B chuang1 kou3");
    EXPECT_EQ(pinyinOf("VIP 室"), "VIP shi4");
    EXPECT_EQ(pinyinOf("A-12"), "A 12");
    EXPECT_EQ(pinyinOf("3"), "3");
}

TEST(Pinyin, IsNotGuessed)
{
    EXPECT_FALSE(pinyinOf("银行")) << "háng or xíng";
    EXPECT_FALSE(pinyinOf("麒麟厅"));
    EXPECT_FALSE(pinyinOf("vip")) << "small letters stand in the readings, and are no reading";
    EXPECT_FALSE(pinyinOf("ü"));
    EXPECT_FALSE(pinyinOf("Комната"));
    EXPECT_FALSE(pinyinOf(""));
    EXPECT_FALSE(pinyinOf("-"));
    EXPECT_FALSE(pinyinOf("\xff"));
}

TEST(Pinyin, OfASignIsPinyin)
{
    for (const char* sign : {"贵宾室", "二楼3B窗口", "绿色通道", "VIP", "12"})
        EXPECT_TRUE(isPinyin(pinyinOf(sign).value())) << sign;
}

TEST(Pinyin, HasATone)
{
    EXPECT_TRUE(isPinyin("gui4 bin1 shi4"));
    EXPECT_TRUE(isPinyin("lü4 se4 tong1 dao4"));
    EXPECT_TRUE(isPinyin("VIP  shi4"));
    for (const char* wrong :
         {"", " ", "gui bin shi", "gui6", "贵宾室", "the VIP room", "bngf4", "4x", "zhuangx1"})
        EXPECT_FALSE(isPinyin(wrong)) << wrong;
}

} // namespace
