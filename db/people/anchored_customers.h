#pragma once

#include <db/chain/customer_anchor.h>
#include <db/people/person_vault.h>
#include <db/people/row_seal.h>

#include <string>
#include <utility>

namespace starqueue::db {

/// customers.db and keys/persons.db, with the anchor that vouches for what both hold. Private to db/; methods
/// throw SQLite::Exception; one thread at a time.
class AnchoredCustomers
{
public:
    /// Both must outlive it.
    AnchoredCustomers(SQLite::Database& records, PersonVault& keys, CustomerAnchor anchor)
        : m_records(records), m_keys(keys), m_anchor(std::move(anchor))
    {}

    CustomerSeals seals() { return {sealIn(m_records), sealIn(m_keys.database())}; }
    [[nodiscard]] bool isAnchored() const { return m_anchor.isThere(); }

    /// Compares with the anchor what is there, and has the anchor vouch for it. The error: something is lost.
    tl::expected<void, StorageError> anchor(CustomerAnchor::Lack lack)
    {
        if (isReadOnly(m_records) || m_anchor.isAt(seals()))
            return lossIn(seals(), lack);
        const SQLite::Transaction nobodyWrites{m_records, SQLite::TransactionBehavior::IMMEDIATE};
        const CustomerSeals found = seals();
        if (auto whole = lossIn(found, lack); !whole)
            return whole;
        auto noted = m_anchor.note(found);
        if (noted || noted.error().fault == StorageFault::Full) // later then
            return {};
        return noted;
    }

    /// Of both databases, within transactions of both. Throws also if something is lost of them.
    CustomerSeals sealsToChange()
    {
        const CustomerSeals before = seals();
        if (const std::string lost = m_anchor.lossIn(before, CustomerAnchor::Lack::IsNew); !lost.empty())
            throw SQLite::Exception{lost};
        return before;
    }

    /// Before the transactions are committed, so that either state is known whenever the program dies.
    void announce(const CustomerSeals& before)
    {
        if (const auto announced = m_anchor.announce(before, seals()); !announced)
            throw SQLite::Exception{announced.error().detail};
    }

    /// Likewise, of databases that may lack something already: then nothing is announced, and it is still
    /// found.
    void announceIfWhole(const CustomerSeals& before)
    {
        if (isAnchored() && m_anchor.lossIn(before, CustomerAnchor::Lack::IsLoss).empty())
            announce(before);
    }

    /// What was committed leaves the logs and is vouched for. What fails here the next start does, for both
    /// states are announced: no exceptions.
    void settle()
    {
        constexpr int kReadsMs = 200; // of a service, which takes less
        try {
            (void)emptyLog(m_keys.database(), kReadsMs);
            (void)emptyLog(m_records, kReadsMs);
            const SQLite::Transaction nobodyWrites{m_records, SQLite::TransactionBehavior::IMMEDIATE};
            (void)m_anchor.note(seals());
        } catch (const SQLite::Exception&) {
        }
    }

private:
    tl::expected<void, StorageError> lossIn(const CustomerSeals& found, CustomerAnchor::Lack lack)
    {
        std::string lost = m_anchor.lossIn(found, lack);
        if (lost.empty())
            return {};
        return tl::unexpected{StorageError{StorageFault::Unreadable, std::move(lost)}};
    }

    SQLite::Database& m_records;
    PersonVault& m_keys;
    CustomerAnchor m_anchor;
};

} // namespace starqueue::db
