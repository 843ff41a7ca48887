#include <house/disk/disk_files.h>
#include <house/disk/sqlite_vfs.h>
#include <house/kernel/kernel.h>

#include <db/people/customers.h>
#include <db/tokens/tokens.h>

#include <gtest/gtest.h>

using namespace starqueue;
using namespace starqueue::house;

namespace {

constexpr auto kDir = "/hall";
constexpr auto kPhone = "13800138000";

/// The stores of a hall on a machine whose power goes.
class FilesOfAHall : public testing::TestWithParam<std::uint64_t>
{
protected:
    [[nodiscard]] std::unique_ptr<db::CustomerStore> customers()
    {
        auto store = db::CustomerStore::open(kDir, m_files);
        EXPECT_TRUE(store) << store.error().detail;
        return store ? std::move(*store) : nullptr;
    }
    static void importOne(db::CustomerStore& store)
    {
        const auto report = store.importCsv(std::string{"kind,value,stars\nphone,"} + kPhone + ",3\n");
        ASSERT_TRUE(report && report->taken == 1);
    }

    Kernel m_kernel{GetParam()};
    Disk m_disk{m_kernel.clock, m_kernel.random.stream("disk")};
    SqliteVfs m_vfs{m_disk};
    DiskFiles m_files{m_disk};
};

} // namespace

TEST_P(FilesOfAHall, WhoWasImportedIsKnownAfterAPowerCut)
{
    auto store = customers();
    ASSERT_TRUE(store);
    importOne(*store);
    m_disk.cutPower();
    store.reset();
    m_disk.start();
    store = customers();
    ASSERT_TRUE(store);
    const auto found = store->lookup(db::IdentityKind::Phone, kPhone);
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->stars, 3);
}

// The counter that announces changes of tokens has any value then.
TEST_P(FilesOfAHall, ATokenIsKnownAfterAPowerCutAndARevokedOneIsNot)
{
    auto store = db::TokenStore::open(kDir, m_files);
    ASSERT_TRUE(store);
    const auto kept = (*store)->create(db::Role::Usher, "", "usher", {});
    const auto revoked = (*store)->create(db::Role::Display, "", "display", {});
    ASSERT_TRUE(kept && revoked);
    ASSERT_TRUE(*(*store)->revoke(revoked->token.id));
    m_disk.cutPower();
    store->reset();
    m_disk.start();
    store = db::TokenStore::open(kDir, m_files);
    ASSERT_TRUE(store);
    EXPECT_TRUE(*(*store)->find(kept->secret));
    EXPECT_FALSE(*(*store)->find(revoked->secret));
}

INSTANTIATE_TEST_SUITE_P(Seeds, FilesOfAHall, testing::Range(std::uint64_t{0}, std::uint64_t{40}));
