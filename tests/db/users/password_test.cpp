#include <db/users/password.h>

#include <gtest/gtest.h>

#include <sodium.h>

using namespace starqueue::db;

TEST(Password, IsKnownByItsHashAloneAndNoTwoHashesAreTheSame)
{
    const auto one = passwordHash("correct horse", kLeastCost);
    const auto other = passwordHash("correct horse", kLeastCost);
    ASSERT_TRUE(one && other);
    EXPECT_NE(*one, *other);
    EXPECT_TRUE(one->starts_with("$argon2id$"));
    EXPECT_TRUE(isPasswordOf(*one, "correct horse"));
    EXPECT_FALSE(isPasswordOf(*one, "correct horsf"));
    EXPECT_FALSE(isPasswordOf(*one, ""));
}

TEST(Password, OfNobodyCostsAsMuchToTryAsAnybodys)
{
    for (const PasswordCost cost : {kLeastCost, kUsualCost}) {
        const std::string hash = nobodysHash(cost);
        EXPECT_EQ(crypto_pwhash_str_needs_rehash(hash.c_str(), cost.passes, cost.bytes), 0) << hash;
        EXPECT_FALSE(isPasswordOf(hash, ""));
    }
}

TEST(Password, HasTwelveCharactersAndIsNotTheName)
{
    EXPECT_EQ(whyNotSecret(Role::Manager, "anna", "twelve chars"), "");
    EXPECT_NE(whyNotSecret(Role::Manager, "anna", "elevenchars"), "");
    EXPECT_NE(whyNotSecret(Role::Manager, "anna", "十二个字节的密码"), "") << "24 bytes, but 8 characters";
    EXPECT_EQ(whyNotSecret(Role::Manager, "anna", "十二个汉字也是一句好口令"), "");
    EXPECT_NE(whyNotSecret(Role::Manager, "anna.of.hall1", "Anna.Of.Hall1"), "");
    EXPECT_NE(whyNotSecret(Role::Manager, "anna", std::string(129, 'x')), "");
    std::string longest;
    for (int i = 0; i < 128; ++i)
        longest += "囍";
    EXPECT_EQ(whyNotSecret(Role::Manager, "anna", longest), "") << "in any script";
}

TEST(Password, OfAClerkIsAPinOfFourToEightDigits)
{
    for (const char* pin : {"0000", "12345678"})
        EXPECT_EQ(whyNotSecret(Role::Clerk, "17", pin), "") << pin;
    for (const char* pin : {"", "123", "123456789", "12a4", "correct horse"})
        EXPECT_NE(whyNotSecret(Role::Clerk, "17", pin), "") << pin;
    EXPECT_NE(whyNotSecret(Role::Clerk, "1704", "1704"), "");
}

TEST(Password, MadeByTheProgramIsOneThatIsTakenAndNeverTheSame)
{
    EXPECT_EQ(whyNotSecret(Role::Admin, "admin", newPassword()), "");
    EXPECT_NE(newPassword(), newPassword());
}

TEST(UsersName, IsOneWordOfLatinLettersAndDigits)
{
    for (const char* name : {"anna", "W-017", "li.wei", "a"})
        EXPECT_EQ(whyNotName(name), "") << name;
    for (const char* name : {"", "-x", "a b", "a\nb", "张", "a/b", "аnna"})
        EXPECT_NE(whyNotName(name), "") << name;
    EXPECT_NE(whyNotName(std::string(41, 'a')), "");
}
