#include <db/people/erasures.h>

#include <db/chain/customer_anchor.h>
#include <db/people/customer_tables.h>
#include <db/sqlite/statement.h>

namespace starqueue::db {

namespace {

constexpr const char* kRecords = "customers.db";

bool hasRecords(const std::filesystem::path& dir)
{
    std::error_code error;
    return std::filesystem::exists(dir / kRecords, error);
}

void eraseRow(SQLite::Database& records, const char* sql, const queue::Bits128& ref)
{
    SQLite::Statement row{records, sql};
    row.bind(1, ref.data(), static_cast<int>(ref.size()));
    row.exec();
}

} // namespace

tl::expected<std::vector<queue::Bits128>, StorageError> erasedIn(const std::filesystem::path& dir)
{
    std::vector<queue::Bits128> refs;
    if (!hasRecords(dir))
        return refs;
    auto records = openReader(dir / kRecords);
    if (!records)
        return tl::unexpected{std::move(records.error())};
    try {
        if (!records->tableExists("forgotten"))
            return refs;
        SQLite::Statement all{*records, "SELECT ref FROM forgotten ORDER BY ref"};
        queue::Bits128 ref{};
        while (all.executeStep())
            if (blobAt(all, 0, ref))
                refs.push_back(ref);
        return refs;
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{storageError(error, *records)};
    }
}

tl::expected<void, StorageError> eraseIn(const std::filesystem::path& dir,
                                         std::span<const queue::Bits128> refs)
{
    if (refs.empty() || !hasRecords(dir))
        return {};
    auto records = openDatabase(dir / kRecords, kCustomerMigrations, files::posix());
    if (!records)
        return tl::unexpected{std::move(records.error())};
    return inTransaction(*records, [&] {
        records->exec("PRAGMA secure_delete=ON");
        needRowsAsSealed(*records, kCustomerRows);
        for (const queue::Bits128& ref : refs) {
            eraseRow(*records, "INSERT OR IGNORE INTO forgotten (ref) VALUES (?)", ref);
            eraseRow(*records, "DELETE FROM person WHERE ref = ?", ref);
        }
        sealRows(*records, kCustomerRows);
        if (const auto announced = CustomerAnchor{dir, files::posix()}.announceRecords(sealIn(*records));
            !announced)
            throw SQLite::Exception{announced.error().detail};
    });
}

} // namespace starqueue::db
