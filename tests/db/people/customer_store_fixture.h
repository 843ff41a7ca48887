#pragma once

#include <db/people/customers.h>
#include <db/support/temp_dir.h>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace starqueue::db::test {

inline constexpr auto kCsv =
    "\xEF\xBB\xBFkind,value,stars,key_contact,name,labels\r\n"
    "phone,138-0013-8000,5,0,\"Wang, Wu\",\"plan ends|plan|renew|\"\"offer\"\" B|clock|2026-12-04;"
    "dispute open\"\r\n"
    "card,6222 0000 1111,4,1,,\r\n";

class CustomerStoreTest : public ::testing::Test
{
protected:
    void SetUp() override { reopen(); }
    void reopen()
    {
        m_store.reset();
        auto store = CustomerStore::open(m_dir.path());
        ASSERT_TRUE(store) << store.error().detail;
        m_store = std::move(*store);
    }
    ImportReport import(const std::string& csv, ImportMode mode = ImportMode::Lasting)
    {
        const auto report = m_store->importCsv(csv, mode);
        EXPECT_TRUE(report) << report.error().detail;
        return report.value_or(ImportReport{});
    }
    std::optional<Customer> lookup(std::string_view phone)
    {
        return m_store->lookup(IdentityKind::Phone, phone).value_or(std::nullopt);
    }
    /// All bytes of all files, keys too if asked.
    std::string everyByte(bool withKeys)
    {
        std::string all;
        for (const auto& file : std::filesystem::recursive_directory_iterator{m_dir.path()}) {
            if (!file.is_regular_file() || (!withKeys && file.path().parent_path().filename() == "keys"))
                continue;
            std::ifstream in{file.path(), std::ios::binary};
            all.append(std::istreambuf_iterator<char>{in}, {});
        }
        return all;
    }

    TempDir m_dir;
    std::unique_ptr<CustomerStore> m_store;
};

} // namespace starqueue::db::test
