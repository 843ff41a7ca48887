#include <cli/command_line.h>

#include <db/people/customers.h>

#include <cstdlib>

using namespace starqueue;
using namespace starqueue::cli;

namespace {

const std::filesystem::path kFiles = STARQUEUE_CUSTOMER_FILES;

class ImportCustomers : public test::CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        makeHall();
    }
    [[nodiscard]] std::string file(const std::string& bytes) const
    {
        const auto path = m_scratch / "customers.csv";
        std::ofstream(path, std::ios::binary) << bytes;
        return path.string();
    }
    /// The name on the card of who has `value`.
    [[nodiscard]] std::string nameOf(db::IdentityKind kind, const std::string& value) const
    {
        const auto store = db::CustomerStore::open(m_hall);
        const auto customer = (*store)->lookup(kind, value).value_or(std::nullopt);
        return customer ? (*(*store)->card(customer->customerRef))->name : "nobody";
    }
    /// Runs the program itself; its exit status. What it said stands in m_out and m_err.
    int starqueue(const std::string& arguments)
    {
        const std::string out = m_scratch / "out";
        const std::string err = m_scratch / "err";
        const std::string line = STARQUEUE_PROGRAM " import-customers --data " + m_hall.string() + " " +
                                 arguments + " >" + out + " 2>" + err;
        const int status = std::system(line.c_str());
        m_out = read(out);
        m_err = read(err);
        return WEXITSTATUS(status);
    }
    [[nodiscard]] bool says(const std::string& text) const { return m_out.find(text) != std::string::npos; }
};

} // namespace

TEST_F(ImportCustomers, ReadsTheSamePeopleFromEveryEncodingAndSaysWhich)
{
    const std::vector<std::pair<std::string, std::string>> files{
        {"utf-8.csv", "utf-8"},       {"utf-8-mark.csv", "utf-8"},
        {"utf-8-cr.csv", "utf-8"},    {"utf-16le-mark.csv", "utf-16le"},
        {"utf-16le.csv", "utf-16le"}, {"utf-16be-mark.csv", "utf-16be"},
        {"utf-16be.csv", "utf-16be"}, {"gb18030.csv", "gb18030"}};
    bool isFirst = true;
    for (const auto& [name, encoding] : files) {
        EXPECT_EQ(starqueue((kFiles / name).string()), 0) << name << m_err;
        EXPECT_TRUE(says("read as " + encoding + "\n")) << m_out;
        const char* const counts = isFirst ? "8 rows: 8 taken, 0 changed, 0 same, 0 refused"
                                           : "8 rows: 0 taken, 0 changed, 8 same, 0 refused";
        EXPECT_TRUE(says(counts)) << name << ": " << m_out;
        isFirst = false;
    }
    EXPECT_EQ(nameOf(db::IdentityKind::Card, "6222000011112222"), "张䶮");
    EXPECT_EQ(nameOf(db::IdentityKind::Card, "6222000011113333"), "㛃𬍛");
    EXPECT_EQ(nameOf(db::IdentityKind::Phone, "13800138002"), "联通");
}

TEST_F(ImportCustomers, RuinsNoNameOfAGbkFileAsExcelWritesIt)
{
    EXPECT_EQ(starqueue((kFiles / "gbk.csv").string()), 0) << m_err;
    EXPECT_TRUE(says("read as gb18030")) << m_out;
    EXPECT_EQ(nameOf(db::IdentityKind::Phone, "13800138000"), "王小明");
    EXPECT_EQ(nameOf(db::IdentityKind::Card, "6222000011112222"), "张䶮");
}

TEST_F(ImportCustomers, TakesTheEncodingThatIsGiven)
{
    const std::string chinese = file("kind,value,stars,name\ncard,1,5,\xC2\xBD\n");
    EXPECT_EQ(starqueue(chinese), 1);
    EXPECT_NE(m_err.find("--encoding"), std::string::npos) << m_err;
    EXPECT_EQ(starqueue(chinese + " --encoding gb18030"), 0) << m_err;
    EXPECT_EQ(nameOf(db::IdentityKind::Card, "1"), "陆");
    EXPECT_EQ(starqueue(chinese + " --encoding utf-16le"), 1);
    EXPECT_EQ(nameOf(db::IdentityKind::Card, "1"), "陆");
    EXPECT_EQ(starqueue(chinese + " --encoding latin"), 2);
}

TEST_F(ImportCustomers, AnOpenQuoteCostsItsRowAndNoOther)
{
    std::string csv = "kind,value,stars,name\ncard,1,5,\"Wang\n";
    for (int i = 2; i <= 1000; ++i)
        csv += "card," + std::to_string(i) + ",5,Wu\n";
    EXPECT_EQ(starqueue(file(csv)), 1);
    EXPECT_TRUE(says("1000 rows: 999 taken, 0 changed, 0 same, 1 refused")) << m_out;
    EXPECT_EQ(m_err, (m_scratch / "customers.csv").string() +
                         ":2: refused: a quotation mark is not closed on its line\n");
}

