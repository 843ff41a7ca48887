#include <firmware-bridge/claim/port_claim.h>

#include <firmware-bridge/claim/port_holder.h>

#include <fcntl.h>
#include <grp.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace starqueue::claim {

namespace {

using Kind = PortTrouble::Kind;

std::string groupOf(const struct stat& file)
{
    const group* const found = ::getgrgid(file.st_gid);
    return found ? found->gr_name : std::to_string(file.st_gid);
}

PortTrouble troubleFrom(int error, const struct stat& file)
{
    switch (error) {
    case ENOENT:
    case ENXIO:
    case ENODEV:
        return {Kind::Missing};
    case EACCES:
    case EPERM:
        return {Kind::NoPermission, groupOf(file)};
    case EBUSY:
    case EWOULDBLOCK:
        return {Kind::InUse, toText(holderOf(file))};
    default:
        return {Kind::Failed, std::strerror(error)};
    }
}

} // namespace

tl::expected<PortClaim, PortTrouble> PortClaim::take(const std::string& path)
{
    struct stat file
    {};
    if (::stat(path.c_str(), &file) != 0)
        return tl::unexpected(errno == EACCES ? PortTrouble{Kind::NoPermission, {}}
                                              : PortTrouble{Kind::Missing, {}});
    if (!S_ISCHR(file.st_mode) && !S_ISFIFO(file.st_mode))
        return tl::unexpected(PortTrouble{Kind::Missing, "what is there is no device"});
    PortClaim claim;
    claim.m_isReadable = S_ISCHR(file.st_mode);
    const int access = claim.m_isReadable ? O_RDWR : O_WRONLY;
    claim.m_descriptor = ::open(path.c_str(), access | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    // A printer that only listens may refuse to be read.
    if (claim.m_descriptor < 0 && errno == EINVAL) {
        claim.m_isReadable = false;
        claim.m_descriptor = ::open(path.c_str(), O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    }
    if (claim.m_descriptor < 0 || ::flock(claim.m_descriptor, LOCK_EX | LOCK_NB) != 0)
        return tl::unexpected(troubleFrom(errno, file));
    return claim;
}

PortClaim::PortClaim(PortClaim&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_isReadable(other.m_isReadable)
{}

PortClaim& PortClaim::operator=(PortClaim&& other) noexcept
{
    release();
    m_descriptor = std::exchange(other.m_descriptor, -1);
    m_isReadable = other.m_isReadable;
    return *this;
}

PortClaim::~PortClaim()
{
    release();
}

void PortClaim::release()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

} // namespace starqueue::claim
