#include <db/support/guarded_journal.h>
#include <db/support/random_hall.h>
#include <db/support/service_under_test.h>
#include <db/support/temp_dir.h>

#include <gmock/gmock.h>

#include <filesystem>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr queue::GroupIx kDisabledGroup{0};
constexpr queue::GroupIx kElderlyGroup{1};

/// A hall that drops the reason of a priority after the visit; how each commit ends, a test says.
class WriterReasons : public ::testing::Test
{
protected:
    void SetUp() override
    {
        start();
        m_service->openHall();
        queue::Rules rules = hallRules();
        rules.groups = queue::withAnonymous(std::move(rules.groups));
        ASSERT_TRUE(m_service->send(queue::SetRules{std::make_shared<const queue::Rules>(rules)}).accepted());
    }
    void start()
    {
        m_service.reset();
        m_service = std::make_unique<ServiceUnderTest>(
            m_dir.path(), [](auto real) { return std::make_unique<GuardedJournal>(std::move(real)); });
    }
    GuardedJournal& journal() { return static_cast<GuardedJournal&>(m_service->journal()); }
    void letCommitsFailWith(StorageFault fault)
    {
        journal().beforeCommit = [fault] { return StorageError{fault, "so the test wants it"}; };
    }

    Told issueTo(queue::GroupIx group)
    {
        queue::IssueTicket command = issue();
        command.statutory = group;
        command.kiosk.clear(); // no print job: the line is the last one
        return m_service->send(command, key(++m_requests));
    }
    std::string reasonOf(std::uint64_t ticket)
    {
        return m_service->reasons().of(queue::TicketId{ticket}).value_or("");
    }
    [[nodiscard]] std::string file() const
    {
        return files::posix().read(m_dir.path() / "keys" / "visit-reasons").value_or("");
    }
    /// What the timekeeper does each second.
    void tick()
    {
        m_service->reasons().dropThoseOver(m_service->state(), m_now);
        EXPECT_TRUE(m_service->reasons().keep());
    }

    TempDir m_dir;
    std::unique_ptr<ServiceUnderTest> m_service;
    Instant m_now = kMorning + std::chrono::hours{1};
    std::uint32_t m_requests = 0;
};

/// All bytes of all files below `dir`.
std::string bytesBelow(const std::filesystem::path& dir)
{
    std::string bytes;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(dir))
        if (entry.is_regular_file())
            bytes += files::posix().read(entry.path()).value_or("");
    return bytes;
}

} // namespace

TEST_F(WriterReasons, AreOnTheDiskBeforeTheirLineAndNotInIt)
{
    bool wasThere = false;
    journal().beforeCommit = [&]() -> std::optional<StorageError> {
        wasThere = file().find("elderly") != std::string::npos;
        return std::nullopt;
    };
    const Told issued = issueTo(kElderlyGroup);
    ASSERT_TRUE(issued.accepted());
    EXPECT_TRUE(wasThere);
    EXPECT_EQ(m_service->reasons().at(issued.seq), "elderly");
    const auto lines = journal().read(issued.seq - 1, 1);
    ASSERT_TRUE(lines && lines->size() == 1U);
    EXPECT_THAT(lines->front().payload, HasSubstr(R"("statutory":"priority:1200")"));
    EXPECT_THAT(lines->front().payload, Not(HasSubstr("elderly")));
}

TEST_F(WriterReasons, WithoutTheirLineAreForgottenByTheNextStart)
{
    const std::uint64_t ticket = issueTo(kElderlyGroup).ticket();
    letCommitsFailWith(StorageFault::Unknown); // as when the power goes between the two
    m_service->send(queue::SetStatutory{queue::TicketId{ticket}, kDisabledGroup});
    EXPECT_THAT(file(), HasSubstr("disabled"));
    start();
    EXPECT_EQ(reasonOf(ticket), "elderly");
    EXPECT_TRUE(issueTo(kDisabledGroup).accepted());
    EXPECT_EQ(reasonOf(ticket), "elderly");
    EXPECT_EQ(reasonOf(ticket + 1), "disabled");
}

TEST_F(WriterReasons, OfACommandThatFindsTheDiskFullAreTakenBack)
{
    const std::uint64_t ticket = issueTo(kElderlyGroup).ticket();
    letCommitsFailWith(StorageFault::Full);
    EXPECT_EQ(m_service->send(queue::SetStatutory{queue::TicketId{ticket}, kDisabledGroup}).what,
              Told::What::Full);
    EXPECT_EQ(issueTo(kDisabledGroup).what, Told::What::Full);
    EXPECT_EQ(reasonOf(ticket), "elderly");
    EXPECT_EQ(reasonOf(ticket + 1), "");
    journal().beforeCommit = {};
    tick();
    EXPECT_THAT(file(), Not(HasSubstr("disabled")));
}

TEST_F(WriterReasons, AreReadNowhereOnceTheVisitIsOver)
{
    const std::uint64_t ticket = issueTo(kElderlyGroup).ticket();
    EXPECT_EQ(m_service->send(queue::CallNext{{0}}).ticket(), ticket);
    ASSERT_TRUE(m_service->send(queue::StartService{{0}}).accepted());
    tick();
    tick();
    EXPECT_EQ(reasonOf(ticket), "elderly");
    EXPECT_THAT(bytesBelow(m_dir.path() / "keys"), HasSubstr("elderly"));
    ASSERT_TRUE(m_service->send(queue::FinishService{{0}, {}}).accepted());
    tick();
    tick();
    EXPECT_EQ(reasonOf(ticket), "");
    EXPECT_EQ(m_service->state().find(queue::TicketId{ticket})->statutory, queue::GroupIx{4});
    EXPECT_THAT(bytesBelow(m_dir.path() / "keys"), Not(HasSubstr("elderly")));
    EXPECT_THAT(bytesBelow(m_dir.path()), Not(HasSubstr(R"("statutory":"elderly")")));
    EXPECT_THAT(bytesBelow(m_dir.path()), HasSubstr(R"("statutory":"priority:1200")"))
        << "the fact stays, and a look at the bytes finds it";
}
