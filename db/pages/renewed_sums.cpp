#include <db/pages/renewed_sums.h>

#include <db/pages/page_checksum.h>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace starqueue::db {

namespace {

// SQLite's file format, section 1.3.2: big-endian; 1 stands for 64 KiB.
constexpr std::size_t kPageSizeAt = 16;
constexpr std::size_t kDatabaseHeader = 100;

class OpenFile
{
public:
    explicit OpenFile(const std::filesystem::path& file) : m_fd(::open(file.c_str(), O_RDWR | O_CLOEXEC)) {}
    ~OpenFile()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    [[nodiscard]] bool read(std::span<char> to, off_t at) const
    {
        return ::pread(m_fd, to.data(), to.size(), at) == static_cast<ssize_t>(to.size());
    }
    [[nodiscard]] bool write(std::string_view bytes, off_t at) const
    {
        return ::pwrite(m_fd, bytes.data(), bytes.size(), at) == static_cast<ssize_t>(bytes.size());
    }
    [[nodiscard]] off_t size() const { return ::lseek(m_fd, 0, SEEK_END); }
    [[nodiscard]] bool sync() const { return ::fsync(m_fd) == 0; }

private:
    const int m_fd;
};

std::size_t pageSizeIn(const std::array<char, kDatabaseHeader>& header)
{
    const std::size_t size = static_cast<unsigned char>(header[kPageSizeAt]) * 256U +
                             static_cast<unsigned char>(header[kPageSizeAt + 1]);
    return size == 1 ? 65536 : size;
}

tl::unexpected<std::string> cantRenew(const std::filesystem::path& file, const std::string& what)
{
    return tl::unexpected(file.string() + ": " + what +
                          (errno != 0 ? std::string(": ") + std::strerror(errno) : ""));
}

/// Of a database with page checksums: 0 where it has none; empty: it isn't a whole database.
std::optional<off_t> pageSizeOf(const OpenFile& database)
{
    std::array<char, kDatabaseHeader> header{};
    if (!database.read(header, 0))
        return {};
    const auto has = reservesSums({header.data(), header.size()}, 0);
    const auto size = static_cast<off_t>(pageSizeIn(header));
    if (!has || !isWholePage(static_cast<int>(size), 0) || database.size() % size != 0)
        return {};
    return *has ? size : 0;
}

/// How many pages got another sum; empty: the file can't be read or written.
std::optional<std::uint64_t> renewPages(const OpenFile& database, off_t pageSize)
{
    std::uint64_t renewed = 0;
    std::vector<char> page(static_cast<std::size_t>(pageSize));
    for (off_t at = 0; at < database.size(); at += pageSize) {
        if (!database.read(page, at))
            return {};
        if (hasRightSum({page.data(), page.size()}))
            continue;
        setSum(page);
        const std::string_view sum(page.data() + page.size() - kSumBytes, kSumBytes);
        if (!database.write(sum, at + pageSize - kSumBytes))
            return {};
        ++renewed;
    }
    return renewed;
}

} // namespace

tl::expected<std::uint64_t, std::string> renewSums(const std::filesystem::path& file)
{
    errno = 0;
    const OpenFile database(file);
    if (!database.isOpen())
        return cantRenew(file, "can't be opened for writing");
    const auto pageSize = pageSizeOf(database);
    if (!pageSize)
        return cantRenew(file, "it isn't a whole database");
    if (*pageSize == 0)
        return std::uint64_t{0};
    const auto renewed = renewPages(database, *pageSize);
    if (!renewed || (*renewed > 0 && !database.sync()))
        return cantRenew(file, "can't be written");
    return *renewed;
}

} // namespace starqueue::db
