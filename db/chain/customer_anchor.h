#pragma once

#include <db/crypto/hashing.h>
#include <db/sqlite/storage_error.h>
#include <files/files.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <optional>
#include <string>

namespace starqueue::db {

/// What customers.db and keys/persons.db hold, by the seals of their rows. Private to db/.
struct CustomerSeals
{
    Hash128 records{};
    Hash128 keys{};

    friend bool operator==(const CustomerSeals&, const CustomerSeals&) = default;
};

/// The file `customers.anchor`: what the customers' databases hold, kept outside of them, so that a
/// write-ahead log that is lost or cut, or an older copy, is found. A change is announced in it before it is
/// committed and noted as the present state afterwards; in between either is right. It says nothing of any
/// person. Written durably, by whoever has the write lock of customers.db. Private to db/.
class CustomerAnchor
{
public:
    CustomerAnchor(const std::filesystem::path& dir, files::Files& files);

    /// How a hall may lack the file.
    enum class Lack { IsNew, IsLoss };
    /// What is lost, and what to do, if `found` is there; empty: nothing.
    [[nodiscard]] std::string lossIn(const CustomerSeals& found, Lack lack) const;

    /// Whether it vouches for `found` and announces nothing.
    [[nodiscard]] bool isAt(const CustomerSeals& found) const;
    [[nodiscard]] bool isThere() const;
    [[nodiscard]] tl::expected<void, StorageError> announce(const CustomerSeals& now,
                                                            const CustomerSeals& next);
    /// Of the records alone; nothing where there is no anchor.
    [[nodiscard]] tl::expected<void, StorageError> announceRecords(const Hash128& next);
    [[nodiscard]] tl::expected<void, StorageError> note(const CustomerSeals& now);

private:
    struct Vouched
    {
        CustomerSeals now;
        CustomerSeals next; ///< the same as now: nothing is announced
    };
    /// Empty: missing, or damaged.
    [[nodiscard]] std::optional<Vouched> read() const;
    [[nodiscard]] tl::expected<void, StorageError> write(const Vouched& vouched);

    std::filesystem::path m_dir;
    std::filesystem::path m_file;
    files::Files& m_files;
};

} // namespace starqueue::db
