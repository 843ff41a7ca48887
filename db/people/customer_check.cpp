#include <db/chain/holdings.h>
#include <db/people/customer_tables.h>
#include <db/people/customers.h>
#include <db/people/person_vault.h>
#include <db/sqlite/schema_check.h>
#include <files/posix_files.h>

namespace starqueue::db {

tl::expected<void, StorageError> checkCustomers(const std::filesystem::path& dir)
{
    const auto damaged = [](std::string what) {
        return tl::unexpected{StorageError{StorageFault::Unreadable, std::move(what) + "; restore a backup"}};
    };
    std::error_code error;
    if (std::filesystem::exists(dir / "keys" / "persons.db", error))
        if (std::string fault = PersonVault::fault(dir / "keys"); !fault.empty())
            return damaged(std::move(fault));
    const auto held = Holdings::of(dir, files::posix());
    if (!held)
        return tl::unexpected{held.error()};
    const auto file = dir / "customers.db";
    if (!std::filesystem::exists(file, error))
        return {};
    auto database = openReader(file);
    if (!database)
        return tl::unexpected{std::move(database.error())};
    try {
        if (!isSchemaOf(*database, kCustomerMigrations))
            return damaged(file.string() + ": its tables aren't those that this program makes");
        if (!areRowsAsSealed(*database, kCustomerRows,
                             held->has(kCustomersSealHeld) ? Seal::WasMade : Seal::MayLack))
            return damaged(file.string() + ": its rows aren't what this program wrote");
        return {};
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected{storageError(failure, *database)};
    }
}

} // namespace starqueue::db
