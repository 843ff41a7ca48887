#include <db/users/known_passwords.h>
#include <db/users/password.h>

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

using namespace starqueue::db;

TEST(KnownPassword, IsRefusedInWhateverDress)
{
    for (const char* password :
         {"password1234", "Passw0rd1234", "passwordpassword", "123456789012", "a123456789012", "qwertyuiop12",
          "1qaz2wsx3edc", "iloveyou1234", "letmeinplease", "admin1234567", "13812345678a", "aaaaaaaaaaaa",
          "wang19870923", "administrator"})
        EXPECT_NE(whyKnown("anna", password).value(), "") << password;
}

TEST(KnownPassword, IsAnyWordOfTheMachinesDictionary)
{
    for (const char* word : {"administratrix", "acknowledgeable", "Agglutinating1"})
        EXPECT_NE(whyKnown("anna", word).value(), "") << word;
}

TEST(KnownPassword, IsTheOwnNameWithSomethingAroundIt)
{
    EXPECT_NE(whyKnown("zhaoqingfeng", "zhaoqingfeng12").value(), "");
    EXPECT_EQ(whyKnown("anna", "zhaoqingfeng12").value(), "");
}

TEST(KnownPassword, IsNoneOfSeveralWordsNorChineseNorRandom)
{
    for (const char* password : {"correct horse", "battery staple", "one time only",
                                 "十二个汉字也是一句好口令", "four words of mine"})
        EXPECT_EQ(whyKnown("anna", password).value(), "") << password;
    for (int i = 0; i < 50; ++i) {
        const std::string made = newPassword();
        EXPECT_EQ(whyKnown("admin", made).value(), "") << made;
    }
}

TEST(KnownPassword, SaysWhatToChoose)
{
    EXPECT_NE(whyKnown("anna", "password1234").value().find("Choose"), std::string::npos);
}

TEST(KnownPassword, CantBeToldWithoutTheDictionaryAndSaysWhatToInstall)
{
    const auto told = whyKnown("anna", "correct horse", "/nonexistent/dict");
    ASSERT_FALSE(told);
    EXPECT_NE(told.error().find("cracklib-runtime"), std::string::npos) << told.error();
}

TEST(KnownPassword, IsToldByAnyThread)
{
    std::vector<std::thread> threads;
    std::atomic<int> known = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&known] {
            for (const char* password : {"administratrix", "acknowledgeable", "correct horse"})
                known += whyKnown("anna", password).value().empty() ? 0 : 1;
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(known, 8);
}
