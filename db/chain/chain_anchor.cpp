#include <db/chain/chain_anchor.h>

#include <algorithm>
#include <array>
#include <sstream>

namespace starqueue::db {

namespace {

constexpr std::size_t kAnchorSize = 192; // bytes; a file that never grows can be written on a full disk

constexpr const char* kHolds = "holds";

std::string lineOf(const ChainAnchor& anchor)
{
    return anchor.life + ' ' + std::to_string(anchor.point.seq) + ' ' + hexOf(anchor.point.hash) +
           (anchor.holds ? std::string{" "} + kHolds : std::string{});
}

std::string contentOf(const ChainAnchor& anchor)
{
    const std::string line = lineOf(anchor);
    std::string content = line + ' ' + hexOf(hashOf(line));
    content.resize(std::max(content.size(), kAnchorSize - 1), ' ');
    return content + '\n';
}

} // namespace

ChainAnchorFile::ChainAnchorFile(const std::filesystem::path& dir, files::Files& files, const char* name)
    : m_files(files), m_file(dir / name)
{}

tl::expected<ChainAnchor, ChainAnchorFile::Trouble> ChainAnchorFile::read() const
{
    const auto content = m_files.read(m_file);
    if (!content && content.error().cause == files::Cause::Missing)
        return tl::unexpected{Trouble::Missing};
    std::istringstream words(content.value_or(""));
    ChainAnchor anchor;
    std::string hash;
    words >> anchor.life >> anchor.point.seq >> hash;
    anchor.point.hash = bitsOfHex(hash).value_or(Hash128{});
    const bool isLine = !words.fail();
    std::string word;
    anchor.holds = words >> word && word == kHolds;
    if (!isLine || *content != contentOf(anchor))
        return tl::unexpected{Trouble::Damaged};
    return anchor;
}

void ChainAnchorFile::write(const ChainAnchor& anchor)
{
    if (m_hasPlace)
        (void)m_files.overwrite(m_file, contentOf(anchor));
    else
        writeDurably(anchor);
}

bool ChainAnchorFile::holdsBytes() const
{
    const auto content = m_files.read(m_file);
    return content && !content->empty();
}

bool ChainAnchorFile::isBesideHoldings() const
{
    return m_files.read(m_file.parent_path() / "holdings").has_value();
}

void ChainAnchorFile::writeDurably(const ChainAnchor& anchor)
{
    if (m_files.replace(m_file, contentOf(anchor), files::Readers::OwnerAlone))
        m_hasPlace = true;
    else
        (void)m_files.overwrite(m_file, contentOf(anchor));
}

} // namespace starqueue::db
