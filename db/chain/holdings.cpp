#include <db/chain/holdings.h>

#include <db/chain/chain_anchor.h>
#include <db/crypto/summed_text.h>
#include <db/sqlite/file_error.h>
#include <db/sqlite/key_file.h>

#include <sstream>

namespace starqueue::db {

namespace {

constexpr std::string_view kHoldingsTitle = "StarQueue holdings 1";
constexpr std::string_view kSealBegins = "seal of ";

StorageError lostHoldings(const std::filesystem::path& dir, const std::string& what)
{
    return {StorageFault::Unreadable,
            holdingsFile(dir).string() + " " + what +
                ": it says what the hall has, so that nothing is lost without a "
                "word. Bring it back, or, to go on with what is there all the same, "
                "make a hall of it: starqueue restore NEW-DIRECTORY --from " +
                dir.string() + " --accept-loss"};
}

/// Where a key lies that may be a credential of systemd.
std::filesystem::path fileOf(const std::filesystem::path& dir, const std::string& name, files::Files& files)
{
    if (name == kLookupKeyHeld || name == kFactorKeyHeld)
        return keyFile(dir, std::filesystem::path{name}.filename().c_str(), files);
    return dir / name;
}

} // namespace

tl::expected<Holdings, StorageError> Holdings::of(const std::filesystem::path& dir, files::Files& files)
{
    Holdings held{dir, files};
    const auto text = files.read(holdingsFile(dir));
    if (!text && text.error().cause == files::Cause::Missing) {
        const auto anchor = ChainAnchorFile{dir, files}.read();
        if (anchor && anchor->holds)
            return tl::unexpected{lostHoldings(dir, "is missing")};
        return held;
    }
    if (!text)
        return tl::unexpected{storageError(text.error(), "it says what the hall has")};
    const auto body = bodyWithSum(kHoldingsTitle, *text);
    if (!body)
        return tl::unexpected{lostHoldings(dir, "is damaged")};
    std::istringstream lines{*body};
    for (std::string line; std::getline(lines, line);)
        held.m_names.insert(line);
    return held;
}

tl::expected<void, StorageError> Holdings::add(std::span<const std::string_view> names)
{
    const auto before = m_names.size();
    m_names.insert(names.begin(), names.end());
    if (m_names.size() == before)
        return {};
    std::string body;
    for (const std::string& name : m_names)
        body += name + '\n';
    const auto written =
        m_files->replace(holdingsFile(m_dir), withSum(kHoldingsTitle, body), files::Readers::OwnerAlone);
    if (!written &&
        written.error().cause != files::Cause::Full) // which the disk's own words tell; later then
        return tl::unexpected{storageError(written.error(), "check its owner and rights")};
    return {};
}

std::string Holdings::missing() const
{
    for (const std::string& name : m_names) {
        if (name.starts_with(kSealBegins))
            continue;
        const auto file = fileOf(m_dir, name, *m_files);
        std::error_code error;
        const bool isThere = std::filesystem::is_regular_file(file, error);
        if (isThere && std::filesystem::file_size(file, error) > 0)
            continue;
        return file.string() + (isThere ? " is empty" : " is missing") +
               ", and the hall has had it: bring it back from a backup, or from where the keys are kept";
    }
    return {};
}

} // namespace starqueue::db
