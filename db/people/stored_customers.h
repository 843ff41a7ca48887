#pragma once

#include <db/chain/holdings.h>
#include <db/codec/payload_reader.h>
#include <db/codec/payload_writer.h>
#include <db/crypto/sealing.h>
#include <db/people/anchored_customers.h>
#include <db/people/customer_csv.h>
#include <db/people/customer_tables.h>
#include <db/people/customers.h>
#include <db/people/person_vault.h>
#include <db/people/row_seal.h>
#include <db/sqlite/statement.h>
#include <sync/mutex.h>

#include <utility>

namespace starqueue::db {

/// The customers' database and the vault with its keys. Private to db/; any thread.
class CustomerStore::Tables
{
public:
    Tables(SQLite::Database database, PersonVault vault, CustomerAnchor anchor)
        : m_database(std::move(database)), m_vault(std::move(vault)),
          m_anchored(m_database, m_vault, std::move(anchor)),
          m_put(m_database, "INSERT INTO person (ref, sealed) VALUES (?, ?) "
                            "ON CONFLICT (ref) DO UPDATE SET sealed = excluded.sealed"),
          m_get(m_database, "SELECT sealed FROM person WHERE ref = ?")
    {}

    // Commit the keys first: a record whose key isn't stored is unreadable, and a key without a record is
    // nobody.
    tl::expected<ImportReport, StorageError> import(std::string_view csv, ImportMode mode)
    {
        ImportReport report;
        const auto rows = rowsIn(csv, report);
        const sync::Lock lock{m_mutex};
        std::optional<StorageError> lost;
        const auto putAll = [&]() REQUIRES(m_mutex) {
            try {
                const CustomerSeals before = m_anchored.sealsToChange();
                putRows(rows, report);
                if (mode == ImportMode::Trial)
                    throw TrialEnds{};
                m_anchored.announce(before);
            } catch (const SQLite::Exception& error) { // of either database
                lost = told(error);
                throw;
            }
        };
        try {
            const auto stored = inTransaction(m_database, [&]() REQUIRES(m_mutex) {
                const auto keys = inTransaction(m_vault.database(), putAll);
                if (keys)
                    return;
                if (!lost)
                    lost = keys.error();
                throw SQLite::Exception{lost->detail};
            });
            if (lost)
                return tl::unexpected{std::move(*lost)};
            if (stored)
                m_anchored.settle();
            return stored.map([&] { return std::move(report); });
        } catch (const TrialEnds&) {
            return undone().map([&] { return std::move(report); });
        }
    }

    template <class Find> auto record(Find find) -> tl::expected<std::optional<CustomerCard>, StorageError>
    {
        const sync::Lock lock{m_mutex};
        try {
            const auto person = find(m_vault);
            return person ? open(*person) : std::nullopt;
        } catch (const SQLite::Exception& error) {
            return tl::unexpected{told(error)};
        } catch (const std::exception& error) {
            return tl::unexpected{StorageError{
                StorageFault::Unreadable,
                m_database.getFilename() + ", a customer's record: " + error.what() + "; import it again"}};
        }
    }

    tl::expected<bool, StorageError> forget(const queue::Bits128& ref)
    {
        const sync::Lock lock{m_mutex};
        try {
            SQLite::Transaction forgetting{m_database, SQLite::TransactionBehavior::IMMEDIATE};
            SQLite::Transaction losingKey{m_vault.database(), SQLite::TransactionBehavior::IMMEDIATE};
            const CustomerSeals before = m_anchored.sealsToChange();
            needRowsAsSealed(m_database, kCustomerRows);
            note(ref);
            removeRecord(ref);
            sealRows(m_database, kCustomerRows);
            const bool known = m_vault.remove(ref);
            m_anchored.announce(before);
            forgetting.commit(); // first: who dies in between is forgotten again at the next start
            losingKey.commit();
            m_anchored.settle(); // cutKeyLog() tells of a log that is left
            return known;
        } catch (const SQLite::Exception& error) {
            return tl::unexpected{told(error)};
        }
    }

    tl::expected<bool, StorageError> cutKeyLog()
    {
        const sync::Lock lock{m_mutex};
        try {
            return m_vault.cutLog();
        } catch (const SQLite::Exception& error) {
            return tl::unexpected{storageError(error, m_vault.database())};
        }
    }

    /// The keys that were brought back may be older than an erasure. Throws SQLite::Exception.
    void forgetAgain()
    {
        const sync::Lock lock{m_mutex};
        auto known = refsIn(m_database, "SELECT ref FROM forgotten");
        std::erase_if(known, [this](const auto& ref) REQUIRES(m_mutex) { return !m_vault.find(ref); });
        if (known.empty())
            return;
        const SQLite::Transaction nobodyWrites{m_database, SQLite::TransactionBehavior::IMMEDIATE};
        SQLite::Transaction forgetting{m_vault.database(), SQLite::TransactionBehavior::IMMEDIATE};
        const CustomerSeals before = m_anchored.seals();
        for (const queue::Bits128& ref : known)
            (void)m_vault.remove(ref);
        m_anchored.announceIfWhole(before);
        forgetting.commit();
        (void)m_vault.cutLog();
    }

    /// Rows from before the seal get one. False: they had one, and somebody removed it. Throws
    /// SQLite::Exception.
    [[nodiscard]] bool sealIfNew(const Holdings& held)
    {
        const sync::Lock lock{m_mutex};
        if (isSealed(m_database))
            return true;
        if (held.has(kCustomersSealHeld))
            return false;
        sealRows(m_database, kCustomerRows);
        return true;
    }