TEST_F(ImportCustomers, ABrokenFileChangesNothing)
{
    ASSERT_EQ(starqueue(file("kind,value,stars,name\ncard,1,5,Wang\n")), 0) << m_err;
    const std::string bytes = read(kFiles / "utf-16le-mark.csv");
    EXPECT_EQ(starqueue(file(bytes.substr(0, bytes.size() - 1))), 1);
    EXPECT_NE(m_err.find("cut off; nothing was changed"), std::string::npos) << m_err;
    EXPECT_EQ(starqueue(file("kind,value,stars,name\ncard,1,5,\xFF\ncard,2,5,Wu\n")), 1);
    EXPECT_EQ(starqueue(file("card,1,0,Wu\ncard,2,5,Wu\n")), 1);
    EXPECT_TRUE(says("2 rows: 0 taken, 0 changed, 0 same, 2 refused")) << m_out;
    EXPECT_EQ(nameOf(db::IdentityKind::Card, "1"), "Wang");
    EXPECT_EQ(nameOf(db::IdentityKind::Card, "2"), "nobody");
}

TEST_F(ImportCustomers, ADryRunTellsTheSameAndChangesNothing)
{
    const std::string people = (kFiles / "utf-8.csv").string();
    EXPECT_EQ(starqueue(people + " --dry-run"), 0) << m_err;
    EXPECT_TRUE(says("8 rows: 8 taken, 0 changed, 0 same, 0 refused; a dry run: nothing was changed"))
        << m_out;
    EXPECT_EQ(nameOf(db::IdentityKind::Phone, "13800138000"), "nobody");
    EXPECT_EQ(starqueue(people), 0) << m_err;
    EXPECT_TRUE(says("8 taken")) << m_out;
}

TEST_F(ImportCustomers, NeverRepeatsWhatAFileSaysOfAPerson)
{
    const std::vector<std::string> rows{
        "Zhang,13912345678,5,0,Zhang,",       "phone,Zhang,5,0,Zhang,",
        "phone,13912345678,Zhang,0,Zhang,",   "phone,13912345678,5,Zhang,Zhang,",
        "phone,13912345678,5,0,Zhang,|Zhang", "phone,13912345678,5,0,Zhang,a|b|c|d|e|Zhang",
        "phone,13912345678,5,0,\"Zhang,",     "phone,13912345678,5,0,\"Zhang\" x,",
        "phone,13912345678,5,0,Zhang\x07,",   "phone,13912345678,5,0,Zhang",
        "phone,13912345678,5,0,Zhang,,Zhang", "Zhang"};
    std::string csv;
    for (const std::string& row : rows)
        csv += row + "\n";
    for (const std::string heading : {"kind,value,stars,key_contact,name,labels\n", "Zhang,13912345678\n",
                                      "kind,value,stars,kind,Zhang,13912345678\n"}) {
        EXPECT_EQ(starqueue(file(heading + csv)), 1);
        EXPECT_TRUE(says(" 0 taken, 0 changed, 0 same")) << m_out;
        for (const char* said : {"Zhang", "13912345678"})
            EXPECT_EQ((m_out + m_err).find(said), std::string::npos) << m_out << m_err;
    }
    EXPECT_EQ(starqueue(file("kind,value,stars\nphone,13912345678,Zhang \xFF\n")), 1);
    EXPECT_EQ((m_out + m_err).find("Zhang"), std::string::npos) << m_out << m_err;
}

TEST_F(ImportCustomers, AMistypedHeadingIsNamedAndWipesNobody)
{
    must({"import-customers", file("kind,value,stars,key_contact,name\nphone,13800000001,5,true,Wang\n"),
          "--data", m_hall});
    EXPECT_EQ(
        run({"import-customers", file("kind,value,stars,nmae\nphone,13800000001,5,Li\n"), "--data", m_hall}),
        ExitStatus::Failed);
    EXPECT_NE(m_err.find("\"nmae\""), std::string::npos) << m_err;
    EXPECT_EQ(nameOf(db::IdentityKind::Phone, "13800000001"), "Wang");
}

TEST_F(ImportCustomers, AMissingColumnLeavesWhatIsKnownAndSaysSo)
{
    must({"import-customers", file("kind,value,stars,key_contact,name\nphone,13800000001,5,true,Wang\n"),
          "--data", m_hall});
    must(
        {"import-customers", file("kind,value,stars\nphone,13800000001,6\n"), "--data", m_hall, "--dry-run"});
    EXPECT_TRUE(says("no column name")) << m_out;
    must({"import-customers", file("kind,value,stars\nphone,13800000001,6\n"), "--data", m_hall});
    EXPECT_EQ(nameOf(db::IdentityKind::Phone, "13800000001"), "Wang");
    const auto store = db::CustomerStore::open(m_hall);
    const auto known = (*store)->lookup(db::IdentityKind::Phone, "13800000001").value();
    EXPECT_EQ(known->stars, 6);
    EXPECT_TRUE(known->keyContact);
}
