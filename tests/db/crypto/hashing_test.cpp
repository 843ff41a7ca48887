#include <db/crypto/hashing.h>

#include <gtest/gtest.h>

using namespace starqueue::db;

// RFC 4231, test cases 1, 2 and 6: a key of a block, a short one, and one longer than a block.
TEST(Hmac, IsThatOfTheStandard)
{
    EXPECT_EQ(hexOf(hmacSha256Of("Hi There", std::string(20, '\x0b'))),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(hexOf(hmacSha256Of("what do ya want for nothing?", "Jefe")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(hexOf(hmacSha256Of("Test Using Larger Than Block-Size Key - Hash Key First",
                                 std::string(131, '\xaa'))),
              "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}
