#include <db/people/customers.h>

#include <db/chain/holdings.h>
#include <db/people/key_bond.h>
#include <db/people/stored_customers.h>
#include <db/sqlite/database_copy.h>
#include <db/sqlite/schema_check.h>

#include <array>
#include <utility>

namespace starqueue::db {

namespace {

constexpr std::array kHeldOfCustomers{kCustomersHeld, kPersonsHeld, kLookupKeyHeld, kCustomersSealHeld,
                                      kPersonsSealHeld};

StorageError lostSeal(const std::filesystem::path& dir)
{
    return {StorageFault::Unreadable,
            (dir / kCustomersHeld).string() +
                ": its rows have lost their seal, so that nobody knows who changed them; "
                "restore a backup"};
}

StorageError foreignTables(const std::filesystem::path& dir)
{
    return {StorageFault::Unreadable,
            (dir / kCustomersHeld).string() + " or " + (dir / kPersonsHeld).string() +
                ": its tables, indexes or triggers aren't those that this program makes; restore a backup"};
}

/// Of either database.
StorageError damageOf(const SQLite::Exception& error, const std::filesystem::path& dir)
{
    return {StorageFault::Unreadable, damagedFile(error).value_or((dir / kCustomersHeld).string()) + ": " +
                                          damageIn(error) + "; restore it from a backup"};
}

} // namespace

tl::expected<void, StorageError> CustomerStore::anchored(Tables& tables, Holdings& held, Loss loss)
{
    const auto lack =
        held.has(kCustomersAnchorHeld) ? CustomerAnchor::Lack::IsLoss : CustomerAnchor::Lack::IsNew;
    if (loss == Loss::Refused)
        if (auto whole = tables.anchor(lack); !whole)
            return whole;
    return held.add(kHeldOfCustomers).and_then([&]() -> tl::expected<void, StorageError> {
        if (!tables.isAnchored()) // a full disk takes no anchor yet
            return {};
        return held.add(std::array{kCustomersAnchorHeld});
    });
}

tl::expected<std::unique_ptr<CustomerStore::Tables>, StorageError>
CustomerStore::opened(const std::filesystem::path& dir, files::Files& files, Loss loss)
{
    auto held = Holdings::of(dir, files);
    if (!held)
        return tl::unexpected{std::move(held.error())};
    auto vault = PersonVault::open(dir, *held, files);
    if (!vault)
        return tl::unexpected{std::move(vault.error())};
    auto database = openDatabase(dir / kCustomersHeld, kCustomerMigrations, files);
    if (!database)
        return tl::unexpected{std::move(database.error())};
    try {
        database->exec("PRAGMA secure_delete=ON");
        if (std::string why = bondKeys(*database, *vault, *held); !why.empty())
            return tl::unexpected{StorageError{StorageFault::Unreadable, std::move(why)}};
        if (!isSchemaOf(*database, kCustomerMigrations) || !vault->hasOwnSchema())
            return tl::unexpected{foreignTables(dir)};
        auto tables =
            std::make_unique<Tables>(std::move(*database), std::move(*vault), CustomerAnchor{dir, files});
        if (!tables->sealIfNew(*held))
            return tl::unexpected{lostSeal(dir)};
        tables->forgetAgain();
        if (auto known = anchored(*tables, *held, loss); !known)
            return tl::unexpected{std::move(known.error())};
        return tables;
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{damageOf(error, dir)};
    }
}

tl::expected<std::unique_ptr<CustomerStore>, StorageError>
CustomerStore::open(const std::filesystem::path& dir, files::Files& files)
{
    return opened(dir, files, Loss::Refused).map([&dir](std::unique_ptr<Tables> tables) {
        return std::unique_ptr<CustomerStore>{
            new CustomerStore{std::move(tables), {dir / kCustomersHeld, dir / kPersonsHeld}}};
    });
}

tl::expected<std::size_t, StorageError> CustomerStore::acceptLoss(const std::filesystem::path& dir,
                                                                  files::Files& files)
{
    return opened(dir, files, Loss::Accepted).and_then([](const std::unique_ptr<Tables>& tables) {
        return tables->acceptLoss();
    });
}

tl::expected<std::unique_ptr<CustomerStore>, StorageError> CustomerStore::none()
{
    return std::unique_ptr<CustomerStore>{new CustomerStore{nullptr, {}}};
}

CustomerStore::CustomerStore(std::unique_ptr<Tables> tables, std::vector<std::filesystem::path> files)
    : m_tables(std::move(tables)), m_files(std::move(files))
{}
CustomerStore::~CustomerStore() = default;

tl::expected<ImportReport, StorageError> CustomerStore::importCsv(std::string_view csv, ImportMode mode)
{
    if (!m_tables)
        return tl::unexpected{StorageError{StorageFault::Unreadable, "this hall runs without customers"}};
    return m_tables->import(csv, mode);
}

tl::expected<std::optional<Customer>, StorageError> CustomerStore::lookup(IdentityKind kind,
                                                                          std::string_view value)
{
    const auto text = normalized(kind, value);
    if (!text || !m_tables)
        return std::optional<Customer>{};
    return m_tables->record([&](PersonVault& vault) { return vault.find(kind, *text); })
        .map([](const std::optional<CustomerCard>& card) {
            return card ? std::optional{card->customer} : std::nullopt;
        });
}

tl::expected<std::optional<CustomerCard>, StorageError> CustomerStore::card(const queue::Bits128& customerRef)
{
    if (!m_tables)
        return std::optional<CustomerCard>{};
    return m_tables->record([&](PersonVault& vault) { return vault.find(customerRef); });
}

tl::expected<bool, StorageError> CustomerStore::forget(const queue::Bits128& customerRef)
{
    return m_tables ? m_tables->forget(customerRef) : false;
}

tl::expected<bool, StorageError> CustomerStore::cutKeyLog()
{
    return m_tables ? m_tables->cutKeyLog() : true;
}

tl::expected<std::size_t, StorageError> CustomerStore::count()
{
    return m_tables ? m_tables->count("person") : 0;
}

tl::expected<void, StorageError> CustomerStore::checkPages() const
{
    for (const auto& file : m_files)
        if (const auto checked = db::checkPages(file); !checked)
            return tl::unexpected{checked.error()};
    return {};
}

std::uintmax_t CustomerStore::bytes() const
{
    std::uintmax_t bytes = 0;
    for (const auto& file : m_files)
        bytes += databaseBytes(file);
    return bytes;
}

tl::expected<std::size_t, StorageError> CustomerStore::erasures()
{
    return m_tables ? m_tables->count("forgotten") : 0;
}

} // namespace starqueue::db
