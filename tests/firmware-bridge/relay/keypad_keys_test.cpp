#include <firmware-bridge/relay/keypad_keys.h>

#include <firmware-bridge/field_devices/field_reports.h>

#include <gtest/gtest.h>

using namespace starqueue::bridge;
using starqueue::client::api::May;

TEST(KeypadKeys, TheSameKeypadPressIsTheSameRequestForEver)
{
    EXPECT_EQ(keypadRequestId(0x1A2B3, 5, 6), keypadRequestId(0x1A2B3, 5, 6));
    EXPECT_EQ(keypadRequestId(0x1A2B3, 5, 6).version(), QUuid::Sha1);
    EXPECT_NE(keypadRequestId(0x1A2B3, 5, 6), keypadRequestId(0x1A2B3, 5, 7));
    EXPECT_NE(keypadRequestId(0x1A2B3, 5, 6), keypadRequestId(0x1A2B3, 6, 6));
    EXPECT_EQ(keypadStep(1), May::Next);
    EXPECT_EQ(keypadStep(9), May::Nothing);
    EXPECT_EQ(uidText(0x1A2B3), "0001A2B3");
}
