#pragma once

#include <firmware-bridge/claim/port_trouble.h>

#include <tl/expected.hpp>

#include <string>

namespace starqueue::claim {

/// A device file that this program has for itself.
///
/// It is open without blocking, and locked as picocom, minicom and others lock it (flock); a program that
/// doesn't ask for the lock is only kept out by the driver (EBUSY). Held until destroyed.
class PortClaim
{
public:
    /// Opens and locks `path`, a character device or a FIFO; of a FIFO only the writing end.
    [[nodiscard]] static tl::expected<PortClaim, PortTrouble> take(const std::string& path);

    PortClaim() = default;
    PortClaim(PortClaim&& other) noexcept;
    PortClaim& operator=(PortClaim&& other) noexcept;
    ~PortClaim();

    /// -1 where nothing is claimed.
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] bool readable() const { return m_isReadable; }
    void release();

private:
    int m_descriptor = -1;
    bool m_isReadable = false;
};

} // namespace starqueue::claim
