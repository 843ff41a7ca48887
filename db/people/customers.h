#pragma once

#include <db/sqlite/storage_error.h>

#include <files/posix_files.h>
#include <formats/words.h>
#include <queue/model/ticket.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::db {

class Holdings;

/// How a customer says who they are.
enum class IdentityKind : std::uint8_t { Phone, Card, Scan };

consteval auto spelling(IdentityKind)
{
    return formats::spelled<IdentityKind>(
        {{IdentityKind::Phone, "phone"}, {IdentityKind::Card, "card"}, {IdentityKind::Scan, "scan"}});
}

/// A Chinese mobile or landline number, also with its country code: whoever shows it on paper or a screen
/// proves nothing.
[[nodiscard]] bool looksLikePhone(std::string_view value);

/// The customer data that the queue may use.
struct Customer
{
    queue::Bits128 customerRef{}; ///< random pseudonym of the person in the journal
    int stars = 0;
    bool keyContact = false;
};

/// A known need of a customer, as shown to the clerk.
struct NeedLabel
{
    std::string name;
    std::string firstNeed;
    std::string secondNeed;
    std::string note; ///< advice for the clerk
    std::string icon;
    std::optional<Date> expires; ///< last day on which it is shown

    friend bool operator==(const NeedLabel&, const NeedLabel&) = default;
};

/// The customer data that a clerk may see; never on a public screen, on a ticket or in a log.
struct CustomerCard
{
    Customer customer;
    std::string name;
    std::vector<NeedLabel> labels;
};

/// A row of the CSV that wasn't imported.
struct RefusedRow
{
    std::size_t line;   ///< 1 is the first of the file
    std::string reason; ///< without a word of what stands there
};

/// What an import did, or would do: each row of the file is in one of these.
struct ImportReport
{
    std::size_t taken = 0;   ///< persons who weren't known
    std::size_t changed = 0; ///< persons whose stars, name or labels are others now
    std::size_t same = 0;
    std::vector<RefusedRow> refused;
    std::vector<std::string>
        absent; ///< columns that the heading lacks: what they would say stays as it is known

    [[nodiscard]] std::size_t rows() const { return taken + changed + same + refused.size(); }
};

enum class ImportMode : std::uint8_t {
    Lasting,
    Trial ///< everything is done, and then undone
};

/// The hall's copy of the business's customer records.
///
/// A database of its own: identities as keyed hashes, everything else encrypted with a key of the person's
/// own. The keys are in `dir`/keys (owner only), which backups leave out: deleting a person's key erases the
/// person, in backups too. Databases and keys carry the lookup key's id: those that don't belong together are
/// refused, and so are those that lack an import or erasure that came to its end. Any thread; one import at a
/// time.
class CustomerStore
{
public:
    static tl::expected<std::unique_ptr<CustomerStore>, StorageError>
    open(const std::filesystem::path& dir, files::Files& files = files::posix());
    /// Goes on with what is there in `dir`, although open() calls something of it lost: records that have no
    /// key are dropped. How many.
    static tl::expected<std::size_t, StorageError> acceptLoss(const std::filesystem::path& dir,
                                                              files::Files& files = files::posix());
    /// Knows nobody, and has no file.
    static tl::expected<std::unique_ptr<CustomerStore>, StorageError> none();
    ~CustomerStore();
    CustomerStore(const CustomerStore&) = delete;
    CustomerStore& operator=(const CustomerStore&) = delete;

    /// Imports CSV (RFC 4180, UTF-8) with the columns `kind,value,stars,key_contact,name,labels` in any
    /// order; the last three are optional. Labels are separated by ';', their parts name|first need|second
    /// need|note|icon|expires by '|'. A row is a line; a malformed one is refused and the others are
    /// imported.
    ///
    /// All of them or none: after an error, or when the program is killed, everybody is as before.
    [[nodiscard]] tl::expected<ImportReport, StorageError> importCsv(std::string_view csv,
                                                                     ImportMode mode = ImportMode::Lasting);

    [[nodiscard]] tl::expected<std::optional<Customer>, StorageError> lookup(IdentityKind kind,
                                                                             std::string_view value);
    [[nodiscard]] tl::expected<std::optional<CustomerCard>, StorageError>
    card(const queue::Bits128& customerRef);
    /// Deletes the person's key and rows; false if the reference is unknown.
    [[nodiscard]] tl::expected<bool, StorageError> forget(const queue::Bits128& customerRef);
    /// Whether what was deleted from the keys is in their files no more. False: another program has been
    /// reading them for 2 s, so that they, and their write-ahead log, still hold it; to be tried again later.
    [[nodiscard]] tl::expected<bool, StorageError> cutKeyLog();
    [[nodiscard]] tl::expected<std::size_t, StorageError> count();
    /// Reads every page of the records and of the keys. The error names the damaged file, and what to do.
    [[nodiscard]] tl::expected<void, StorageError> checkPages() const;
    /// How long both files are; 0 also if that can't be read.
    [[nodiscard]] std::uintmax_t bytes() const;
    /// How many were ever forgotten: it only grows.
    [[nodiscard]] tl::expected<std::size_t, StorageError> erasures();

private:
    class Tables;
    enum class Loss { Refused, Accepted };
    static tl::expected<std::unique_ptr<Tables>, StorageError> opened(const std::filesystem::path& dir,
                                                                      files::Files& files, Loss loss);
    static tl::expected<void, StorageError> anchored(Tables& tables, Holdings& held, Loss loss);
    CustomerStore(std::unique_ptr<Tables> tables, std::vector<std::filesystem::path> files);
    std::unique_ptr<Tables> m_tables;
    const std::vector<std::filesystem::path> m_files; ///< of records and keys
};

/// Checks the customers' database and the keys in `dir`, beside a running service: their rows are those that
/// this program wrote last. Files that are missing aren't looked for. How many records have no key, so that
/// nobody knows whose they are.
[[nodiscard]] tl::expected<std::size_t, StorageError> checkCustomers(const std::filesystem::path& dir);
/// In words, with what to do.
[[nodiscard]] std::string textOfUnknown(std::size_t recordsWithoutKey, const std::filesystem::path& dir);

} // namespace starqueue::db
