#include <db/chain/customer_anchor.h>

#include <db/chain/holdings.h>
#include <db/crypto/summed_text.h>
#include <db/sqlite/file_error.h>

#include <sstream>

namespace starqueue::db {

namespace {

constexpr std::string_view kAnchorTitle = "StarQueue customers 1";

std::string textOfSeals(const CustomerSeals& seals)
{
    return hexOf(seals.records) + ' ' + hexOf(seals.keys) + '\n';
}

std::optional<CustomerSeals> sealsIn(std::istream& text)
{
    std::string records;
    std::string keys;
    text >> records >> keys;
    const auto ofRecords = bitsOfHex(records);
    const auto ofKeys = bitsOfHex(keys);
    if (!ofRecords || !ofKeys)
        return std::nullopt;
    return CustomerSeals{*ofRecords, *ofKeys};
}

/// For whoever finds that something is lost.
std::string whatToDo(const std::filesystem::path& dir)
{
    return "; `starqueue-hall --without-customers` serves everybody as an ordinary customer meanwhile, and "
           "`starqueue customer accept-loss --data " +
           dir.string() + "` goes on with what is there";
}

/// At least one of both isn't there.
std::string whatIsLost(const std::filesystem::path& dir, bool areRecordsThere, bool areKeysThere)
{
    const auto file = dir / (areKeysThere ? kCustomersHeld : kPersonsHeld);
    const std::string other =
        areRecordsThere || areKeysThere ? "" : " and " + (dir / kCustomersHeld).string();
    return file.string() + other + ", or its write-ahead log (" + file.filename().string() +
           "-wal), isn't what was written last: an import or an erasure is lost, as after an older copy was "
           "put in its place. Bring it back with its log, or restore a backup";
}

} // namespace

CustomerAnchor::CustomerAnchor(const std::filesystem::path& dir, files::Files& files)
    : m_dir(dir), m_file(dir / kCustomersAnchorHeld), m_files(files)
{}

std::string CustomerAnchor::lossIn(const CustomerSeals& found, Lack lack) const
{
    const auto vouched = read();
    if (!vouched && !isThere() && lack == Lack::IsNew)
        return {};
    if (!vouched)
        return m_file.string() + (isThere() ? " is damaged" : " is missing") +
               ", which tells whether customers were lost: bring it back" + whatToDo(m_dir);
    const bool areRecordsThere =
        found.records == vouched->now.records || found.records == vouched->next.records;
    const bool areKeysThere = found.keys == vouched->now.keys || found.keys == vouched->next.keys;
    if (areRecordsThere && areKeysThere)
        return {};
    return whatIsLost(m_dir, areRecordsThere, areKeysThere) + whatToDo(m_dir);
}

bool CustomerAnchor::isAt(const CustomerSeals& found) const
{
    const auto vouched = read();
    return vouched && vouched->now == found && vouched->next == found;
}

bool CustomerAnchor::isThere() const
{
    const auto text = m_files.read(m_file);
    return text || text.error().cause != files::Cause::Missing;
}

tl::expected<void, StorageError> CustomerAnchor::announce(const CustomerSeals& now, const CustomerSeals& next)
{
    return write({now, next});
}

tl::expected<void, StorageError> CustomerAnchor::announceRecords(const Hash128& next)
{
    const auto vouched = read();
    if (!vouched)
        return {};
    return write({vouched->now, {next, vouched->next.keys}});
}

tl::expected<void, StorageError> CustomerAnchor::note(const CustomerSeals& now)
{
    return write({now, now});
}

std::optional<CustomerAnchor::Vouched> CustomerAnchor::read() const
{
    const auto text = m_files.read(m_file);
    const auto body = text ? bodyWithSum(kAnchorTitle, *text) : std::nullopt;
    std::istringstream lines{body.value_or("")};
    const auto now = sealsIn(lines);
    const auto next = sealsIn(lines);
    if (!now || !next)
        return std::nullopt;
    return Vouched{*now, *next};
}

tl::expected<void, StorageError> CustomerAnchor::write(const Vouched& vouched)
{
    const std::string body = textOfSeals(vouched.now) + textOfSeals(vouched.next);
    return m_files.replace(m_file, withSum(kAnchorTitle, body), files::Readers::OwnerAlone)
        .map_error([](const files::FileError& error) {
            return storageError(error, "it tells whether customers are lost");
        });
}

} // namespace starqueue::db
