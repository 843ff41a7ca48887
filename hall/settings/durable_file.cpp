#include <hall/settings/durable_file.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace starqueue::settings {

namespace {

tl::unexpected<std::string> failed(std::string_view what, const std::filesystem::path& file)
{
    return tl::unexpected("can't " + std::string{what} + " " + file.string() + ": " + std::strerror(errno));
}

bool writeWhole(int descriptor, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor) == 0;
}

bool syncDirectory(const std::filesystem::path& directory)
{
    const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

tl::expected<void, std::string> writeBeside(const std::filesystem::path& beside, std::string_view text,
                                            mode_t mode)
{
    const int descriptor =
        ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode);
    if (descriptor < 0)
        return failed("create", beside);
    const bool written = ::fchmod(descriptor, mode) == 0 && writeWhole(descriptor, text);
    const auto result = written ? tl::expected<void, std::string>{} : failed("write", beside);
    ::close(descriptor);
    return result;
}

} // namespace

tl::expected<void, std::string> writeDurably(const std::filesystem::path& file, std::string_view text,
                                             Readers readers)
{
    const std::filesystem::path beside = file.string() + ".new";
    const mode_t mode = readers == Readers::OwnerAlone ? 0600 : 0644;
    if (const auto written = writeBeside(beside, text, mode); !written) {
        ::unlink(beside.c_str());
        return written;
    }
    if (::rename(beside.c_str(), file.c_str()) != 0)
        return failed("replace", file);
    const std::filesystem::path parent = file.parent_path();
    if (!syncDirectory(parent.empty() ? "." : parent))
        return failed("sync the directory of", file);
    return {};
}

} // namespace starqueue::settings
