#pragma once

#include <db/support/by_hand.h>
#include <db/support/service_under_test.h>
#include <db/support/temp_dir.h>

#include <db/tokens/tokens.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace starqueue::db::test {

/// A hall that served, with two tokens, and was killed: its files lie as they were in that moment, a
/// write-ahead log among them.
class LeftHall
{
public:
    explicit LeftHall(int tickets)
    {
        EXPECT_TRUE(Journal::open(m_served.path())); // as by `starqueue init`
        ServiceUnderTest service{m_served.path()};
        service.openHall();
        auto tokens = TokenStore::open(m_served.path());
        EXPECT_TRUE((*tokens)->create(Role::Admin, "", "admin", kLeftAt));
        EXPECT_TRUE((*tokens)->create(Role::Usher, "", "usher", kLeftAt));
        for (int i = 0; i < tickets; ++i)
            EXPECT_TRUE(service.send(issue(), key(static_cast<std::uint32_t>(i))).accepted());
        sync::assumeCapability(writersThread); // nothing is submitted any more
        service.journal().keepUp();
        lastSeq = service.journal().lastSeq();
        for (const char* name : {"hall.db", "hall.db-wal", "chain.anchor"})
            std::filesystem::copy_file(m_served.path() / name, path() / name);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return m_left.path(); }
    void change(const std::string& sql) const { openByHand(path() / "hall.db").exec(sql); }
    /// What the next start says; empty: it goes well.
    [[nodiscard]] std::string start() const
    {
        auto journal = Journal::open(path());
        if (!journal)
            return journal.error().detail;
        sync::assumeCapability(writersThread);
        const auto replayed = (*journal)->replay();
        const auto tokens = TokenStore::open(path());
        return !replayed ? replayed.error().detail : !tokens ? tokens.error().detail : std::string{};
    }

    std::uint64_t lastSeq = 0;

private:
    static constexpr Instant kLeftAt{};

    TempDir m_served;
    TempDir m_left;
};

[[nodiscard]] inline std::string bytesIn(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

inline void setBytes(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream{file, std::ios::binary | std::ios::trunc} << bytes;
}

} // namespace starqueue::db::test
