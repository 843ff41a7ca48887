#include <cli/command_line.h>

#include <db/sqlite/hall_directory.h>

using namespace starqueue::cli;

namespace {

class NoHall : public test::CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        std::filesystem::create_directory(m_hall);
        std::ofstream(m_scratch / "customers.csv") << "kind,value,stars\ncard,1,5\n";
    }
    [[nodiscard]] std::vector<std::vector<std::string>> commands() const
    {
        return {{"import-customers", m_scratch / "customers.csv", "--data", m_hall},
                {"import-customers", m_scratch / "customers.csv", "--dry-run", "--data", m_hall},
                {"token", "add", "--role", "usher", "--data", m_hall},
                {"token", "list", "--data", m_hall},
                {"token", "revoke", "abc", "--data", m_hall},
                {"report", "waits", "--data", m_hall},
                {"replay", "--data", m_hall, "--day", "2026-11-22"},
                {"simulate", "--recorded-data", m_hall, "--day", "2026-11-22"},
                {"verify", "--data", m_hall},
                {"backup", m_hall, m_scratch / "backup"}};
    }
    void expectRefused(const std::string& why)
    {
        for (const auto& arguments : commands()) {
            EXPECT_EQ(run(arguments), ExitStatus::WrongUse) << testing::PrintToString(arguments);
            EXPECT_NE(m_err.find(why), std::string::npos) << m_err;
            EXPECT_NE(m_err.find("starqueue init"), std::string::npos) << m_err;
        }
        EXPECT_FALSE(std::filesystem::exists(m_scratch / "backup"));
    }
};

} // namespace

TEST_F(NoHall, IsMadeByInitAlone)
{
    expectRefused("there is no hall.db");
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_TRUE(std::filesystem::is_empty(m_hall));
    std::filesystem::remove(m_hall);
    expectRefused("there is no such directory");
    EXPECT_FALSE(std::filesystem::exists(m_hall));
}

TEST_F(NoHall, IsWhatAnEmptyDatabaseIs)
{
    std::filesystem::remove(m_hall);
    makeHall();
    std::filesystem::resize_file(m_hall / "hall.db", 0);
    expectRefused("hall.db is empty");
    EXPECT_EQ(std::filesystem::file_size(m_hall / "hall.db"), 0U);
}

TEST_F(NoHall, ServesNobodyAsIfThereHadBeenNoCustomers)
{
    std::filesystem::remove(m_hall);
    makeHall();
    for (const char* lost : {"customers.db", "keys/persons.db", "keys/lookup.key"}) {
        std::filesystem::rename(m_hall / lost, m_scratch / "lost");
        const auto why = starqueue::db::whyNoCustomers(m_hall);
        EXPECT_NE(why.find(lost), std::string::npos) << why;
        EXPECT_NE(why.find("--without-customers"), std::string::npos) << why;
        EXPECT_EQ(run({"import-customers", m_scratch / "customers.csv", "--data", m_hall}),
                  ExitStatus::WrongUse);
        EXPECT_FALSE(std::filesystem::exists(m_hall / lost)) << "it was made anew";
        std::filesystem::rename(m_scratch / "lost", m_hall / lost);
    }
    EXPECT_EQ(starqueue::db::whyNoCustomers(m_hall), "");
}
