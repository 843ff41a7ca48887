#include <db/chain/customer_anchor.h>
#include <db/chain/holdings.h>
#include <db/people/customer_tables.h>
#include <db/people/customers.h>
#include <db/people/person_vault.h>
#include <db/sqlite/schema_check.h>
#include <db/sqlite/statement.h>
#include <files/posix_files.h>

#include <algorithm>
#include <iterator>

namespace starqueue::db {

namespace {

namespace fs = std::filesystem;

tl::unexpected<StorageError> notWhole(std::string what)
{
    return tl::unexpected{StorageError{StorageFault::Unreadable, std::move(what)}};
}

std::string withAdvice(std::string what)
{
    return std::move(what) + "; restore a backup";
}

/// What is lost of both, which another program may be changing. Throws SQLite::Exception.
std::string lossIn(const fs::path& dir, const Holdings& held, SQLite::Database& records,
                   SQLite::Database& keys)
{
    constexpr int kLooks = 3; // a change that ends between two readings is seen whole by the next
    const CustomerAnchor anchor{dir, files::posix()};
    const auto lack =
        held.has(kCustomersAnchorHeld) ? CustomerAnchor::Lack::IsLoss : CustomerAnchor::Lack::IsNew;
    std::string lost;
    for (int look = 0; look < kLooks; ++look) {
        lost = anchor.lossIn({sealIn(records), sealIn(keys)}, lack);
        if (lost.empty())
            break;
    }
    return lost;
}

tl::expected<std::size_t, StorageError> compared(const fs::path& dir, const Holdings& held,
                                                 SQLite::Database& records)
{
    auto keys = openReader(dir / kPersonsHeld);
    if (!keys)
        return tl::unexpected{std::move(keys.error())};
    const bool areSealed = isSealed(records) && isSealed(*keys); // else from before the seal
    const std::size_t unknown = recordsWithoutKey(records, *keys).size();
    std::string lost = areSealed ? lossIn(dir, held, records, *keys) : std::string{};
    if (lost.empty())
        return unknown;
    if (unknown > 0)
        lost += ". " + std::to_string(unknown) + " records have no key";
    return notWhole(std::move(lost));
}

} // namespace

std::vector<queue::Bits128> refsIn(SQLite::Database& database, const char* select)
{
    std::vector<queue::Bits128> refs;
    SQLite::Statement rows{database, select};
    queue::Bits128 ref{};
    while (rows.executeStep())
        if (blobAt(rows, 0, ref))
            refs.push_back(ref);
    return refs;
}

std::vector<queue::Bits128> recordsWithoutKey(SQLite::Database& records, SQLite::Database& keys)
{
    const auto all = refsIn(records, "SELECT ref FROM person ORDER BY ref");
    const auto known = refsIn(keys, "SELECT ref FROM person_key ORDER BY ref");
    std::vector<queue::Bits128> unknown;
    std::ranges::set_difference(all, known, std::back_inserter(unknown));
    if (unknown.empty())
        return unknown;
    // Whoever was erased between the two readings has no record any more.
    const auto left = refsIn(records, "SELECT ref FROM person ORDER BY ref");
    std::erase_if(unknown, [&left](const auto& ref) { return !std::ranges::binary_search(left, ref); });
    return unknown;
}

std::string textOfUnknown(std::size_t recordsWithoutKey, const fs::path& dir)
{
    return std::to_string(recordsWithoutKey) + " records of " + (dir / kCustomersHeld).string() +
           " have no key in " + (dir / kPersonsHeld).string() +
           ", so that nobody knows whose they are: bring back newer keys; or `starqueue customer accept-loss "
           "--data " +
           dir.string() + "` drops them, and an import takes these customers in again";
}

tl::expected<std::size_t, StorageError> checkCustomers(const fs::path& dir)
{
    std::error_code error;
    const bool hasKeys = fs::exists(dir / kPersonsHeld, error);
    if (hasKeys)
        if (std::string fault = PersonVault::fault(dir / "keys"); !fault.empty())
            return notWhole(withAdvice(std::move(fault)));
    const auto held = Holdings::of(dir, files::posix());
    if (!held)
        return tl::unexpected{held.error()};
    const auto file = dir / kCustomersHeld;
    if (!fs::exists(file, error))
        return 0;
    auto database = openReader(file);
    if (!database)
        return tl::unexpected{std::move(database.error())};
    try {
        if (!isSchemaOf(*database, kCustomerMigrations))
            return notWhole(withAdvice(file.string() + ": its tables aren't those that this program makes"));
        if (!areRowsAsSealed(*database, kCustomerRows,
                             held->has(kCustomersSealHeld) ? Seal::WasMade : Seal::MayLack))
            return notWhole(withAdvice(file.string() + ": its rows aren't what this program wrote"));
        return hasKeys ? compared(dir, *held, *database) : 0;
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected{storageError(failure, *database)};
    }
}

} // namespace starqueue::db
