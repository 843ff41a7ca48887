#include <cli/backup/scratch_directory.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace starqueue::cli {

tl::expected<ScratchDirectory, std::string> ScratchDirectory::make()
{
    std::error_code error;
    std::string pattern = (std::filesystem::temp_directory_path(error) / "starqueue-XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        return tl::unexpected("can't make " + pattern + ": " + std::strerror(errno));
    return ScratchDirectory{pattern};
}

ScratchDirectory::~ScratchDirectory()
{
    std::error_code error;
    if (!m_path.empty())
        std::filesystem::remove_all(m_path, error);
}

ScratchDirectory::ScratchDirectory(ScratchDirectory&& other) noexcept
    : m_path(std::exchange(other.m_path, std::filesystem::path{}))
{}

} // namespace starqueue::cli