    /// Throws SQLite::Exception.
    tl::expected<void, StorageError> anchor(CustomerAnchor::Lack lack)
    {
        const sync::Lock lock{m_mutex};
        return m_anchored.anchor(lack);
    }

    [[nodiscard]] bool isAnchored()
    {
        const sync::Lock lock{m_mutex};
        return m_anchored.isAnchored();
    }

    /// Drops the records that have no key, and has the anchor vouch for all that is there, whatever was lost.
    tl::expected<std::size_t, StorageError> acceptLoss()
    {
        const sync::Lock lock{m_mutex};
        try {
            SQLite::Transaction dropping{m_database, SQLite::TransactionBehavior::IMMEDIATE};
            needRowsAsSealed(m_database, kCustomerRows);
            m_vault.needAsSealed();
            const auto unreadable = recordsWithoutKey(m_database, m_vault.database());
            for (const queue::Bits128& ref : unreadable)
                removeRecord(ref);
            sealRows(m_database, kCustomerRows);
            m_anchored.announce(m_anchored.seals());
            dropping.commit();
            m_anchored.settle();
            return unreadable.size();
        } catch (const SQLite::Exception& error) {
            return tl::unexpected{told(error)};
        }
    }

    tl::expected<std::size_t, StorageError> count(const char* table)
    {
        const sync::Lock lock{m_mutex};
        try {
            return static_cast<std::size_t>(
                m_database.execAndGet(std::string{"SELECT count(*) FROM "} + table).getInt64());
        } catch (const SQLite::Exception& error) {
            return tl::unexpected{storageError(error, m_database)};
        }
    }

private:
    struct TrialEnds
    {};

    /// `error`, which came from either database.
    StorageError told(const SQLite::Exception& error) REQUIRES(m_mutex)
    {
        const bool isOfRecords = m_database.getErrorCode() == error.getErrorCode();
        return storageError(error, isOfRecords ? m_database : m_vault.database());
    }

    void removeRecord(const queue::Bits128& ref) REQUIRES(m_mutex)
    {
        SQLite::Statement gone{m_database, "DELETE FROM person WHERE ref = ?"};
        gone.bind(1, ref.data(), static_cast<int>(ref.size()));
        gone.exec();
    }

    void putRows(const std::vector<CustomerCsv::Row>& rows, ImportReport& report) REQUIRES(m_mutex)
    {
        m_vault.needAsSealed();
        needRowsAsSealed(m_database, kCustomerRows);
        for (const CustomerCsv::Row& row : rows)
            put(row, report);
        m_vault.seal();
        sealRows(m_database, kCustomerRows);
    }

    tl::expected<void, StorageError> undone() REQUIRES(m_mutex)
    {
        const bool keysAreAsBefore = rollBack(m_vault.database());
        if (rollBack(m_database) && keysAreAsBefore)
            return {};
        return tl::unexpected{StorageError{StorageFault::Unknown,
                                           m_database.getFilename() + ": the trial can't be taken back"}};
    }

    void note(const queue::Bits128& forgotten) REQUIRES(m_mutex)
    {
        SQLite::Statement row{m_database, "INSERT OR IGNORE INTO forgotten (ref) VALUES (?)"};
        row.bind(1, forgotten.data(), static_cast<int>(forgotten.size()));
        row.exec();
    }

    void put(const CustomerCsv::Row& row, ImportReport& report) REQUIRES(m_mutex)
    {
        const auto known = m_vault.find(row.kind, row.value);
        const auto before = known ? readable(*known) : std::nullopt;
        const CustomerRecord record = before ? row.over(*before) : row.record;
        if (before == record) {
            ++report.same;
            return;
        }
        const auto person = known ? *known : m_vault.add(row.kind, row.value);
        const auto sealed = seal(PayloadWriter{nullptr, nullptr}.object(record), person.key, person.ref);
        const Use use{m_put};
        m_put.bind(1, person.ref.data(), static_cast<int>(person.ref.size()));
        m_put.bind(2, sealed.data(), static_cast<int>(sealed.size()));
        m_put.exec();
        ++(before ? report.changed : report.taken);
    }

    std::optional<CustomerCard> open(const PersonVault::Person& person) REQUIRES(m_mutex)
    {
        const auto record = recordOf(person);
        if (!record)
            return std::nullopt;
        return CustomerCard{{person.ref, record->stars, record->keyContact}, record->name, record->labels};
    }

    /// Empty also for a damaged record, which an import writes anew.
    std::optional<CustomerRecord> readable(const PersonVault::Person& person) REQUIRES(m_mutex)
    {
        try {
            return recordOf(person);
        } catch (const SQLite::Exception&) {
            throw;
        } catch (const std::exception&) {
            return std::nullopt;
        }
    }

    /// Empty also if the person's key doesn't open the record: somebody may have swapped two records.
    std::optional<CustomerRecord> recordOf(const PersonVault::Person& person) REQUIRES(m_mutex)
    {
        const Use use{m_get};
        m_get.bind(1, person.ref.data(), static_cast<int>(person.ref.size()));
        if (!m_get.executeStep())
            return std::nullopt;
        const auto text = unseal(textAt(m_get, 0), person.key, person.ref);
        if (!text)
            return std::nullopt;
        CustomerRecord record;
        PayloadReader{PayloadReader::parse(*text), nullptr}.read(record);
        return record;
    }

    sync::Mutex m_mutex;
    SQLite::Database m_database GUARDED_BY(m_mutex);
    PersonVault m_vault GUARDED_BY(m_mutex);
    AnchoredCustomers m_anchored GUARDED_BY(m_mutex);
    SQLite::Statement m_put GUARDED_BY(m_mutex);
    SQLite::Statement m_get GUARDED_BY(m_mutex);
};

} // namespace starqueue::db
