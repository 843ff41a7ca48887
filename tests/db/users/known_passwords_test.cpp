#include <db/users/known/known_passwords.h>
#include <db/users/password.h>

#include <gtest/gtest.h>

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
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

TEST(KnownPassword, IsMadeOfWhatEverybodyInAChineseHallTypes)
{
    for (const char* password : {"woaini1314520",
                                 "5201314520131",
                                 "iloveyou5201314",
                                 "zhang19900101",
                                 "a1b2c3d4e5f6",
                                 "密码密码密码密码密码密码",
                                 "chinamobile10086",
                                 "WoAiNi1314520!",
                                 "wangli1990-01-01",
                                 "icbc95588icbc95588",
                                 "我爱你我爱你我爱你我爱你",
                                 "abcabcabcabcabc",
                                 "1a2b3c4d5e6f",
                                 "zhongguoyidong1",
                                 "mima20081212mima",
                                 "liu13912345678",
                                 "xyzxyzxyzxyz12",
                                 "qwer1234asdf",
                                 "anna52013141314",
                                 "中国移动营业厅密码12"})
        EXPECT_NE(whyKnown("anna", password).value(), "") << password;
}

TEST(KnownPassword, IsNoneWithEnoughOfItsOwnAroundThat)
{
    for (const char* password :
         {"woaini kx7qvd", "zhang3 bakes plums", "密码是窗台上那盆仙人掌", "tvkq1314520gr"})
        EXPECT_EQ(whyKnown("anna", password).value(), "") << password;
}

TEST(KnownPassword, IsAnyWordOfTheMachinesDictionary)
{
    for (const char* word : {"administratrix", "acknowledgeable", "Agglutinating1"})
        EXPECT_NE(whyKnown("anna", word).value(), "") << word;
}

TEST(KnownPassword, IsTheOwnNameWithSomethingAroundIt)
{
    EXPECT_NE(whyKnown("brenninkmeyer", "brenninkmeyer12").value(), "");
    EXPECT_EQ(whyKnown("anna", "brenninkmeyer12").value(), "");
}

TEST(KnownPassword, IsNoneOfSeveralWordsNorChineseNorRandom)
{
    for (const char* password : {"correct horse", "battery staple", "one time only",
                                 "十二个汉字也是一句好口令", "four words of mine"})
        EXPECT_EQ(whyKnown("anna", password).value(), "") << password;
    // cracklib takes a random one that has a few neighbours ("abcddc") for a row: about one in a thousand.
    int refused = 0;
    for (int i = 0; i < 50; ++i)
        refused += whyKnown("admin", newPassword()).value().empty() ? 0 : 1;
    EXPECT_LE(refused, 3);
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

TEST(KnownPassword, CantBeToldByADictionaryThatCantBeRead)
{
    const auto dir =
        std::filesystem::temp_directory_path() / ("starqueue-dict-" + std::to_string(::getpid()));
    std::filesystem::create_directory(dir);
    const auto told = [&dir](const char* content) {
        for (const char* part : {"dict.pwd", "dict.pwi", "dict.hwm"})
            std::ofstream(dir / part) << content;
        return whyKnown("anna", "correct horse", dir / "dict");
    };
    for (const char* content : {"", "this is no dictionary at all"}) {
        const auto answer = told(content);
        ASSERT_FALSE(answer) << '"' << content << '"';
        EXPECT_NE(answer.error().find("update-cracklib"), std::string::npos) << answer.error();
    }
    std::filesystem::remove(dir / "dict.pwi");
    std::filesystem::create_directory(dir / "dict.pwi"); // it stands, and nobody can read it
    EXPECT_FALSE(whyKnown("anna", "correct horse", dir / "dict"));
    std::filesystem::remove_all(dir);
    EXPECT_EQ(whyKnown("anna", "correct horse").value(), "") << "the machine's own still serves";
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
